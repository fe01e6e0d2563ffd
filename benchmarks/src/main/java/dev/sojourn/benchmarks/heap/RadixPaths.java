package dev.sojourn.benchmarks.heap;

import dev.sojourn.structures.heap.RadixHeap;

/** Shortest paths with a {@link RadixHeap}; what is out of date is skipped. */
final class RadixPaths {
  private final RandomGraph graph;
  private final Distances distances;
  private final RadixHeap heap = new RadixHeap();

  RadixPaths(RandomGraph graph) {
    this.graph = graph;
    this.distances = new Distances(graph.vertices());
  }

  long from(int source) {
    distances.reset();
    distances.set(source, 0);
    heap.clear();
    heap.add(0, source);
    while (!heap.isEmpty()) {
      int vertex = (int) heap.pollValue();
      long distance = heap.floor();
      if (distance == distances.to(vertex)) {
        distances.settle(vertex, distance);
        relax(vertex, distance);
      }
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
        heap.add(through, target);
      }
    }
  }
}
