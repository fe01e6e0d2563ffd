package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Tail;
import java.util.List;

/** A tail ready to be asked many quantiles. */
final class TailCounts {
  private final Arm arm;
  private final int batch;
  private final List<Fork> forks;
  private final List<Counts> counts;

  /** One fork's counts. */
  record Fork(int round, Counts counts) {}

  TailCounts(Arm arm, int batch, List<Fork> forks) {
    this.arm = arm;
    this.batch = batch;
    this.forks = List.copyOf(forks);
    this.counts = forks.stream().map(Fork::counts).toList();
  }

  static TailCounts of(Tail tail) {
    return new TailCounts(
        tail.arm(),
        tail.batch(),
        tail.forks().stream().map(f -> new Fork(f.round(), Counts.of(f.cells()))).toList());
  }

  /** The same, of which only quantiles from some share of values on will be asked. */
  static TailCounts of(Tail tail, double least) {
    long from =
        tail.forks().stream()
            .map(Tail.ForkTail::cells)
            .filter(cells -> cells.total() > 0)
            .mapToLong(cells -> cells.valueAtRank(Counts.rank(least, cells.total())))
            .min()
            .orElse(0);
    return new TailCounts(
        tail.arm(),
        tail.batch(),
        tail.forks().stream().map(f -> new Fork(f.round(), Counts.of(f.cells(), from))).toList());
  }

  Arm arm() {
    return arm;
  }

  /** Operations behind each value. */
  int batch() {
    return batch;
  }

  List<Fork> forks() {
    return forks;
  }

  List<Counts> counts() {
    return counts;
  }

  Support support(double fraction) {
    return Support.of(fraction, counts);
  }

  long total() {
    return counts.stream().mapToLong(Counts::total).sum();
  }

  long max() {
    return counts.stream().mapToLong(Counts::max).max().orElse(0);
  }
}
