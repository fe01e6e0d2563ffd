package dev.sojourn.benchmarks.sets;

import dev.sojourn.structures.sets.DisjointSet;

/**
 * The components of a graph by a {@link DisjointSet}, from scratch. The answer folds how many sets
 * are left after each tenth of the edges.
 */
final class Components {
  private Components() {}

  static int of(DisjointSet sets, Edges edges) {
    sets.reset();
    int answer = 0;
    for (int stage = 0; stage < Edges.STAGES; stage++) {
      for (int i = edges.first(stage); i < edges.first(stage + 1); i++) {
        sets.union(edges.from()[i], edges.to()[i]);
      }
      answer = fold(answer, sets.count());
    }
    return answer;
  }

  static int inBulk(DisjointSet sets, Edges edges) {
    sets.reset();
    int answer = 0;
    for (int stage = 0; stage < Edges.STAGES; stage++) {
      sets.unionEdges(edges.from(), edges.to(), edges.first(stage), edges.first(stage + 1));
      answer = fold(answer, sets.count());
    }
    return answer;
  }

  /** Adds what is left after one more stage to the answer. */
  static int fold(int answer, int sets) {
    return 31 * answer + sets;
  }
}
