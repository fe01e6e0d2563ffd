package dev.sojourn.results.compare;

import dev.sojourn.results.model.Tail;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The percentile curve of all forks' values together, with what it would have been had other forks
 * been drawn: 95 % of the curves of forks drawn anew, with replacement, lie within the band at any
 * one place.
 *
 * <p>A description of one curve, not the interval of a quantile: it is of the pooled values, where
 * the headline of {@link TailSummary} is of the typical fork, and with few forks it is too narrow.
 *
 * <p><b>Costs.</b> Time grows with draws, forks and fractions: about a millisecond for eight forks
 * at forty fractions.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron, Bootstrap methods: another look at
 *     the jackknife, 1979</a>
 */
public final class SpectrumBand {
  /** Draws of forks. */
  static final int DRAWS = 200;

  /** Fewer forks than this cannot be drawn in ways that tell anything. */
  public static final int FEWEST_FORKS = 3;

  /** Same runs, same page. */
  private static final long SEED = 20_261_123L;

  private SpectrumBand() {}

  /**
   * One place of the curve.
   *
   * @param fraction share of values at or below
   * @param nanos the pooled values' quantile, in nanoseconds
   * @param low lower end of the band; the quantile itself where the forks are too few
   * @param high upper end of the band
   */
  public record Point(double fraction, double nanos, double low, double high) {}

  /**
   * The curve at some shares.
   *
   * @param tail the histograms of an arm
   * @param fractions shares of values, rising
   * @return one point for each; none of a tail without values
   */
  public static List<Point> of(Tail tail, double... fractions) {
    return of(TailCounts.of(tail), fractions);
  }

  static List<Point> of(TailCounts tail, double... fractions) {
    PooledForks pooled = new PooledForks(tail.counts());
    int forks = tail.forks().size();
    if (pooled.isEmpty()) {
      return List.of();
    }
    int[] once = new int[forks];
    Arrays.fill(once, 1);
    PooledForks.Mixtures mixtures = pooled.at(fractions);
    long[] curve = mixtures.of(once);
    if (forks < FEWEST_FORKS) {
      return IntStream.range(0, fractions.length)
          .mapToObj(i -> new Point(fractions[i], curve[i], curve[i], curve[i]))
          .toList();
    }
    long[][] drawn = drawn(mixtures, forks, fractions.length);
    return IntStream.range(0, fractions.length)
        .mapToObj(i -> point(fractions[i], curve[i], drawn[i]))
        .toList();
  }

  /** The ends hold the curve itself too, which a percentile of skewed draws need not. */
  private static Point point(double fraction, long nanos, long[] drawn) {
    int outside = (int) (DRAWS * Judge.ALPHA / 2);
    long low = drawn[outside];
    long high = drawn[DRAWS - 1 - outside];
    return new Point(fraction, nanos, Math.min(low, nanos), Math.max(high, nanos));
  }

  /** Of each fraction the quantiles of all drawings, rising. */
  private static long[][] drawn(PooledForks.Mixtures mixtures, int forks, int fractions) {
    SplittableRandom random = new SplittableRandom(SEED);
    long[][] drawn = new long[fractions][DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      long[] quantiles = mixtures.of(weights(random, forks));
      for (int i = 0; i < fractions; i++) {
        drawn[i][draw] = quantiles[i];
      }
    }
    for (long[] quantiles : drawn) {
      Arrays.sort(quantiles);
    }
    return drawn;
  }

  static int[] weights(SplittableRandom random, int forks) {
    int[] weights = new int[forks];
    for (int i = 0; i < forks; i++) {
      weights[random.nextInt(forks)]++;
    }
    return weights;
  }
}
