package dev.sojourn.harness;

import dev.sojourn.results.model.Arm;

/**
 * One fork of a plan.
 *
 * @param round arms of one point with the same round are a pair, and run next to each other
 * @param position place in the whole order, from 0
 * @param arm what it measures
 * @param study the arm's study
 * @param shape what happens inside it
 */
public record PlannedFork(
    int round, int position, Arm arm, StudyDescriptor study, ForkShape shape) {

  /**
   * What the fork takes before one like it was observed: what its shape says, and for a lab every
   * invocation beside it.
   *
   * @return a guess in milliseconds
   */
  public long nominalMillis() {
    int invocations =
        study.card().isLab() ? shape.warmupIterations() + shape.measuredIterations() : 0;
    return shape.nominalMillis() + invocations * study.invocationTime().millis(arm.params());
  }

  /**
   * The same fork without the iterations in which latencies are recorded.
   *
   * @return a fork without a tail
   */
  public PlannedFork withoutTail() {
    return new PlannedFork(round, position, arm, study, shape.withoutTail());
  }

  /**
   * The same fork for a second try, when the first had not settled.
   *
   * @return a fork with twice the warm-up
   */
  public PlannedFork warmedTwiceAsLong() {
    return new PlannedFork(round, position, arm, study, shape.warmedTwiceAsLong());
  }
}
