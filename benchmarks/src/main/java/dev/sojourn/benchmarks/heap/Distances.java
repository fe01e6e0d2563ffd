package dev.sojourn.benchmarks.heap;

import java.util.Arrays;

/** How far vertices are from the source of a search, as far as it has come. */
final class Distances {
  static final long UNKNOWN = Long.MAX_VALUE;

  private final long[] shortest;
  private long digest;

  Distances(int vertices) {
    shortest = new long[vertices];
  }

  /** Begins a search. */
  void reset() {
    Arrays.fill(shortest, UNKNOWN);
    digest = 0;
  }

  /** For queues that read their keys where the caller keeps them. */
  long[] array() {
    return shortest;
  }

  long to(int vertex) {
    return shortest[vertex];
  }

  boolean isUnknown(int vertex) {
    return shortest[vertex] == UNKNOWN;
  }

  void set(int vertex, long distance) {
    shortest[vertex] = distance;
  }

  /** Notes that a distance is final; the order of equal ones does not count. */
  void settle(int vertex, long distance) {
    digest += distance * (2L * vertex + 1);
  }

  /** All final distances as one number. */
  long digest() {
    return digest;
  }
}
