package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.List;

/** Within one run: every implementation against its study's baseline. */
public final class Contrasts {
  private Contrasts() {}

  /**
   * Each arm that is not its study's baseline against the baseline at the same parameter point,
   * metric by metric.
   *
   * @param run a run, finished or not
   * @return the comparisons, in the order the run measured its arms
   */
  public static List<Comparison> of(Run run) {
    Matching numbers = new Matching(run);
    List<Comparison> result = new ArrayList<>();
    for (Arm arm : numbers.arms()) {
      run.study(arm.study())
          .map(card -> arm.withMethod(card.baseline()))
          .filter(baseline -> !baseline.equals(arm))
          .filter(numbers::has)
          .map(base -> numbers.against(arm, numbers, base, numbers.pairing(arm, base)))
          .ifPresent(result::addAll);
    }
    return List.copyOf(result);
  }
}
