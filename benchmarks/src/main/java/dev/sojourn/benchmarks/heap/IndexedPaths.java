package dev.sojourn.benchmarks.heap;

import dev.sojourn.structures.heap.IndexedDaryHeap;

/** Shortest paths with an {@link IndexedDaryHeap} of the vertices. */
final class IndexedPaths {
  private final RandomGraph graph;
  private final Distances distances;
  private final IndexedDaryHeap heap;

  IndexedPaths(RandomGraph graph, int arity) {
    this.graph = graph;
    this.distances = new Distances(graph.vertices());
    this.heap = IndexedDaryHeap.withArity(arity, graph.vertices());
  }

  long from(int source) {
    distances.reset();
    distances.set(source, 0);
    heap.insert(source, 0);
    while (!heap.isEmpty()) {
      long distance = heap.peekKey();
      int vertex = heap.pollHandle();
      distances.settle(vertex, distance);
      relax(vertex, distance);
    }
    return distances.digest();
  }

  private void relax(int vertex, long distance) {
    int end = graph.firstEdge(vertex + 1);
    for (int edge = graph.firstEdge(vertex); edge < end; edge++) {
      int target = graph.target(edge);
      long through = distance + graph.length(edge);
      if (through < distances.to(target)) {
        distances.set(target, through);
        heap.insertOrDecrease(target, through);
      }
    }
  }
}
