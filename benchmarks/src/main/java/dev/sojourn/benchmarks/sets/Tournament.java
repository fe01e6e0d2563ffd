package dev.sojourn.benchmarks.sets;

import java.util.SplittableRandom;

/**
 * Merges that double every set: elements in random order are united in pairs, the pairs in fours,
 * and so on, each time through a random member of either side, until two sets are left. It builds
 * the deepest trees that an innocent order builds: half of all elements sink at every round.
 */
final class Tournament {
  /** One merge of two elements. */
  interface Match {
    void unite(int a, int b);
  }

  private static final long SEED = 0x4d65726765L;

  private Tournament() {}

  static void play(int elements, Match match) {
    SplittableRandom random = new SplittableRandom(SEED + elements);
    int[] order = shuffled(elements, random);
    for (int side = 1; 2 * side < elements; side *= 2) {
      for (int first = 0; first + side < elements; first += 2 * side) {
        int middle = first + side;
        int end = Math.min(elements, middle + side);
        match.unite(order[random.nextInt(first, middle)], order[random.nextInt(middle, end)]);
      }
    }
  }

  private static int[] shuffled(int elements, SplittableRandom random) {
    int[] order = new int[elements];
    for (int i = 0; i < elements; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
