package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Metric;
import java.util.Optional;

/**
 * How far a ratio must lie from 1 to matter, and how near to be called the same.
 *
 * @param harm share by which a cost must have grown or shrunk for sure to be called regressed or
 *     improved, such as 0.01
 * @param indifference share within which a cost must lie for sure to be called equivalent
 */
public record Margins(double harm, double indifference) {
  private static final double WIDEST_INDIFFERENCE = 0.04;

  /** Refuses margins that could call one ratio both harmful and indifferent to no end. */
  public Margins {
    if (!(harm > 0) || !(indifference >= harm) || !Double.isFinite(indifference)) {
      throw new IllegalArgumentException(
          "margins must be 0 < harm <= indifference, were %s and %s; try 0.01 and 0.02"
              .formatted(harm, indifference));
    }
  }

  /**
   * Indifference twice as wide as harm, but wider than 4 % only where harm itself is: what may hide
   * more is not the same.
   *
   * @param harm the margin of harm
   * @return the margins
   */
  public static Margins ofHarm(double harm) {
    return new Margins(harm, Math.max(harm, Math.min(2 * harm, WIDEST_INDIFFERENCE)));
  }

  /**
   * The margins a metric is judged by unless the user says otherwise: 1 % harm, for p99 10 %, for
   * p99.9 20 %.
   *
   * @param metric the metric
   * @return its margins
   */
  public static Margins of(Metric metric) {
    return switch (metric.name()) {
      case "p99" -> ofHarm(0.10);
      case "p99.9" -> ofHarm(0.20);
      default -> ofHarm(0.01);
    };
  }

  /**
   * The margins a metric of one arm is judged by on a calibrated machine: those of the metric, but
   * with a harm never below the noise floor of the arm's study, taken at its noisiest point.
   *
   * @param metric the metric
   * @param calibration what is known of the machine, if anything
   * @param arm what is judged
   * @param pairs pairs of the comparison; fewer than the calibration had make the floor wider
   * @return the margins
   */
  public static Margins of(Metric metric, Optional<Calibration> calibration, Arm arm, int pairs) {
    return of(metric, calibration.map(c -> c.floor(arm.study(), pairs).orElse(0)).orElse(0.0));
  }

  /** The margins of a metric with a harm never below a floor, where one is known. */
  static Margins of(Metric metric, double floor) {
    Margins usual = of(metric);
    return floor > usual.harm && Double.isFinite(floor) ? ofHarm(floor) : usual;
  }

  double logHarm() {
    return Math.log1p(harm);
  }

  double logIndifference() {
    return Math.log1p(indifference);
  }
}
