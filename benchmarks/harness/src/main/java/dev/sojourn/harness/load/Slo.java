package dev.sojourn.harness.load;

/**
 * What a service promises: a quantile of its latency stays below a limit.
 *
 * @param fraction the quantile, such as 0.99
 * @param limitNanos what it must stay below
 */
public record Slo(double fraction, long limitNanos) {
  /** Refuses what is no quantile. */
  public Slo {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "fraction must lie between 0 and 1, was " + fraction + "; for p99 say 0.99");
    }
  }

  /**
   * Whether a run kept the promise: only a quantile that is known can.
   *
   * @param verdict what the run is worth
   * @return true when its quantile is below the limit
   */
  public boolean isMetBy(LoadVerdict verdict) {
    return verdict instanceof LoadVerdict.Sustained(LoadQuantile.Known(long nanos))
        && nanos < limitNanos;
  }
}
