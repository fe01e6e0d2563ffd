package dev.sojourn.results.compare;

import java.util.Arrays;

/** Trend by order alone: Theil and Sen's slope, and Mann and Kendall's test for it. */
final class MannKendall {
  /*
   * Implementation notes. The number of orders of n values with so many inversions is counted by
   * inserting the values one by one: the i-th may pass 0 to i of its predecessors. The counts are
   * kept as shares, exact for n <= 18 and to the last digits beyond. Equal values count for neither
   * side, which makes p larger, never smaller.
   */
  private MannKendall() {}

  /** Median slope per step over all pairs of values. */
  static double slope(double[] values) {
    int n = values.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[next++] = (values[j] - values[i]) / (j - i);
      }
    }
    return median(slopes);
  }

  /**
   * Two-sided probability of an order at least as one-sided, when every order is equally likely.
   */
  static double p(double[] values) {
    int n = values.length;
    int pairs = n * (n - 1) / 2;
    int score = Math.abs(score(values));
    double[] shares = shares(n);
    double p = 0;
    for (int inversions = 0; inversions <= pairs; inversions++) {
      if (Math.abs(pairs - 2 * inversions) >= score) {
        p += shares[inversions];
      }
    }
    return Math.min(1, p);
  }

  /** Rising pairs less falling ones. */
  private static int score(double[] values) {
    int score = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        score += Integer.signum(Double.compare(values[j], values[i]));
      }
    }
    return score;
  }

  /** Share of all orders of n values that have so many inversions. */
  private static double[] shares(int n) {
    double[] shares = {1};
    for (int i = 1; i < n; i++) {
      double[] longer = new double[shares.length + i];
      for (int had = 0; had < shares.length; had++) {
        for (int passed = 0; passed <= i; passed++) {
          longer[had + passed] += shares[had] / (i + 1);
        }
      }
      shares = longer;
    }
    return shares;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int mid = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[mid] : (sorted[mid - 1] + sorted[mid]) / 2;
  }
}
