package dev.sojourn.harness.flame;

import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.harness.execute.ForkProfilers;

/** Runs one flame fork. */
@FunctionalInterface
public interface FlameRunner {
  /**
   * Runs a fork to its end.
   *
   * @param fork what to run
   * @param profilers what looks into it
   * @return how it ended; its numbers are not looked at
   */
  ForkOutcome run(PlannedFork fork, ForkProfilers profilers);
}
