package dev.sojourn.benchmarks.heap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jheaps.AddressableHeap;
import org.jspecify.annotations.Nullable;

/**
 * Shortest paths with an addressable heap of jheaps in natural order, which is its fast way: the
 * heap hands out an object for each element, and the key is decreased through it. Vertices are
 * boxed beforehand.
 */
final class JheapsPaths {
  private final RandomGraph graph;
  private final Distances distances;
  private final List<Integer> vertices;
  private final AddressableHeap<Long, Integer> heap;
  private final List<AddressableHeap.@Nullable Handle<Long, Integer>> handles;

  JheapsPaths(RandomGraph graph, AddressableHeap<Long, Integer> heap) {
    this.graph = graph;
    this.distances = new Distances(graph.vertices());
    this.vertices = IntStream.range(0, graph.vertices()).boxed().toList();
    this.heap = heap;
    this.handles = new ArrayList<>(Collections.nCopies(graph.vertices(), null));
  }

  long from(int source) {
    distances.reset();
    distances.set(source, 0);
    insert(source, 0);
    while (!heap.isEmpty()) {
      AddressableHeap.Handle<Long, Integer> least = heap.deleteMin();
      int vertex = least.getValue();
      long distance = least.getKey();
      handles.set(vertex, null);
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
        AddressableHeap.Handle<Long, Integer> handle = handles.get(target);
        if (handle == null) {
          insert(target, through);
        } else {
          handle.decreaseKey(through);
        }
      }
    }
  }

  private void insert(int vertex, long distance) {
    handles.set(vertex, heap.insert(distance, vertices.get(vertex)));
  }
}
