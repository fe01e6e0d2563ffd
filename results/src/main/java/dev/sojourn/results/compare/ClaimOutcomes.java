package dev.sojourn.results.compare;

import dev.sojourn.results.model.Run;
import java.util.List;

/** Holds the claims of a run's studies against its numbers. */
public final class ClaimOutcomes {
  private ClaimOutcomes() {}

  /**
   * One outcome for each claim of each study, in the order the studies make them.
   *
   * @param run a run, finished or not
   * @return the outcomes
   */
  public static List<ClaimOutcome> of(Run run) {
    return List.of();
  }
}
