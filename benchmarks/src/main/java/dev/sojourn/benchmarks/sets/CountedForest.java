package dev.sojourn.benchmarks.sets;

/**
 * A forest that counts the steps of its finds from child to parent, and the parents they rewrite.
 */
final class CountedForest {
  /** How roots are linked and paths shortened. */
  enum Rule {
    /** The first root goes below the second; paths stay. */
    NAIVE,
    /** The root of lesser rank goes below; paths stay. */
    RANK,
    /** By rank; a second walk points the path at the root. */
    COMPRESSION,
    /** By rank; every other node of the path skips its parent. */
    HALVING,
    /** By rank; every node of the path skips its parent. */
    SPLITTING
  }

  private final Rule rule;
  private final int[] parents;
  private final byte[] ranks;
  private long finds;
  private long steps;
  private long writes;

  CountedForest(int size, Rule rule) {
    this.rule = rule;
    parents = new int[size];
    ranks = new byte[size];
    for (int i = 0; i < size; i++) {
      parents[i] = i;
    }
  }

  void union(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    if (rootA == rootB) {
      return;
    }
    boolean aBelow = rule == Rule.NAIVE || ranks[rootA] < ranks[rootB];
    int upper = aBelow ? rootB : rootA;
    int lower = aBelow ? rootA : rootB;
    parents[lower] = upper;
    ranks[upper] += (byte) (ranks[upper] == ranks[lower] ? 1 : 0);
  }

  boolean connected(int a, int b) {
    return find(a) == find(b);
  }

  /** Counts from here on. */
  void startCounting() {
    finds = 0;
    steps = 0;
    writes = 0;
  }

  double stepsPerFind() {
    return (double) steps / finds;
  }

  double writesPerFind() {
    return (double) writes / finds;
  }

  private int find(int element) {
    finds++;
    int root = element;
    while (parents[root] != root) {
      root = step(root);
    }
    if (rule == Rule.COMPRESSION) {
      compress(element, root);
    }
    return root;
  }

  /** One step up, and for halving two at once. */
  private int step(int node) {
    int up = parents[node];
    steps++;
    if (rule == Rule.HALVING || rule == Rule.SPLITTING) {
      int above = parents[up];
      if (above != up) {
        parents[node] = above;
        writes++;
        return rule == Rule.HALVING ? above : up;
      }
    }
    return up;
  }

  private void compress(int element, int root) {
    int node = element;
    while (parents[node] != root) {
      int up = parents[node];
      parents[node] = root;
      writes++;
      node = up;
    }
  }
}
