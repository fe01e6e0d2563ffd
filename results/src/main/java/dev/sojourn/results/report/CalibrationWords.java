package dev.sojourn.results.report;

import dev.sojourn.results.compare.Pairing;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.Sight;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Calibration.StudyNoise;
import dev.sojourn.results.model.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the instrument could and could not have seen in a run, in one paragraph. */
public final class CalibrationWords {
  private CalibrationWords() {}

  /**
   * The words for a run.
   *
   * @param run the run
   * @param calibration the newest calibration of its machine, if there is one
   * @return one paragraph, without a line feed
   */
  public static String of(Run run, Optional<Calibration> calibration) {
    return calibration
        .map(found -> of(run, found))
        .orElse("not calibrated: how often this machine cries wolf is unknown; run: calibrate");
  }

  /**
   * The words for two runs that ran in turn. For others there are none: what sessions differ anyway
   * decides what they can show, and the comparison says so itself.
   *
   * @param comparison two runs compared
   * @param calibration the newest calibration of the later run's machine, if there is one
   * @return one paragraph, perhaps empty, without a line feed
   */
  public static String of(RunComparison comparison, Optional<Calibration> calibration) {
    return comparison.pairing() == Pairing.PAIRED ? of(comparison.after(), calibration) : "";
  }

  private static String of(Run run, Calibration calibration) {
    List<String> studies =
        run.measurements().stream().map(m -> m.arm().study()).distinct().toList();
    List<StudyNoise> known =
        calibration.noise().stream().filter(n -> studies.contains(n.arm().study())).toList();
    int pairs = pairs(run);
    return Words.plain(
        "%s; calibrated %s, false verdicts %s%s"
            .formatted(
                known.isEmpty() ? "none of these studies is calibrated" : seen(known, pairs),
                calibration.label(),
                CalibrationReport.words(calibration.live()),
                known.isEmpty() ? "" : rest(studies, known)));
  }

  private static int pairs(Run run) {
    return run.measurements().stream()
        .mapToInt(m -> m.forks().size())
        .max()
        .orElse(run.plan().pairs());
  }

  private static String seen(List<StudyNoise> known, int pairs) {
    Comparator<StudyNoise> byEffect =
        Comparator.comparingDouble(noise -> Sight.smallestEffect(noise, pairs));
    StudyNoise best = known.stream().min(byEffect).orElseThrow();
    StudyNoise worst = known.stream().max(byEffect).orElseThrow();
    if (!Double.isFinite(Sight.smallestEffect(worst, pairs))) {
      return "with %s no effect could have been seen".formatted(Words.counted(pairs, "pair"));
    }
    String range =
        best.equals(worst) ? named(best, pairs) : named(best, pairs) + " to " + named(worst, pairs);
    return "with %s on this machine effects below %s could not have been seen"
        .formatted(Words.counted(pairs, "pair"), range);
  }

  private static String named(StudyNoise noise, int pairs) {
    return "%s (%s)"
        .formatted(
            CalibrationTable.share(Sight.smallestEffect(noise, pairs)), noise.arm().studyName());
  }

  private static String rest(List<String> studies, List<StudyNoise> known) {
    long calibrated = known.stream().map(n -> n.arm().study()).distinct().count();
    long rest = studies.size() - calibrated;
    return rest == 0 ? "" : "; " + Words.counted(rest, "study", "studies") + " not calibrated";
  }
}
