package dev.sojourn.results.compare;

import dev.sojourn.results.model.Measurement;
import java.util.List;

/** One fork's one number. */
record ForkValue(int round, double value) {

  static List<ForkValue> of(Measurement measurement) {
    return measurement.forks().stream()
        .map(fork -> new ForkValue(fork.round(), fork.median()))
        .toList();
  }

  static double median(List<ForkValue> forks) {
    double[] sorted = forks.stream().mapToDouble(ForkValue::value).sorted().toArray();
    int mid = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[mid] : (sorted[mid - 1] + sorted[mid]) / 2;
  }
}
