package dev.sojourn.results.report;

import dev.sojourn.results.model.Run;

/** What the numbers of a run say of its studies' claims, by its effort, the most first. */
enum Standing {
  /** They were taken to be judged. */
  JUDGED,
  /** They show that things run. */
  SMOKE,
  /** They are of one method beside itself, of which no claim speaks. */
  CALIBRATION;

  static Standing of(Run run) {
    return switch (run.plan().effort()) {
      case "smoke" -> SMOKE;
      case "calibrate" -> CALIBRATION;
      default -> JUDGED;
    };
  }
}
