package dev.sojourn.results.compare;

import dev.sojourn.results.model.Calibration;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference of two means whose forks were not interleaved, with what two sessions differ
 * anyway.
 *
 * <p>The variance of the difference is {@code s1^2/n1 + s2^2/n2 + 2 sigma^2}: Welch's, plus one
 * session's own offset on either side. No number of forks makes the last term smaller, because all
 * forks of a session share its offset.
 */
final class Welch {
  /**
   * Standard deviation of the logarithm of a session's offset, used until a machine has been
   * calibrated: identical code taken at two times is expected to differ by about this much. An
   * assumption, not a measurement.
   */
  static final double UNCALIBRATED_SESSION_SIGMA = 0.03;

  private final double difference;
  private final double variance;
  private final double freedom;

  private Welch(double difference, double variance, double freedom) {
    this.difference = difference;
    this.variance = variance;
    this.freedom = freedom;
  }

  /**
   * Subject minus reference, of logarithms; both sides need two values for more than an estimate.
   */
  static Welch of(double[] subject, double[] reference, double sessionSigma) {
    double difference = mean(subject) - mean(reference);
    if (subject.length < 2 || reference.length < 2) {
      return new Welch(difference, Double.POSITIVE_INFINITY, 1);
    }
    double a = variance(subject) / subject.length;
    double b = variance(reference) / reference.length;
    double total = a + b + 2 * sessionSigma * sessionSigma;
    double spread = a * a / (subject.length - 1) + b * b / (reference.length - 1);
    double freedom = spread == 0 ? 1e9 : Math.min(1e9, total * total / spread);
    return new Welch(difference, total, freedom);
  }

  /** What sessions differ anyway: as calibrated where they were counted, else as assumed. */
  static double sessionSigma(Optional<Calibration> calibration) {
    return calibration
        .map(Calibration::sessionSigma)
        .filter(sigma -> sigma >= 0 && Double.isFinite(sigma))
        .orElse(UNCALIBRATED_SESSION_SIGMA);
  }

  /** The same in words, saying where it comes from. */
  static String sessionText(Optional<Calibration> calibration) {
    boolean calibrated = calibration.filter(c -> c.sessionSigma() >= 0).isPresent();
    return "sigma %s, %s"
        .formatted(
            Judge.percent(sessionSigma(calibration)), calibrated ? "calibrated" : "uncalibrated");
  }

  double difference() {
    return difference;
  }

  Interval interval(double alpha) {
    if (!Double.isFinite(variance)) {
      return Interval.unbounded(difference);
    }
    double half =
        TDistribution.of(freedom).inverseSurvivalProbability(alpha / 2) * Math.sqrt(variance);
    return new Interval(difference, difference - half, difference + half);
  }

  double pValue() {
    if (!Double.isFinite(variance)) {
      return 1;
    }
    if (variance == 0) {
      return difference == 0 ? 1 : 0;
    }
    double t = Math.abs(difference) / Math.sqrt(variance);
    return Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(t));
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }
}
