package dev.sojourn.results.model;

import java.util.List;

/**
 * What was meant to be measured, so that it can be held against what was, and gone on with after a
 * stop.
 *
 * @param effort name of the effort: {@code tour}, {@code smoke}, {@code screen}, {@code confirm},
 *     {@code publish}
 * @param pairs forks of every arm
 * @param seed seed of the order of forks
 * @param shape what happens inside a fork, in words; empty in runs that do not say
 * @param arms everything to be measured
 */
public record PlanCard(String effort, int pairs, long seed, String shape, List<Arm> arms) {
  /** Copies the list. */
  public PlanCard {
    arms = List.copyOf(arms);
  }

  /**
   * A plan that does not say what happens inside a fork.
   *
   * @param effort name of the effort
   * @param pairs forks of every arm
   * @param seed seed of the order of forks
   * @param arms everything to be measured
   */
  public PlanCard(String effort, int pairs, long seed, List<Arm> arms) {
    this(effort, pairs, seed, "", arms);
  }

  /**
   * The same plan of other arms, such as some of its own.
   *
   * @param others the arms
   * @return a copy
   */
  public PlanCard withArms(List<Arm> others) {
    return new PlanCard(effort, pairs, seed, shape, others);
  }
}
