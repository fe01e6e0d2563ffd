package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Tail;
import java.util.List;
import java.util.Optional;
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
   * Summarises a tail beside which no hiccups were recorded.
   *
   * @param tail the histograms of an arm
   * @return its summary
   */
  public static TailSummary of(Tail tail) {
    return of(tail, Optional.empty());
  }

  /**
   * Summarises a tail.
   *
   * @param tail the histograms of an arm
   * @param platform the hiccups recorded beside it, see {@link PlatformTail}
   * @return its summary
   */
  public static TailSummary of(Tail tail, Optional<Histogram> platform) {
    TailCounts counts = TailCounts.of(tail);
    return new TailSummary(
        tail.arm(),
        tail.batch(),
        tail.forks().size(),
        counts.total(),
        Quantile.of(0.5, counts, platform),
        Quantile.of(0.99, counts, platform),
        Quantile.of(0.999, counts, platform),
        counts.max());
  }

  /**
   * The quantiles, by rising share.
   *
   * @return p50, p99 and p99.9, known or not
   */
  public List<Quantile> quantiles() {
    return List.of(p50, p99, p999);
  }

  /**
   * One quantile over forks.
   *
   * @param fraction share of values at or below it, such as 0.99
   * @param nanos the quantile in nanoseconds, or {@code NaN} when the sample cannot carry it
   * @param low lower end of the 95 % interval over forks, or {@code NaN} with fewer than two forks
   * @param high upper end of the interval, or {@code NaN}
   * @param support whether the sample can carry the quantile, and why not
   * @param platformLimited whether it is below twice what the platform's own hiccups were at the
   *     same share
   */
  public record Quantile(
      double fraction,
      double nanos,
      double low,
      double high,
      Support support,
      boolean platformLimited) {
    /** What stands in place of a quantile that the sample cannot carry. */
    public static final String TOO_FEW = "n too small";

    /** What {@link #student} comes to with any number of forks. */
    static final double NORMAL = 1.959964;

    /**
     * Whether the sample can carry the quantile.
     *
     * @return true when {@link #nanos} is a number
     */
    public boolean known() {
      return support == Support.ENOUGH;
    }

    /**
     * Whether the forks were enough for an interval.
     *
     * @return true when both ends are numbers
     */
    public boolean hasInterval() {
      return !Double.isNaN(low) && !Double.isNaN(high);
    }

    static Quantile of(double fraction, TailCounts tail, Optional<Histogram> platform) {
      Support support = tail.support(fraction);
      if (support != Support.ENOUGH) {
        return new Quantile(fraction, Double.NaN, Double.NaN, Double.NaN, support, false);
      }
      double[] logs = logs(fraction, tail);
      double mean = Welch.mean(logs);
      double half = halfWidth(logs);
      double nanos = Math.exp(mean);
      return new Quantile(
          fraction,
          nanos,
          Math.exp(mean - half),
          Math.exp(mean + half),
          support,
          PlatformTail.limits(platform, fraction, nanos));
    }

    /** The geometric mean of the forks' quantiles, whether or not the sample can carry it. */
    static double nanos(double fraction, TailCounts tail) {
      return Math.exp(Welch.mean(logs(fraction, tail)));
    }

    private static double[] logs(double fraction, TailCounts tail) {
      return tail.counts().stream()
          .mapToDouble(f -> Math.log(Math.max(1.0, (double) f.quantile(fraction))))
          .toArray();
    }

    /** {@code NaN} of one fork. */
    static double halfWidth(double[] logs) {
      if (logs.length < 2) {
        return Double.NaN;
      }
      return student(logs.length) * Math.sqrt(Welch.variance(logs) / logs.length);
    }

    /**
     * Standard errors that 95 % of means of so many forks lie within. Two degrees of freedom fewer
     * than Student's: quantiles of forks with few stalls are skewed, and the standard error of
     * skewed values is too small when their mean is.
     */
    static double student(int forks) {
      return TDistribution.of(Math.max(1.0, forks - 3.0))
          .inverseSurvivalProbability(Judge.ALPHA / 2);
    }
  }
}
