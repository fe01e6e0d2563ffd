package dev.sojourn.harness.load;

/** One run of a schedule against a service, from its first request to its horizon. */
final class OpenLoopRun {
  /*
   * Implementation notes. The schedule begins a moment after the call, so that the first request is
   * not late by its own making. Nothing is allocated while the run lasts.
   */
  private static final double FASTEST_SINGLE = 1e6;
  private static final long LEAD_NANOS = 1_000_000;

  private final NanoClock clock;
  private final RequestLog log;
  private final Arrivals arrivals;
  private final long horizonNanos;
  private final Service service;
  private final int batch;
  private final LoadRecorder recorder = new LoadRecorder();
  private final LagTrend trend;
  private final long begin;
  private long request;

  /** When the first and the last request of the batch are due, and the one that follows it. */
  private long first;

  private long last;
  private long next;
  private int size;

  OpenLoopRun(
      NanoClock clock, RequestLog log, Arrivals arrivals, long horizonNanos, Service service) {
    this.clock = clock;
    this.log = log;
    this.arrivals = arrivals;
    this.horizonNanos = horizonNanos;
    this.service = service;
    this.batch = Math.max(1, (int) Math.ceil(arrivals.perSecond() / FASTEST_SINGLE));
    this.trend = new LagTrend(horizonNanos);
    this.begin = clock.nanoTime() + LEAD_NANOS;
  }

  LoadResult play() {
    next = arrivals.next();
    while (next < horizonNanos) {
      gather();
      long start = clock.waitUntil(begin + last);
      if (start - begin >= horizonNanos) {
        leave(start - begin);
        break;
      }
      serve(start);
    }
    return new LoadResult(arrivals.perSecond(), batch, horizonNanos, recorder, trend.growth());
  }

  private void gather() {
    first = next;
    last = next;
    size = 1;
    next = arrivals.next();
    while (size < batch && next < horizonNanos) {
      last = next;
      size++;
      next = arrivals.next();
    }
  }

  private void serve(long start) {
    for (int i = 0; i < size; i++) {
      service.serve(request++);
    }
    long end = clock.nanoTime();
    long lag = start - begin - last;
    LoadRecorder.add(recorder.latency, end - begin - first, size);
    LoadRecorder.add(recorder.service, (end - start) / size, size);
    LoadRecorder.add(recorder.lag, lag, size);
    trend.add(start - begin, lag);
    log.ended(begin + first, start, end);
  }

  /** Whatever is due by the horizon has waited until now, and will wait longer. */
  private void leave(long now) {
    LoadRecorder.add(recorder.backlog, now - first, size);
    while (next < horizonNanos) {
      LoadRecorder.add(recorder.backlog, now - next, 1);
      next = arrivals.next();
    }
  }
}
