package dev.sojourn.benchmarks.queue;

import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes the calling thread off its processor after some of the messages it receives, as a kernel
 * does that has other work. The same seed chooses the same messages. For one thread.
 */
final class Descheduling {
  private final SplittableRandom random;
  private final int oneIn;
  private final long nanos;
  private int times;

  /**
   * Chooses one message in so many.
   *
   * @param nanos how long the thread is away, at least; 0 for never
   */
  Descheduling(long seed, int oneIn, long nanos) {
    this.random = new SplittableRandom(seed);
    this.oneIn = oneIn;
    this.nanos = nanos;
  }

  void afterMessage() {
    if (random.nextInt(oneIn) == 0 && nanos > 0) {
      times++;
      sleep();
    }
  }

  private void sleep() {
    long begin = System.nanoTime();
    for (long left = nanos; left > 0; left = begin + nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** How often the thread was taken off its processor. */
  int times() {
    return times;
  }
}
