package dev.sojourn.results.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The null distribution of Wilcoxon's signed-rank statistic, exactly.
 *
 * <p>If a pair's difference is as likely positive as negative, every one of the 2^n patterns of
 * signs on the ranks 1 to n is equally likely, and the statistic is the sum of the ranks that got a
 * plus.
 *
 * <p><b>Costs.</b> O(n^3) time and O(n^2) space for n pairs, once for every n up to {@value
 * #MOST_KEPT}; what was counted is kept.
 *
 * @see <a href="https://doi.org/10.2307/3001968">Wilcoxon, Individual comparisons by ranking
 *     methods, 1945</a>
 */
public final class SignedRank {
  /*
   * Implementation notes. Ranks are added one by one to the distribution of their sum: with rank r the statistic stays
   * or grows by r, each with probability one half. Probabilities instead of counts keep the sums far from overflow. Ties
   * get the mean of their ranks, which may end in a half, so tied ranks are doubled to stay whole numbers.
   */
  private static final int MOST_KEPT = 64;

  private static final AtomicReferenceArray<double[]> KEPT =
      new AtomicReferenceArray<>(MOST_KEPT + 1);

  private SignedRank() {}

  /**
   * The cumulative distribution of the statistic without ties.
   *
   * @param n number of pairs, at least 0
   * @return element w is the probability of a statistic of at most w, for w from 0 to n(n+1)/2
   */
  public static double[] cumulative(int n) {
    return untied(n).clone();
  }

  /** Not to be modified. */
  private static double[] untied(int n) {
    double @Nullable [] kept = n > MOST_KEPT ? null : KEPT.get(n);
    if (kept != null) {
      return kept;
    }
    double[] counted = cumulative(IntStream.rangeClosed(1, n).toArray());
    if (n <= MOST_KEPT) {
      KEPT.set(n, counted);
    }
    return counted;
  }

  /**
   * How many of the smallest (and as many of the largest) Walsh averages lie outside a confidence
   * interval.
   *
   * @param n number of pairs
   * @param alpha chance of missing the true value, such as 0.05
   * @return the count k: the interval runs from the k-th smallest to the k-th largest; 0 when no
   *     interval is that sure
   */
  public static int criticalCount(int n, double alpha) {
    double[] cumulative = untied(n);
    int count = 0;
    while (count < cumulative.length && cumulative[count] <= alpha / 2) {
      count++;
    }
    return count;
  }

  /**
   * The two-sided p-value of differences being symmetric about zero; zeros are left out, ties share
   * their ranks.
   *
   * @param differences one per pair
   * @return the exact p-value, 1 when every difference is zero
   */
  public static double pValue(double[] differences) {
    double[] nonZero = Arrays.stream(differences).filter(d -> d != 0).toArray();
    int[] doubledRanks = doubledRanks(nonZero);
    int plus = 0;
    for (int i = 0; i < nonZero.length; i++) {
      plus += nonZero[i] > 0 ? doubledRanks[i] : 0;
    }
    if (distinct(doubledRanks)) {
      return pValue(plus / 2, untied(nonZero.length));
    }
    return pValue(plus, cumulative(doubledRanks));
  }

  private static double pValue(int plus, double[] cumulative) {
    int smaller = Math.min(plus, cumulative.length - 1 - plus);
    return Math.min(1, 2 * cumulative[smaller]);
  }

  private static boolean distinct(int[] ranks) {
    return Arrays.stream(ranks).distinct().count() == ranks.length;
  }

  private static double[] cumulative(int[] ranks) {
    double[] probability = new double[Arrays.stream(ranks).sum() + 1];
    probability[0] = 1;
    int reach = 0;
    for (int rank : ranks) {
      reach += rank;
      for (int w = reach; w >= 0; w--) {
        probability[w] = (probability[w] + (w >= rank ? probability[w - rank] : 0)) / 2;
      }
    }
    Arrays.parallelPrefix(probability, Double::sum);
    return probability;
  }

  private static int[] doubledRanks(double[] values) {
    Integer[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.abs(values[i])))
            .toArray(Integer[]::new);
    int[] ranks = new int[values.length];
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && Math.abs(values[order[to]]) == Math.abs(values[order[from]])) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = from + 1 + to;
      }
    }
    return ranks;
  }
}
