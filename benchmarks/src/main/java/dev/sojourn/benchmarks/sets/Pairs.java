package dev.sojourn.benchmarks.sets;

import java.util.SplittableRandom;

/** Pairs of random elements to ask about, in turn. */
final class Pairs {
  private static final int COUNT = 1 << 20;
  private static final long SEED = 0x506169725aL;

  private final int[] first;
  private final int[] second;
  private int at;

  Pairs(int elements) {
    SplittableRandom random = new SplittableRandom(SEED);
    first = random.ints(COUNT, 0, elements).toArray();
    second = random.ints(COUNT, 0, elements).toArray();
  }

  void next() {
    at = (at + 1) & (COUNT - 1);
  }

  int first() {
    return first[at];
  }

  int second() {
    return second[at];
  }
}
