package dev.sojourn.benchmarks.heap;

import java.util.SplittableRandom;
import java.util.function.LongConsumer;

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
   *
   * That makes the keys those of steady use, but not yet their places: an array just filled is
   * ordered otherwise than one that was held, and boxes just made lie in memory in the order of
   * their slots. No key is larger than the range, and a hold advances the minimum by half the
   * range divided by the size, so after two holds for each key all but a few in a million of the
   * keys that the queue was filled with have left it.
   */
  private static final long SEED = 0x486f6c64L;
  private static final int LENGTH = 1 << 16;
  private static final long RANGE_PER_KEY = 1024;
  private static final int HOLDS_PER_KEY = 2;

  private final int size;
  private final long[] increments = new long[LENGTH];
  private final SplittableRandom keys;
  private int at;

  HoldModel(int size) {
    this.size = size;
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < LENGTH; i++) {
      increments[i] = random.nextLong(range());
    }
    keys = random.split();
  }

  /** Hands the queue its first keys, one after the other and in random order. To be called once. */
  void fill(LongConsumer queue) {
    for (int i = 0; i < size; i++) {
      queue.accept(Math.min(keys.nextLong(range()), keys.nextLong(range())));
    }
  }

  /** Holds until the queue is in steady use: until the keys it was filled with are gone. */
  void age(Runnable hold) {
    for (long i = 0; i < (long) HOLDS_PER_KEY * size; i++) {
      hold.run();
    }
  }

  /** How far after the minimum the next key lies. */
  long next() {
    return increments[at++ & (LENGTH - 1)];
  }

  private long range() {
    return size * RANGE_PER_KEY;
  }
}
