package dev.sojourn.harness.load;

/**
 * Runs a schedule of requests against a service on one thread, which paces and serves.
 *
 * <p>A request that is due while another is served starts right after it, late. Its latency counts
 * from when it was due; its service time from when it started; its lag is the difference.
 *
 * <p>The run ends at its horizon. Requests due by then that have not started are the backlog: how
 * long they had waited so far is recorded apart, as what their latency is at least.
 *
 * <p>Above a million requests a second, several that follow one another form a batch, because the
 * clock could not follow single ones. A batch starts when its last request is due and its latency
 * counts from its first, so batching never flatters; service times are means of a batch.
 */
public final class OpenLoop {
  /*
   * Implementation notes. One thread, because on two cores a second one would take the core that
   * the collector, the compiler and the kernel need.
   */
  private final NanoClock clock;
  private final RequestLog log;

  private OpenLoop(NanoClock clock, RequestLog log) {
    this.clock = clock;
    this.log = log;
  }

  /**
   * A driver that keeps histograms only.
   *
   * @param clock the clock to pace by
   * @return the driver
   */
  public static OpenLoop on(NanoClock clock) {
    return new OpenLoop(clock, RequestLog.NONE);
  }

  /**
   * The same driver, telling of every request.
   *
   * @param requests told of requests as they end
   * @return the driver
   */
  public OpenLoop telling(RequestLog requests) {
    return new OpenLoop(clock, requests);
  }

  /**
   * Runs a schedule up to a horizon.
   *
   * @param arrivals when requests are due; used up
   * @param horizonNanos no request due later is started
   * @param service what serves them
   * @return what was seen
   */
  public LoadResult run(Arrivals arrivals, long horizonNanos, Service service) {
    if (horizonNanos < 1) {
      throw new IllegalArgumentException("horizon must be at least 1 ns, was " + horizonNanos);
    }
    return new OpenLoopRun(clock, log, arrivals, horizonNanos, service).play();
  }
}
