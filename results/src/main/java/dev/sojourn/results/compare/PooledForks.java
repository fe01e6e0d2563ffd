package dev.sojourn.results.compare;

import java.util.Arrays;
import java.util.List;

/**
 * Several forks' counts over one grid of cells, so that the quantiles of any mixture of the forks
 * are found without building the mixture.
 */
final class PooledForks {
  private final int forks;
  private final long[] totals;
  private final long[] values;

  /** Count up to a cell, of each fork: cell by cell, the forks of a cell beside each other. */
  private final long[] upTo;

  PooledForks(List<Counts> counts) {
    forks = counts.size();
    totals = counts.stream().mapToLong(Counts::total).toArray();
    values = union(counts);
    upTo = new long[values.length * forks];
    for (int fork = 0; fork < forks; fork++) {
      long[] own = counts.get(fork).atMost(values);
      for (int cell = 0; cell < own.length; cell++) {
        upTo[cell * forks + fork] = own[cell];
      }
    }
  }

  private static long[] union(List<Counts> counts) {
    long[] all = new long[counts.stream().mapToInt(Counts::cells).sum()];
    int end = 0;
    for (Counts own : counts) {
      own.copyValues(all, end);
      end += own.cells();
    }
    Arrays.sort(all);
    int kept = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[kept++] = all[i];
      }
    }
    return Arrays.copyOf(all, kept);
  }

  boolean isEmpty() {
    return values.length == 0;
  }

  /**
   * Quantiles of the forks' values together, each fork taken as often as its weight says.
   *
   * @param weights one for each fork, not negative, not all zero
   * @param fractions shares of values
   */
  long[] quantiles(int[] weights, double[] fractions) {
    return at(fractions).of(weights);
  }

  /**
   * The same quantiles of many mixtures.
   *
   * @param fractions shares of values
   */
  Mixtures at(double[] fractions) {
    return new Mixtures(fractions);
  }

  /** The first cell, from one on and not beyond another, with at least so many of one fork. */
  private int cell(int fork, double count, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle * forks + fork] >= count) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Some quantiles, to be asked of one mixture after another. */
  final class Mixtures {
    /*
     * Implementation notes. A mixture's quantile lies between those of its forks: where each fork has its share of values
     * and one more (or all it has), so has the mixture, and where each lacks more than one the mixture lacks as many as
     * it has forks. The one value is room for the rounding of ranks. Forks are alike, so few cells are left to search.
     */
    private final double[] fractions;
    private final int[] first;
    private final int[] last;
    private final int[] drawn = new int[forks];

    private Mixtures(double[] fractions) {
      this.fractions = fractions.clone();
      first = new int[fractions.length];
      last = new int[fractions.length];
      for (int i = 0; i < fractions.length; i++) {
        first[i] = values.length - 1;
        for (int fork = 0; fork < forks; fork++) {
          double share = fractions[i] * totals[fork];
          first[i] = PooledForks.this.cell(fork, share - 1, 0, first[i]);
          last[i] =
              PooledForks.this.cell(
                  fork, Math.min((double) totals[fork], share + 1), last[i], values.length - 1);
        }
      }
    }

    /**
     * The quantiles of a mixture.
     *
     * @param weights one for each fork, not negative, not all zero
     */
    long[] of(int[] weights) {
      long total = 0;
      int kinds = 0;
      for (int fork = 0; fork < forks; fork++) {
        total += weights[fork] * totals[fork];
        if (weights[fork] > 0) {
          drawn[kinds++] = fork;
        }
      }
      long[] quantiles = new long[fractions.length];
      for (int i = 0; i < fractions.length; i++) {
        long rank = Counts.rank(fractions[i], total);
        quantiles[i] = values[cell(weights, kinds, rank, first[i], last[i])];
      }
      return quantiles;
    }

    private int cell(int[] weights, int kinds, long rank, int from, int to) {
      int low = from;
      int high = to;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (upTo(weights, kinds, middle) >= rank) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    private long upTo(int[] weights, int kinds, int cell) {
      long sum = 0;
      for (int i = 0; i < kinds; i++) {
        sum += weights[drawn[i]] * upTo[cell * forks + drawn[i]];
      }
      return sum;
    }
  }
}
