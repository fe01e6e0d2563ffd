package dev.sojourn.results.compare;

import dev.sojourn.results.model.Calibration.FalseAlarms;
import dev.sojourn.results.model.Calibration.StudyNoise;
import dev.sojourn.results.model.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What comparisons of neighbouring identical forks tell of one study: its noise, the margin that
 * noise allows, and the smallest slowdown that would be caught.
 *
 * @param noise noise, floor and minimum detectable effect
 * @param alarms verdicts that should not have been
 */
record Relabelling(StudyNoise noise, FalseAlarms alarms) {
  /*
   * Implementation notes. An interval of Hodges and Lehmann moves with its sample: if every score of
   * the subject grew by a factor, both ends would by the same. So which margin would have kept a
   * comparison silent, and which slowdown it would have caught, can be read from its interval.
   */

  /** Chance of a false verdict that the floor leaves. */
  static final double FALSE_VERDICTS = 0.01;

  /** Chance of catching the minimum detectable effect. */
  static final double POWER = 0.80;

  /** Median of the absolute value of a standard normal variate, inverted. */
  private static final double MAD_TO_SIGMA = 1.4826;

  /** Efficiency of Hodges and Lehmann's estimate against the mean, for normal errors. */
  static final double EFFICIENCY = 3 / Math.PI;

  /**
   * Relabels a bank.
   *
   * @param bank one study's forks
   * @param times how often
   * @param margins the margins of who knows no calibration, by which alarms are counted; the effect
   *     is that of who knows this one
   * @param random draws the relabellings
   */
  static Relabelling of(Bank bank, int times, Margins margins, Random random) {
    List<double[]> comparisons =
        Stream.generate(() -> bank.relabelled(random))
            .limit(times)
            .filter(differences -> differences.length >= Judge.FEWEST_PAIRS)
            .toList();
    int pairs = comparisons.stream().mapToInt(d -> d.length).max().orElse(0);
    double sigma = sigma(bank.identicalPairs());
    List<Interval> intervals =
        comparisons.stream().map(d -> HodgesLehmann.of(d, Judge.ALPHA)).toList();
    double floor = Math.max(floorByFormula(sigma, pairs), floorOf(intervals));
    Margins inUse = Margins.of(Metric.TIME, floor);
    StudyNoise noise =
        new StudyNoise(
            bank.plain(),
            sigma,
            floor,
            Math.max(effectByFormula(sigma, pairs, inUse), effectOf(intervals, inUse)),
            pairs);
    long wrong =
        comparisons.stream()
            .filter(differences -> Calibrator.differs(Calibrator.verdict(differences, margins)))
            .count();
    return new Relabelling(noise, new FalseAlarms(comparisons.size(), (int) wrong));
  }

  /** Robust, about the truth: identical code has the ratio 1. */
  static double sigma(double[] differences) {
    double[] sizes = Arrays.stream(differences).map(Math::abs).toArray();
    return sizes.length == 0 ? Double.NaN : MAD_TO_SIGMA * quantile(sizes, 0.5);
  }

  /**
   * The margin at which an interval of normal pairs lies beyond it no more often than allowed: the
   * estimate must be off by the interval's half-width and the margin together.
   */
  static double floorByFormula(double sigma, int pairs) {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double more =
        normal.inverseSurvivalProbability(FALSE_VERDICTS / 2)
            - normal.inverseSurvivalProbability(Judge.ALPHA / 2);
    return Math.expm1(more * sigma / Math.sqrt(EFFICIENCY * pairs));
  }

  /** The margin beyond which no more intervals lay than allowed. */
  static double floorOf(List<Interval> intervals) {
    double[] beyond =
        intervals.stream()
            .mapToDouble(interval -> Math.max(0, Math.max(interval.low(), -interval.high())))
            .toArray();
    return beyond.length == 0 ? Double.NaN : Math.expm1(quantile(beyond, 1 - FALSE_VERDICTS));
  }

  /** Margin, half-width of the interval, and what chance must not take away again. */
  static double effectByFormula(double sigma, int pairs, Margins margins) {
    if (pairs < Judge.FEWEST_PAIRS) {
      return Double.NaN;
    }
    return Math.expm1(margins.logHarm() + sigma * Sight.widths(pairs));
  }

  /** The slowdown that lifts as many intervals wholly above the margin as should be. */
  static double effectOf(List<Interval> intervals, Margins margins) {
    double[] lifts =
        intervals.stream().mapToDouble(interval -> margins.logHarm() - interval.low()).toArray();
    return lifts.length == 0 ? Double.NaN : Math.expm1(quantile(lifts, POWER));
  }

  /** The smallest value that at least the given share of values does not exceed. */
  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(rank, 0, sorted.length - 1)];
  }
}
