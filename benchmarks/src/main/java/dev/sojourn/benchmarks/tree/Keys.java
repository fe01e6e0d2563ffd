package dev.sojourn.benchmarks.tree;

import java.util.SplittableRandom;

/**
 * Keys that need no memory: a number, mixed. The mix is a bijection, so the keys of different
 * numbers differ, and ascending numbers give keys in random order.
 */
final class Keys {
  private static final int QUERIES = 1 << 20;
  private static final long SEED = 0x54726565L;

  private final long[] queries = new long[QUERIES];
  private int at;

  /** Queries for the keys of the numbers below a size, each as likely as any other. */
  Keys(int size) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < QUERIES; i++) {
      queries[i] = key(random.nextInt(size));
    }
  }

  /** The key of a number. */
  static long key(long number) {
    long x = number * 0x9e3779b97f4a7c15L;
    x = (x ^ (x >>> 32)) * 0xd6e8feb86659fd93L;
    x = (x ^ (x >>> 29)) * 0xa0761d6478bd642fL;
    return x ^ (x >>> 32);
  }

  /** The value of a key. */
  static long value(long key) {
    return ~key;
  }

  /** The next key to ask for. */
  long next() {
    return queries[at++ & (QUERIES - 1)];
  }
}
