package dev.sojourn.harness.load;

/**
 * A service that works for a fixed time on every request and at times stands still.
 *
 * @param clock the clock it works by
 * @param workNanos work on one request
 * @param stallNanos length of a stall; 0 for none
 * @param everyNanos from one stall to the next, in the mean
 * @param begin what the clock showed when the first period began
 */
public record Stalls(NanoClock clock, long workNanos, long stallNanos, long everyNanos, long begin)
    implements Service {
  /*
   * Implementation notes. Stalls at equal intervals would meet requests at equal intervals always
   * in the same place. So each stall lies somewhere in the middle half of its period, moved by
   * steps of the golden ratio, which fill the half evenly however many there are. A request is held
   * up when it starts in a stall, not when one begins during its work.
   */
  private static final double GOLDEN = 0.618_033_988_749_895;

  /** Refuses stalls that would run into one another. */
  public Stalls {
    if (workNanos < 1 || stallNanos < 0 || everyNanos < 4 * Math.max(1, stallNanos)) {
      throw new IllegalArgumentException(
          "work must be at least 1 ns and stalls at most a quarter of their distance, was work "
              + workNanos
              + ", stalls of "
              + stallNanos
              + " every "
              + everyNanos);
    }
  }

  /**
   * A service whose first period begins now.
   *
   * @param clock the clock it works by
   * @param workNanos work on one request
   * @param stallNanos length of a stall; 0 for none
   * @param everyNanos from one stall to the next, in the mean
   * @return the service
   */
  public static Stalls from(NanoClock clock, long workNanos, long stallNanos, long everyNanos) {
    return new Stalls(clock, workNanos, stallNanos, everyNanos, clock.nanoTime());
  }

  @Override
  public void serve(long request) {
    long now = clock.nanoTime();
    long period = (now - begin) / everyNanos;
    double turn = period * GOLDEN;
    long stall = begin + (long) ((period + 0.25 + 0.5 * (turn - Math.floor(turn))) * everyNanos);
    if (now >= stall && now < stall + stallNanos) {
      now = clock.waitUntil(stall + stallNanos);
    }
    clock.waitUntil(now + workNanos);
  }
}
