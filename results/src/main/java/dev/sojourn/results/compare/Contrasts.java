package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Within one run: every implementation against its study's baseline. */
public final class Contrasts {
  private Contrasts() {}

  /**
   * Each arm that is not its study's baseline against the baseline at the same parameter point,
   * metric by metric. Verdicts are corrected for their number: of those that call something faster
   * or slower, at most one in twenty is expected to be wrong.
   *
   * @param run a run, finished or not
   * @return the comparisons, in the order the run measured its arms
   */
  public static List<Comparison> of(Run run) {
    return of(run, Optional.empty());
  }

  /**
   * The same with margins that the calibrated noise of the machine cannot cross.
   *
   * @param run a run, finished or not
   * @param calibration what is known of its machine, if anything
   * @return the comparisons, in the order the run measured its arms
   */
  public static List<Comparison> of(Run run, Optional<Calibration> calibration) {
    Matching numbers = new Matching(run, calibration);
    Map<String, String> baselines = new HashMap<>();
    run.studies().forEach(card -> baselines.putIfAbsent(card.study(), card.baseline()));
    List<Comparison> result = new ArrayList<>();
    for (Arm arm : numbers.arms()) {
      Optional.ofNullable(baselines.get(arm.study()))
          .map(arm::withMethod)
          .filter(baseline -> !baseline.equals(arm))
          .filter(numbers::has)
          .map(base -> numbers.against(arm, numbers, base, numbers.pairing(arm, base)))
          .ifPresent(result::addAll);
    }
    return Corrected.of(result);
  }
}
