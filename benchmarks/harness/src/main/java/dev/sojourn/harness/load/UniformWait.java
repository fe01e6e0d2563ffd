package dev.sojourn.harness.load;

/**
 * The latency of a service that stalls, as arithmetic has it: requests at equal intervals, a fixed
 * time of work on each, a stall of fixed length now and then.
 *
 * <p>A request due t after the beginning of a stall of length S waits S - t (1 - u), where u is the
 * share of time the service works: the rest of the stall, and the requests queued before it. Waits
 * are spread evenly from S down to nothing, over S / (1 - u) of every period.
 *
 * @param perSecond requests per second
 * @param workNanos work on one request
 * @param stallNanos length of a stall
 * @param everyNanos from one stall to the next, in the mean
 */
public record UniformWait(double perSecond, long workNanos, long stallNanos, long everyNanos) {
  /** Refuses a service that cannot keep up. */
  public UniformWait {
    if (!(perSecond * workNanos < 1e9 * (1 - (double) stallNanos / everyNanos))) {
      throw new IllegalArgumentException(
          perSecond + " requests per second of " + workNanos + " ns leave no time for stalls");
    }
  }

  /**
   * A quantile of the latency from when a request was due.
   *
   * @param fraction share of requests at or below it, 0 to 1
   * @return nanoseconds
   */
  public double quantile(double fraction) {
    double utilisation = perSecond * workNanos / 1e9;
    double beyond = (1 - fraction) * (1 - utilisation) * everyNanos;
    return workNanos + Math.max(0, stallNanos - beyond);
  }
}
