package dev.sojourn.results.model;

import java.util.List;

/**
 * One metric of one arm, sample by sample and fork by fork.
 *
 * @param arm what was measured
 * @param metric what the scores mean
 * @param forks one sample per fork, in the order they ran
 */
public record Measurement(Arm arm, Metric metric, List<ForkSample> forks) {
  /** Copies the list. */
  public Measurement {
    forks = List.copyOf(forks);
  }
}
