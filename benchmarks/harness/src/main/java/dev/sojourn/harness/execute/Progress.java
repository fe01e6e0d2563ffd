package dev.sojourn.harness.execute;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Run;
import java.time.Duration;

/** Is told how a session goes; every method may be left out. */
public interface Progress {
  /** Listens to nothing. */
  Progress NONE = new Progress() {};

  /**
   * The session has the machine to itself and begins.
   *
   * @param plan what will be measured
   * @param forks how many forks are still to be run
   * @param remaining how long they should take
   */
  default void started(Plan plan, int forks, Duration remaining) {}

  /**
   * The answers of a study are being compared.
   *
   * @param point study and parameters
   * @param number which of the plan's points it is, from 1
   * @param points how many there are
   */
  default void answersChecked(Plan.Point point, int number, int points) {}

  /**
   * A fork begins.
   *
   * @param fork the fork
   */
  default void forkStarted(PlannedFork fork) {}

  /**
   * A fork has ended, and what it measured is stored.
   *
   * @param fork the fork
   * @param outcome how it ended
   * @param forks how many forks are still to be run
   * @param remaining how long they should take
   */
  default void forkFinished(PlannedFork fork, ForkOutcome outcome, int forks, Duration remaining) {}

  /**
   * A fork's scores are thrown out, and it will be run again; {@link #forkFinished} follows.
   *
   * @param fork the fork
   * @param fate why, in kind: it was disturbed, or had not settled
   * @param reason why, in one line
   */
  default void forkThrownOut(PlannedFork fork, ForkConditions.Fate fate, String reason) {}

  /**
   * The run is stored; forks follow that are no part of it.
   *
   * @param purpose what they are for, in a few words
   * @param forks how many there are
   * @param expected how long they should take
   */
  default void unscoredForksFollow(String purpose, int forks, Duration expected) {}

  /**
   * A fork begins that is no part of the run and is not scored.
   *
   * @param purpose what it is for, in a few words
   * @param fork the fork
   * @param number which of such forks it is, from 1
   * @param forks how many there are
   */
  default void unscoredForkStarted(String purpose, PlannedFork fork, int number, int forks) {}

  /**
   * Something the user should know.
   *
   * @param text one line
   */
  default void message(String text) {}

  /**
   * The session has ended, finished or stopped.
   *
   * @param run the run as stored
   */
  default void ended(Run run) {}
}
