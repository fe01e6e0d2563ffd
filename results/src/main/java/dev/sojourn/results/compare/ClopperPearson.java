package dev.sojourn.results.compare;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The exact 95 % interval of a share that was counted in independent trials: it holds every share
 * under which a count as extreme as the one seen has a chance of at least 2.5 %.
 *
 * @param low lower end, 0 when nothing was counted
 * @param high upper end, 1 when everything was counted
 * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson, The use of confidence
 *     or fiducial limits, 1934</a>
 */
public record ClopperPearson(double low, double high) {
  /**
   * The interval of a count.
   *
   * @param count trials with the outcome, 0 to trials
   * @param trials independent trials; without any, every share is possible
   * @return the interval
   */
  public static ClopperPearson of(int count, int trials) {
    if (count < 0 || count > trials) {
      throw new IllegalArgumentException(
          "a count must be 0 to the number of trials, was %d of %d".formatted(count, trials));
    }
    double tail = Judge.ALPHA / 2;
    double low =
        count == 0
            ? 0
            : BetaDistribution.of(count, trials - count + 1.0).inverseCumulativeProbability(tail);
    double high =
        count == trials
            ? 1
            : BetaDistribution.of(count + 1.0, (double) trials - count)
                .inverseSurvivalProbability(tail);
    return new ClopperPearson(low, high);
  }
}
