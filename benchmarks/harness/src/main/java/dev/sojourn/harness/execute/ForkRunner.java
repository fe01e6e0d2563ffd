package dev.sojourn.harness.execute;

import dev.sojourn.harness.PlannedFork;

/** Runs one fork. */
public interface ForkRunner {
  /**
   * Runs a fork to its end.
   *
   * @param fork what to run
   * @return how it ended; a study that breaks is an outcome, never an exception
   */
  ForkOutcome run(PlannedFork fork);

  /** Ends the fork that is running, if any; callable from any thread. */
  default void stop() {}
}
