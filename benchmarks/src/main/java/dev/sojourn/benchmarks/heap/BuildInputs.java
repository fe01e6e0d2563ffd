package dev.sojourn.benchmarks.heap;

import java.util.SplittableRandom;

/**
 * Keys in random order, in several arrays of one size that are used in turn: a predictor of
 * branches would learn a small array that came back every time, and no program builds the same heap
 * over and over.
 */
final class BuildInputs {
  private static final long SEED = 0x4275696cL;

  /** Far more keys than a predictor remembers, and few enough for a second-level cache. */
  private static final int KEYS = 1 << 16;

  private BuildInputs() {}

  /** The arrays; their number is a power of two. */
  static long[][] draw(int size) {
    SplittableRandom random = new SplittableRandom(SEED);
    long[][] inputs = new long[Integer.highestOneBit(Math.max(1, KEYS / size))][];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = random.longs(size).toArray();
    }
    return inputs;
  }
}
