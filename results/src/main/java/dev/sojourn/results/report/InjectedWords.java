package dev.sojourn.results.report;

import dev.sojourn.results.model.CalibrationArm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The slowdowns of a calibration as its forks timed them, beside those that were asked for. */
final class InjectedWords {
  private InjectedWords() {}

  /** One sentence; empty when the forks did not tell. */
  static Optional<String> of(Run bank) {
    SortedMap<Double, List<Double>> found = new TreeMap<>();
    for (ForkConditions fork : bank.conditions()) {
      Double share = fork.facts().get(CalibrationArm.SLOWDOWN_SHARE);
      double wanted = CalibrationArm.of(fork.arm()).map(CalibrationArm::slowdown).orElse(0.0);
      if (fork.counts() && share != null && wanted > 0) {
        found.computeIfAbsent(wanted, w -> new ArrayList<>()).add(share);
      }
    }
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "slowdowns as the forks themselves timed them (median, least to most): "
                + found.entrySet().stream()
                    .map(e -> "+" + Units.percent(e.getKey()) + " was " + words(e.getValue()))
                    .collect(Collectors.joining("; ")));
  }

  private static String words(List<Double> shares) {
    List<Double> sorted = shares.stream().sorted().toList();
    return "%s (%s to %s)"
        .formatted(
            CalibrationTable.share(sorted.get(sorted.size() / 2)),
            CalibrationTable.share(sorted.getFirst()),
            CalibrationTable.share(sorted.getLast()));
  }
}
