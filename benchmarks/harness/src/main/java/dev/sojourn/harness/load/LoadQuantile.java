package dev.sojourn.harness.load;

import org.HdrHistogram.Histogram;

/** What can be said of a quantile of latencies of which some were cut short. */
public sealed interface LoadQuantile {
  /**
   * The backlog does not reach down to it.
   *
   * @param nanos the quantile
   */
  record Known(long nanos) implements LoadQuantile {}

  /**
   * The backlog reaches it: requests that had not started may decide it.
   *
   * @param nanos what it is at least
   */
  record AtLeast(long nanos) implements LoadQuantile {}

  /** The service was overloaded: latency grows as long as the load lasts, and has no quantile. */
  record Unbounded() implements LoadQuantile {}

  /**
   * Too few requests lie beyond it.
   *
   * @param requests how many were due
   * @param needed how many it takes
   */
  record TooFew(long requests, long needed) implements LoadQuantile {}

  /** Requests that must lie beyond a quantile before it is told. */
  int BEYOND = 100;

  /**
   * A quantile of the latency of all requests that were due, served or not.
   *
   * @param result a run
   * @param fraction share of requests at or below it, such as 0.99
   * @return what can be said of it
   */
  static LoadQuantile of(LoadResult result, double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "fraction must lie between 0 and 1, was " + fraction + "; for p99 say 0.99");
    }
    if (result.overloaded()) {
      return new Unbounded();
    }
    long needed = (long) Math.ceil(BEYOND / (1 - fraction) - 1e-6);
    if (result.due() < needed) {
      return new TooFew(result.due(), needed);
    }
    Histogram atLeast = result.latency().copy();
    atLeast.add(result.backlog());
    long low = atLeast.getValueAtPercentile(100 * fraction);
    return reached(result, fraction, low) ? new AtLeast(low) : new Known(low);
  }

  /** Whether the quantile would be another if the backlog had waited for ever. */
  private static boolean reached(LoadResult result, double fraction, long low) {
    long rank = (long) Math.ceil(fraction * result.due() - 1e-6);
    return result.latency().getCountBetweenValues(0, low) < rank;
  }
}
