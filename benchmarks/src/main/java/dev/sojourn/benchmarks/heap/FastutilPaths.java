package dev.sojourn.benchmarks.heap;

import it.unimi.dsi.fastutil.longs.LongHeapIndirectPriorityQueue;

/**
 * Shortest paths with fastutil's indirect heap, which reads its keys from the array of distances
 * and is told when one has changed.
 */
final class FastutilPaths {
  private final RandomGraph graph;
  private final Distances distances;
  private final LongHeapIndirectPriorityQueue queue;

  FastutilPaths(RandomGraph graph) {
    this.graph = graph;
    this.distances = new Distances(graph.vertices());
    this.queue = new LongHeapIndirectPriorityQueue(distances.array(), graph.vertices());
  }

  long from(int source) {
    distances.reset();
    distances.set(source, 0);
    queue.enqueue(source);
    while (!queue.isEmpty()) {
      int vertex = queue.dequeue();
      long distance = distances.to(vertex);
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
        boolean first = distances.isUnknown(target);
        distances.set(target, through);
        if (first) {
          queue.enqueue(target);
        } else {
          queue.changed(target);
        }
      }
    }
  }
}
