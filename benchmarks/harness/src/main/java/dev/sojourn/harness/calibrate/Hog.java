package dev.sojourn.harness.calibrate;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A neighbour that keeps one processor busy for a share of the time, and walks through the last
 * cache while it does.
 *
 * <p>It ends when it is closed, after a while by itself, and with this process in any case.
 */
final class Hog implements AutoCloseable {
  /*
   * Implementation notes. A thread of this process, because a process of its own could be left
   * behind; while a fork runs, this process does nothing else. Busy and idle turns are short against
   * an iteration, so that a fork meets the share and not the turns.
   */
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final long TURN_NANOS = 20_000_000;
  private static final int LONGS = 1 << 21;

  private final double share;
  private final Thread thread;
  private volatile boolean closed;
  private volatile long walked;

  private Hog(double share) {
    this.share = Math.min(1, share);
    this.thread = Thread.ofPlatform().daemon().name("hog").unstarted(this::walk);
  }

  /** Starts a neighbour that is busy for a share of the time; 0 is nobody. */
  static Hog busy(double share) {
    Hog hog = new Hog(share);
    if (share > 0) {
      hog.thread.start();
    }
    return hog;
  }

  private void walk() {
    long[] table = new long[LONGS];
    long start = System.nanoTime();
    long place = 1;
    for (long turn = start; !closed && turn - start < LONGEST.toNanos(); turn += TURN_NANOS) {
      while (System.nanoTime() - turn < share * TURN_NANOS) {
        place = steps(table, place);
      }
      walked = place;
      LockSupport.parkNanos(turn + TURN_NANOS - System.nanoTime());
    }
  }

  private static long steps(long[] table, long from) {
    long place = from;
    for (int i = 0; i < 1000; i++) {
      place ^= place << 13;
      place ^= place >>> 7;
      place ^= place << 17;
      table[(int) place & (LONGS - 1)] += place;
    }
    return place;
  }

  /** Whether it has walked at all. */
  boolean walked() {
    return walked != 0;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(TURN_NANOS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
