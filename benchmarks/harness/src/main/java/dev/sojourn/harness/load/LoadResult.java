package dev.sojourn.harness.load;

import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * What an open-loop run saw.
 *
 * @param perSecond requests due in a second, in the long run
 * @param batch requests that were started together; above 1, service times are means of so many
 * @param horizonNanos how long requests were due
 * @param latency from when a request was due until it ended, of requests that ended
 * @param service from when it started until it ended
 * @param lag from when it was due until it started
 * @param backlog how long requests that were due and never started had waited at the end: less than
 *     their latencies, whatever those would have been
 * @param lagGrowth seconds of lag gained in a second, where lag grew linearly: the service was
 *     overloaded
 */
public record LoadResult(
    double perSecond,
    int batch,
    long horizonNanos,
    Histogram latency,
    Histogram service,
    Histogram lag,
    Histogram backlog,
    OptionalDouble lagGrowth) {
  LoadResult(
      double perSecond,
      int batch,
      long horizonNanos,
      LoadRecorder recorder,
      OptionalDouble lagGrowth) {
    this(
        perSecond,
        batch,
        horizonNanos,
        recorder.latency,
        recorder.service,
        recorder.lag,
        recorder.backlog,
        lagGrowth);
  }

  /**
   * Requests that were due, served or not.
   *
   * @return their number
   */
  public long due() {
    return latency.getTotalCount() + backlog.getTotalCount();
  }

  /**
   * Whether the service fell behind more and more.
   *
   * @return true when lag grew linearly
   */
  public boolean overloaded() {
    return lagGrowth.isPresent();
  }

  /**
   * A quantile of the latency of all requests that were due.
   *
   * @param fraction share of requests at or below it, such as 0.99
   * @return what can be said of it
   */
  public LoadQuantile quantile(double fraction) {
    return LoadQuantile.of(this, fraction);
  }
}
