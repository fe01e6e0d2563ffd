package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Tail;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The latency distribution of one arm in a few numbers, each only if there were samples enough to
 * know it.
 *
 * <p>A quantile is the geometric mean of the forks' own quantiles, with Student's interval over
 * forks: percentiles of one fork say nothing of the next one, so samples are never pooled to make
 * an interval look narrow.
 *
 * @param arm what was measured
 * @param batch operations behind each value; above 1, every value is the time of that many
 *     operations in a row
 * @param forks how many forks recorded
 * @param count values recorded, over all forks
 * @param p50 the median
 * @param p99 what one value in a hundred exceeds
 * @param p999 what one value in a thousand exceeds
 * @param maxNanos the largest value of any fork, in nanoseconds
 */
public record TailSummary(
    Arm arm,
    int batch,
    int forks,
    long count,
    Quantile p50,
    Quantile p99,
    Quantile p999,
    long maxNanos) {

  /**
   * Summarises a tail.
   *
   * @param tail the histograms of an arm
   * @return its summary
   */
  public static TailSummary of(Tail tail) {
    Histogram merged = tail.merged();
    return new TailSummary(
        tail.arm(),
        tail.batch(),
        tail.forks().size(),
        merged.getTotalCount(),
        Quantile.of(0.5, tail.forks()),
        Quantile.of(0.99, tail.forks()),
        Quantile.of(0.999, tail.forks()),
        merged.getMaxValue());
  }

  /**
   * One quantile over forks.
   *
   * @param fraction share of values at or below it, such as 0.99
   * @param nanos the quantile in nanoseconds, or {@code NaN} when a fork had too few values
   * @param low lower end of the 95 % interval over forks, or {@code NaN} with fewer than two forks
   * @param high upper end of the interval, or {@code NaN}
   */
  public record Quantile(double fraction, double nanos, double low, double high) {
    /** What stands in place of a quantile that the forks had too few values for. */
    public static final String TOO_FEW = "n too small";

    /**
     * Values beyond the quantile that a fork must be expected to hold before the quantile is shown.
     */
    static final int EXCEEDING_PER_FORK = 100;

    /**
     * Whether every fork had values enough.
     *
     * @return true when {@link #nanos} is a number
     */
    public boolean known() {
      return !Double.isNaN(nanos);
    }

    /**
     * Whether the forks were enough for an interval.
     *
     * @return true when both ends are numbers
     */
    public boolean hasInterval() {
      return !Double.isNaN(low) && !Double.isNaN(high);
    }

    static Quantile of(double fraction, List<Tail.ForkTail> forks) {
      boolean enough =
          forks.stream()
              .allMatch(f -> TailQuantiles.enough(fraction, f.histogram().getTotalCount()));
      if (forks.isEmpty() || !enough) {
        return new Quantile(fraction, Double.NaN, Double.NaN, Double.NaN);
      }
      double[] logs =
          forks.stream()
              .mapToDouble(f -> f.histogram().getValueAtPercentile(100 * fraction))
              .map(nanos -> Math.log(Math.max(1, nanos)))
              .toArray();
      return ofLogs(fraction, logs);
    }

    private static Quantile ofLogs(double fraction, double[] logs) {
      double mean = Welch.mean(logs);
      if (logs.length < 2) {
        return new Quantile(fraction, Math.exp(mean), Double.NaN, Double.NaN);
      }
      double half =
          TDistribution.of(logs.length - 1.0).inverseSurvivalProbability(Judge.ALPHA / 2)
              * Math.sqrt(Welch.variance(logs) / logs.length);
      return new Quantile(fraction, Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
    }
  }
}
