package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * How two arms' latencies differ along the whole distribution: the ratio of their quantiles from
 * the median to the largest value, with bands that hold all true ratios at once.
 *
 * <p>At each quantile the ratio is the geometric mean of the pairs' own ratios. The band is as many
 * standard errors wide at every quantile as 95 % of drawings of the pairs, with replacement, need
 * for all quantiles together, and wider by as much as Student's factor exceeds the normal one.
 *
 * @param subject what is judged
 * @param reference what it is held against
 * @param pairs rounds that both arms have
 * @param points one for each quantile, from the median to the largest value
 * @see <a href="https://doi.org/10.1214/aos/1176342704">Doksum, Empirical probability plots and
 *     statistical inference for nonlinear models in the two-sample case, 1974</a>
 */
public record ShiftFunction(Arm subject, Arm reference, int pairs, List<Point> points) {
  private static final int DRAWS = 2000;
  private static final long SEED = 20_261_123L;
  private static final double LARGEST = 1;

  /** The quantiles, by the names they are shown under. */
  private static final Map<Double, String> NAMES =
      Map.of(0.5, "p50", 0.9, "p90", 0.99, "p99", 0.999, "p99.9", 0.9999, "p99.99", LARGEST, "max");

  /** Copies the list. */
  public ShiftFunction {
    points = List.copyOf(points);
  }

  /**
   * One quantile of both arms.
   *
   * @param name such as {@code p99.9} or {@code max}
   * @param fraction share of values at or below it; 1 for the largest value
   * @param ratio subject divided by reference; {@code NaN} when a sample cannot carry the quantile
   * @param low lower end of the simultaneous 95 % band, or {@code NaN} without one
   * @param high upper end of the band, or {@code NaN}
   * @param support whether both samples can carry the quantile, and why not
   * @param platformLimited whether either arm's quantile is below twice what the platform's own
   *     hiccups were at the same share
   */
  public record Point(
      String name,
      double fraction,
      double ratio,
      double low,
      double high,
      Support support,
      boolean platformLimited) {
    /**
     * Whether both samples can carry the quantile.
     *
     * @return true when {@link #ratio} is a number
     */
    public boolean known() {
      return support == Support.ENOUGH;
    }

    /**
     * Whether the arms differ here, with all other quantiles looked at too.
     *
     * @return true when the band excludes 1 and the platform cannot have made either quantile
     */
    public boolean differs() {
      return !platformLimited && (low > 1 || high < 1);
    }
  }

  /**
   * Holds one arm's latencies against another's, pair by pair, where no hiccups were recorded.
   *
   * @param subject what is judged
   * @param reference what it is held against
   * @return the function; empty when the arms recorded other batches or have no round in common
   */
  public static Optional<ShiftFunction> of(Tail subject, Tail reference) {
    return of(subject, Optional.empty(), reference, Optional.empty());
  }

  /**
   * Holds one arm's latencies against another's of the same run, pair by pair.
   *
   * @param run where hiccups were recorded beside them, see {@link PlatformTail}
   * @param subject what is judged
   * @param reference what it is held against
   * @return the function; empty when the arms recorded other batches or have no round in common
   */
  public static Optional<ShiftFunction> of(Run run, Tail subject, Tail reference) {
    return of(
        subject,
        PlatformTail.of(run, subject.arm()),
        reference,
        PlatformTail.of(run, reference.arm()));
  }

  private static Optional<ShiftFunction> of(
      Tail subject,
      Optional<Histogram> besideSubject,
      Tail reference,
      Optional<Histogram> besideReference) {
    if (subject.batch() != reference.batch()) {
      return Optional.empty();
    }
    Map<Integer, Counts> mine = byRound(TailCounts.of(subject));
    Map<Integer, Counts> theirs = byRound(TailCounts.of(reference));
    mine.keySet().retainAll(theirs.keySet());
    theirs.keySet().retainAll(mine.keySet());
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    List<Quantile> quantiles =
        Stream.of(0.5, 0.9, 0.99, 0.999, 0.9999, LARGEST)
            .map(
                f ->
                    Quantile.of(
                        f,
                        List.copyOf(mine.values()),
                        besideSubject,
                        List.copyOf(theirs.values()),
                        besideReference))
            .toList();
    double factor = factor(quantiles, mine.size());
    return Optional.of(
        new ShiftFunction(
            subject.arm(),
            reference.arm(),
            mine.size(),
            quantiles.stream().map(q -> q.point(factor)).toList()));
  }

