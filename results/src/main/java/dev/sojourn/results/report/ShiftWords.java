package dev.sojourn.results.report;

import dev.sojourn.results.compare.ShiftFunction;
import java.util.List;

/** Shift functions as text: ratios of quantiles, and which of them differ for sure. */
final class ShiftWords {
  /** Follows a ratio whose band excludes 1. */
  static final String DIFFERS = "*";

  private ShiftWords() {}

  static String ratio(ShiftFunction.Point point) {
    return point.known() ? Units.ratio(point.ratio()) + (point.differs() ? DIFFERS : "") : "-";
  }

  static String band(ShiftFunction.Point point) {
    return point.known() ? Units.interval(point.low(), point.high()) : "-";
  }

  /** What stands behind a ratio. */
  static String reason(ShiftFunction.Point point) {
    String band = point.known() ? "simultaneous 95% band " + band(point) : point.support().words();
    return point.platformLimited() ? band + "; platform-limited: no claim" : band;
  }

  static String style(ShiftFunction.Point point) {
    return !point.differs() ? "inconclusive" : point.ratio() > 1 ? "worse" : "better";
  }

  /** What a reader must know of the ratios. */
  static String note(List<ShiftFunction> shifts) {
    boolean bands =
        shifts.stream()
            .flatMap(shift -> shift.points().stream())
            .anyMatch(point -> !Double.isNaN(point.low()));
    return bands
        ? "Ratios to the baseline, pair by pair; "
            + DIFFERS
            + " : its band excludes 1, the bands holding all six at once in 95 of 100 runs."
        : "Ratios to the baseline, pair by pair; too few pairs for bands.";
  }
}
