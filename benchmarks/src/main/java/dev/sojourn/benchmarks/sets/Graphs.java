package dev.sojourn.benchmarks.sets;

import java.util.SplittableRandom;

/**
 * Random graphs of one size that are used in turn: a predictor of branches would learn a small
 * graph that came back every time.
 */
final class Graphs {
  private static final long SEED = 0x45646765L;

  /** Far more edges than a predictor remembers. */
  private static final int EDGES = 1 << 17;

  private final Edges[] graphs;
  private int at;

  Graphs(int elements, int edgesPerElement) {
    SplittableRandom random = new SplittableRandom(SEED);
    long edges = (long) elements * edgesPerElement;
    graphs = new Edges[Integer.highestOneBit((int) Math.max(1, EDGES / edges))];
    for (int i = 0; i < graphs.length; i++) {
      graphs[i] = new Edges(elements, edgesPerElement, random);
    }
  }

  Edges next() {
    return graphs[at++ & (graphs.length - 1)];
  }
}
