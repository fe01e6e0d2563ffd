package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Tail;
import java.util.List;

/**
 * A tail ready to be asked many quantiles.
 *
 * @param arm what was measured
 * @param batch operations behind each value
 * @param forks the counts of each fork
 */
record TailCounts(Arm arm, int batch, List<Fork> forks) {
  /** One fork's counts. */
  record Fork(int round, Counts counts) {}

  TailCounts {
    forks = List.copyOf(forks);
  }

  static TailCounts of(Tail tail) {
    return new TailCounts(
        tail.arm(),
        tail.batch(),
        tail.forks().stream().map(f -> new Fork(f.round(), Counts.of(f.cells()))).toList());
  }

  List<Counts> counts() {
    return forks.stream().map(Fork::counts).toList();
  }

  Support support(double fraction) {
    return Support.of(fraction, counts());
  }

  long total() {
    return forks.stream().mapToLong(f -> f.counts().total()).sum();
  }

  long max() {
    return forks.stream().mapToLong(f -> f.counts().max()).max().orElse(0);
  }
}