  private static Map<Integer, Counts> byRound(TailCounts tail) {
    Map<Integer, Counts> rounds = new TreeMap<>();
    tail.forks().stream()
        .filter(f -> f.counts().total() > 0)
        .forEach(f -> rounds.put(f.round(), f.counts()));
    return rounds;
  }

  /** Standard errors that hold all quantiles at once; infinite below the fewest pairs. */
  private static double factor(List<Quantile> quantiles, int pairs) {
    if (pairs < Judge.FEWEST_PAIRS) {
      return Double.POSITIVE_INFINITY;
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] widest = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] weights = SpectrumBand.weights(random, pairs);
      for (Quantile quantile : quantiles) {
        widest[draw] = Math.max(widest[draw], quantile.distance(weights));
      }
    }
    Arrays.sort(widest);
    return widest[(int) (DRAWS * (1 - Judge.ALPHA))] * Quantile.smallSample(pairs);
  }

  /** One quantile's log ratios, pair by pair. */
  private static final class Quantile {
    private final double fraction;
    private final double[] logs;
    private final double mean;
    private final double error;
    private final Support support;
    private final boolean platformLimited;

    private Quantile(double fraction, double[] logs, Support support, boolean platformLimited) {
      this.fraction = fraction;
      this.logs = logs;
      this.mean = Welch.mean(logs);
      this.error = logs.length < 2 ? 0 : Math.sqrt(Welch.variance(logs) / logs.length);
      this.support = support;
      this.platformLimited = platformLimited;
    }

    static Quantile of(
        double fraction,
        List<Counts> mine,
        Optional<Histogram> besideMine,
        List<Counts> theirs,
        Optional<Histogram> besideTheirs) {
      double[] logs = new double[mine.size()];
      Arrays.setAll(logs, i -> log(mine.get(i), fraction) - log(theirs.get(i), fraction));
      boolean limited =
          PlatformTail.limits(besideMine, fraction, nanos(mine, fraction))
              || PlatformTail.limits(besideTheirs, fraction, nanos(theirs, fraction));
      return new Quantile(fraction, logs, support(fraction, mine, theirs), limited);
    }

    private static double nanos(List<Counts> forks, double fraction) {
      return Math.exp(forks.stream().mapToDouble(f -> log(f, fraction)).average().orElse(0));
    }

    private static double log(Counts counts, double fraction) {
      return Math.log(Math.max(1.0, (double) counts.quantile(fraction)));
    }

    /** The largest value needs no sample beyond it: it is what it is. */
    private static Support support(double fraction, List<Counts> mine, List<Counts> theirs) {
      if (fraction == LARGEST) {
        return Support.ENOUGH;
      }
      Support own = Support.of(fraction, mine);
      return own == Support.ENOUGH ? Support.of(fraction, theirs) : own;
    }

    /** How many standard errors the mean of drawn pairs lies from the mean of all. */
    double distance(int[] weights) {
      if (support != Support.ENOUGH || error == 0) {
        return 0;
      }
      double sum = 0;
      for (int i = 0; i < logs.length; i++) {
        sum += weights[i] * logs[i];
      }
      return Math.abs(sum / logs.length - mean) / error;
    }

    /** Drawn means vary less than means do, by (n - 1) / n, and their spread is an estimate too. */
    static double smallSample(int pairs) {
      double student = TailSummary.Quantile.student(pairs) / TailSummary.Quantile.NORMAL;
      return student * Math.sqrt((double) pairs / (pairs - 1));
    }

    Point point(double factor) {
      String name = NAMES.getOrDefault(fraction, "");
      if (support != Support.ENOUGH) {
        return new Point(name, fraction, Double.NaN, Double.NaN, Double.NaN, support, false);
      }
      boolean band = Double.isFinite(factor);
      return new Point(
          name,
          fraction,
          Math.exp(mean),
          band ? Math.exp(mean - factor * error) : Double.NaN,
          band ? Math.exp(mean + factor * error) : Double.NaN,
          support,
          platformLimited);
    }
  }
}
