package dev.sojourn.results.report;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Calibration.PowerPoint;
import dev.sojourn.results.model.Calibration.StudyNoise;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A calibration's studies as cells: noise, margin, smallest visible effect, and what was caught.
 */
final class CalibrationTable {
  private final Calibration calibration;
  private final List<Double> slowdowns;

  CalibrationTable(Calibration calibration) {
    this.calibration = calibration;
    this.slowdowns =
        calibration.power().stream().map(PowerPoint::injected).distinct().sorted().toList();
  }

  /** Heads as short as a terminal wants them; the last ones are slowdowns. */
  List<String> heads() {
    return heads("study", "method", "noise", "floor", "effect");
  }

  /** Heads that explain themselves. */
  List<String> longHeads() {
    return heads("study", "method", "pair noise", "floor", "smallest effect");
  }

  private List<String> heads(String... first) {
    List<String> heads = new ArrayList<>(List.of(first));
    slowdowns.forEach(slowdown -> heads.add("+" + Units.percent(slowdown)));
    return heads;
  }

  List<List<String>> rows() {
    return calibration.noise().stream().map(this::row).toList();
  }

  private List<String> row(StudyNoise noise) {
    Arm arm = noise.arm();
    List<String> row = new ArrayList<>();
    row.add(Words.plain((arm.studyName() + " " + arm.paramsText()).strip()));
    row.add(Words.plain(arm.method()));
    row.add(share(noise.pairSigma()));
    row.add(share(noise.floor()));
    row.add(share(noise.minimumDetectableEffect()));
    slowdowns.forEach(slowdown -> row.add(caught(arm, slowdown)));
    return row;
  }

  private String caught(Arm arm, double slowdown) {
    return calibration.power().stream()
        .filter(point -> point.arm().equals(arm) && point.injected() == slowdown)
        .findFirst()
        .map(point -> String.format(Locale.ROOT, "%.0f %%", 100 * point.rate()))
        .orElse("-");
  }

  /** Two digits behind the point: floors are small. */
  static String share(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f %%", 100 * share) : "-";
  }
}
