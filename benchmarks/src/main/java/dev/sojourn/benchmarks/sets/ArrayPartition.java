package dev.sojourn.benchmarks.sets;

import java.util.Arrays;

/**
 * A partition of {@code 0 .. size-1} as one writes it without a library, after the textbook: an
 * array of parents, one of ranks, the lower tree linked below the higher, paths halved on the way
 * up.
 */
final class ArrayPartition {
  private final int[] parents;
  private final byte[] ranks;
  private int sets;

  ArrayPartition(int size) {
    parents = new int[size];
    ranks = new byte[size];
    reset();
  }

  void reset() {
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
    }
    Arrays.fill(ranks, (byte) 0);
    sets = parents.length;
  }

  void union(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    if (rootA != rootB) {
      link(rootA, rootB);
      sets--;
    }
  }

  int count() {
    return sets;
  }

  private void link(int a, int b) {
    if (ranks[a] < ranks[b]) {
      parents[a] = b;
    } else {
      parents[b] = a;
      if (ranks[a] == ranks[b]) {
        ranks[a]++;
      }
    }
  }

  private int find(int element) {
    int node = element;
    while (parents[node] != node) {
      parents[node] = parents[parents[node]];
      node = parents[node];
    }
    return node;
  }
}
