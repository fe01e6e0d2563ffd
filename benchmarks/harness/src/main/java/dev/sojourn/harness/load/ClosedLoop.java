package dev.sojourn.harness.load;

import org.HdrHistogram.Histogram;

/**
 * A client that waits for each reply before it sends the next request: what tells a service's
 * capacity, and what hides its stalls.
 */
public final class ClosedLoop {
  private ClosedLoop() {}

  /**
   * Serves one request after another.
   *
   * @param horizonNanos no request is started later than this after the first
   * @param service what serves them
   * @param clock the clock to time by
   * @return what was seen
   */
  public static Result run(long horizonNanos, Service service, NanoClock clock) {
    if (horizonNanos < 1) {
      throw new IllegalArgumentException("horizon must be at least 1 ns, was " + horizonNanos);
    }
    Histogram latency = LoadRecorder.newHistogram();
    long begin = clock.nanoTime();
    long start = begin;
    long request = 0;
    while (start - begin < horizonNanos) {
      service.serve(request++);
      long end = clock.nanoTime();
      LoadRecorder.add(latency, end - start, 1);
      start = end;
    }
    return new Result(request, start - begin, latency);
  }

  /**
   * What a closed loop saw.
   *
   * @param requests how many were served
   * @param elapsedNanos how long that took
   * @param latency from the start of a request to its end
   */
  public record Result(long requests, long elapsedNanos, Histogram latency) {
    /**
     * How many requests the service can serve when it is never idle.
     *
     * @return requests per second
     */
    public double capacityPerSecond() {
      return requests * 1e9 / Math.max(1, elapsedNanos);
    }
  }
}
