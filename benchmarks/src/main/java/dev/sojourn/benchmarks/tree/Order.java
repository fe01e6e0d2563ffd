package dev.sojourn.benchmarks.tree;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Orders in which the same keys can come. A study uses several arrays of small sizes in turn: a
 * predictor of branches would learn an array that came back every time.
 */
public enum Order {
  /** No order. */
  RANDOM,

  /** Each key is the greatest so far. */
  ASCENDING,

  /**
   * The least, the greatest, the second least, the second greatest, and so on: a search tree
   * without balance becomes a list that turns back at every node.
   */
  ZIGZAG;

  private static final long SEED = 0x4f72646572L;

  /** Far more keys than a predictor remembers, and few enough for a second-level cache. */
  private static final int KEYS = 1 << 16;

  /** Arrays of distinct keys in this order; their number is a power of two. */
  long[][] draw(int size) {
    SplittableRandom random = new SplittableRandom(SEED);
    long[][] inputs = new long[Integer.highestOneBit(Math.max(1, KEYS / size))][];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = arranged(distinct(random.nextInt(Integer.MAX_VALUE), size));
    }
    return inputs;
  }

  private static long[] distinct(int first, int size) {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = Keys.key((long) first + i);
    }
    return keys;
  }

  private long[] arranged(long[] keys) {
    if (this == RANDOM) {
      return keys;
    }
    Arrays.sort(keys);
    return this == ASCENDING ? keys : zigzag(keys);
  }

  private static long[] zigzag(long[] sorted) {
    long[] keys = new long[sorted.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = sorted[i % 2 == 0 ? i / 2 : sorted.length - 1 - i / 2];
    }
    return keys;
  }
}
