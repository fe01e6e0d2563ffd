package dev.sojourn.benchmarks.heap;

import java.util.SplittableRandom;

/**
 * A directed graph in which every vertex has the same number of edges, each to any vertex and of
 * any length within a range, all equally likely. Edges of a vertex lie side by side.
 */
final class RandomGraph {
  private static final long SEED = 0x47726170L;
  private static final int EDGES_PER_VERTEX = 5;
  private static final int LONGEST = 1 << 20;
  private static final int TARGET_BITS = 32;

  private final int vertices;

  /** Length above, target below. */
  private final long[] edges;

  RandomGraph(int vertices) {
    this.vertices = vertices;
    SplittableRandom random = new SplittableRandom(SEED);
    edges = new long[Math.multiplyExact(vertices, EDGES_PER_VERTEX)];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = (1 + random.nextLong(LONGEST)) << TARGET_BITS | random.nextInt(vertices);
    }
  }

  int vertices() {
    return vertices;
  }

  int firstEdge(int vertex) {
    return vertex * EDGES_PER_VERTEX;
  }

  int target(int edge) {
    return (int) edges[edge];
  }

  long length(int edge) {
    return edges[edge] >>> TARGET_BITS;
  }
}
