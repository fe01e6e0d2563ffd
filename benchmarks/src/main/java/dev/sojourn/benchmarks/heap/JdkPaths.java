package dev.sojourn.benchmarks.heap;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Shortest paths with a {@link PriorityQueue}, as nearly everyone writes them: its keys cannot be
 * changed, so a vertex is added anew with each shorter distance, and what is out of date is
 * skipped.
 */
final class JdkPaths {
  private record Entry(long distance, int vertex) {}

  private final RandomGraph graph;
  private final Distances distances;
  private final PriorityQueue<Entry> queue =
      new PriorityQueue<>(Comparator.comparingLong(Entry::distance));

  JdkPaths(RandomGraph graph) {
    this.graph = graph;
    this.distances = new Distances(graph.vertices());
  }

  long from(int source) {
    distances.reset();
    distances.set(source, 0);
    queue.add(new Entry(0, source));
    for (Entry next = queue.poll(); next != null; next = queue.poll()) {
      if (next.distance() == distances.to(next.vertex())) {
        distances.settle(next.vertex(), next.distance());
        relax(next.vertex(), next.distance());
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
        queue.add(new Entry(through, target));
      }
    }
  }
}
