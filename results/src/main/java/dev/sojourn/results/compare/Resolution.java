package dev.sojourn.results.compare;

import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Metric;
import java.util.List;

/**
 * How finely the forks of an arm could tell a count. Bytes per operation are cut to a step that is
 * coarser the fewer operations an iteration holds, so that a change of speed alone may move them by
 * one step.
 */
final class Resolution {
  private Resolution() {}

  /** The coarsest step of an arm's forks that count, in the metric's unit; 0 where none has one. */
  static double of(List<ForkConditions> forks, Metric metric) {
    if (!metric.equals(Metric.ALLOCATION)) {
      return 0;
    }
    return forks.stream()
        .filter(ForkConditions::counts)
        .mapToDouble(fork -> fork.facts().getOrDefault(ForkConditions.ALLOCATION_STEP, 0.0))
        .filter(step -> step > 0)
        .max()
        .orElse(0);
  }
}
