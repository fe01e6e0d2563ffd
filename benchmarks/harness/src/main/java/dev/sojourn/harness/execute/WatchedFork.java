package dev.sojourn.harness.execute;

import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.noise.Platform;
import dev.sojourn.harness.noise.Readings;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkConditions.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fork that has run, and what the machine did meanwhile.
 *
 * @param fork what was run
 * @param outcome how it ended
 * @param readings the machine as seen from outside the fork
 * @param took wall time from start to end
 */
record WatchedFork(PlannedFork fork, ForkOutcome outcome, Readings readings, Duration took) {

  /** Runs a fork beside a watch. */
  static WatchedFork run(PlannedFork fork, ForkRunner runner, Platform platform) {
    long start = System.nanoTime();
    Platform.Watch watch = platform.start();
    ForkOutcome outcome = null;
    Readings readings;
    try {
      outcome = runner.run(fork);
    } finally {
      readings = watch.stop();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new WatchedFork(fork, Objects.requireNonNull(outcome), readings, took);
  }

  /** What is known of the machine from both sides. */
  SortedMap<String, Double> facts() {
    SortedMap<String, Double> facts = new TreeMap<>(readings.facts());
    if (outcome instanceof ForkOutcome.Measured measured) {
      facts.putAll(measured.facts());
    }
    return facts;
  }

  ForkConditions conditions(int attempt, Fate fate, String reason, List<Double> discarded) {
    return new ForkConditions(
        fork.arm(),
        fork.round(),
        fork.position(),
        attempt,
        fate,
        reason,
        facts(),
        discarded,
        readings.hiccups().map(Cells::of));
  }
}
