package dev.sojourn.results.compare;

import dev.sojourn.results.model.Calibration.StudyNoise;
import dev.sojourn.results.model.Metric;
import org.apache.commons.statistics.distribution.TDistribution;

/** How small an effect a number of pairs can show. */
public final class Sight {
  private Sight() {}

  /**
   * The smallest slowdown that so many pairs usually show, by a calibration of perhaps another
   * number and with the margin of harm that its floor makes.
   *
   * @param noise what a calibration found
   * @param pairs pairs of a comparison
   * @return a share such as 0.05; infinite with fewer pairs than an interval needs
   */
  public static double smallestEffect(StudyNoise noise, int pairs) {
    if (pairs < Judge.FEWEST_PAIRS || noise.pairs() < Judge.FEWEST_PAIRS) {
      return Double.POSITIVE_INFINITY;
    }
    double known = Margins.of(Metric.TIME, noise.floor()).logHarm();
    double harm = Margins.of(Metric.TIME, noise.floor(pairs)).logHarm();
    double beyond = Math.max(0, Math.log1p(noise.minimumDetectableEffect()) - known);
    return Math.expm1(harm + beyond * widths(pairs) / widths(noise.pairs()));
  }

  /**
   * Half-width of the interval, and what chance must not take away again, in standard deviations of
   * a pair.
   */
  static double widths(int pairs) {
    TDistribution student = TDistribution.of(pairs - 1.0);
    return (student.inverseSurvivalProbability(Judge.ALPHA / 2)
            + student.inverseSurvivalProbability(1 - Relabelling.POWER))
        / Math.sqrt(Relabelling.EFFICIENCY * pairs);
  }
}
