package dev.sojourn.benchmarks.heap;

import java.util.SplittableRandom;

/**
 * The input of the hold model: a queue of constant size whose minimum is replaced, time after time,
 * by itself plus a random increment. It is what an event simulator or a timer queue does.
 */
final class HoldModel {
  /*
   * Implementation notes. Increments are uniform over a range proportional to the size, so that the
   * minimum advances by the same few hundred with every hold, whatever the size: keys stay nearly
   * distinct, and a long overflows only after 10^16 holds.
   *
   * A queue that starts with uniform keys would drift for many times its size before its shape
   * settles, and a measurement would see the drift. So the keys are drawn from where the drift
   * ends: a renewal process in equilibrium has residual lives of density (1 - F(x)) / mean, which
   * for uniform increments is the density of the smaller of two uniform draws.
   */
  private static final long SEED = 0x486f6c64L;
  private static final int LENGTH = 1 << 16;
  private static final long RANGE_PER_KEY = 1024;

  private final long[] increments = new long[LENGTH];
  private final long[] keys;
  private int at;

  HoldModel(int size) {
    SplittableRandom random = new SplittableRandom(SEED);
    long range = size * RANGE_PER_KEY;
    for (int i = 0; i < LENGTH; i++) {
      increments[i] = random.nextLong(range);
    }
    keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = Math.min(random.nextLong(range), random.nextLong(range));
    }
  }

  /** The keys a queue starts with, in random order; the caller may keep the array. */
  long[] keys() {
    return keys.clone();
  }

  /** How far after the minimum the next key lies. */
  long next() {
    return increments[at++ & (LENGTH - 1)];
  }
}
