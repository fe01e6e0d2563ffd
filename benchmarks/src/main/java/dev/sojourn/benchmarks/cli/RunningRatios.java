package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.report.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Each arm's time against its baseline's, over the rounds that were seen of both: something to look
 * at while a run goes on, and never a verdict.
 */
final class RunningRatios {
  private final Map<Arm, Map<Integer, Double>> times = new HashMap<>();

  /** A fork whose scores count, for now; a lab's time is no finding. */
  void add(PlannedFork fork, ForkOutcome.Measured measured) {
    if (!fork.study().card().isLab()) {
      of(fork.arm()).put(fork.round(), middle(measured.scores()));
    }
  }

  /** The scores of a fork's whole round do not count after all. */
  void discardRound(PlannedFork fork) {
    fork.study().arms(fork.arm().params()).forEach(arm -> of(arm).remove(fork.round()));
  }

  /** Such as {@code ratio 0.813 after 3}; empty for a baseline, and until both were seen. */
  String words(PlannedFork fork) {
    Map<Integer, Double> own = of(fork.arm());
    Map<Integer, Double> baseline = of(fork.arm().withMethod(fork.study().card().baseline()));
    List<Double> ratios =
        own.keySet().stream()
            .filter(round -> own != baseline && baseline.containsKey(round))
            .map(round -> value(own, round) / value(baseline, round))
            .toList();
    return ratios.isEmpty()
        ? ""
        : "ratio %s after %d".formatted(Units.ratio(middle(ratios)), ratios.size());
  }

  private Map<Integer, Double> of(Arm arm) {
    return times.computeIfAbsent(arm, a -> new HashMap<>());
  }

  private static double value(Map<Integer, Double> times, int round) {
    return Objects.requireNonNull(times.get(round));
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
