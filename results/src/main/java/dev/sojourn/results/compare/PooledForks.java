package dev.sojourn.results.compare;

import java.util.List;
import java.util.stream.LongStream;

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
    values =
        counts.stream().flatMapToLong(c -> LongStream.of(c.values())).sorted().distinct().toArray();
    upTo = new long[values.length * forks];
    for (int fork = 0; fork < forks; fork++) {
      Counts own = counts.get(fork);
      for (int cell = 0; cell < values.length; cell++) {
        upTo[cell * forks + fork] = own.atMost(values[cell]);
      }
    }
  }

  boolean isEmpty() {
    return values.length == 0;
  }

  /**
   * Quantiles of the forks' values together, each fork taken as often as its weight says.
   *
   * @param weights one for each fork, not negative, not all zero
   * @param fractions shares of values, rising
   */
  long[] quantiles(int[] weights, double[] fractions) {
    long total = 0;
    for (int fork = 0; fork < forks; fork++) {
      total += weights[fork] * totals[fork];
    }
    long[] quantiles = new long[fractions.length];
    int from = 0;
    for (int i = 0; i < fractions.length; i++) {
      from = cell(weights, Counts.rank(fractions[i], total), from);
      quantiles[i] = values[from];
    }
    return quantiles;
  }

  /** The first cell, from one on, with at least so many values up to it. */
  private int cell(int[] weights, long rank, int from) {
    int low = from;
    int high = values.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo(weights, middle) >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private long upTo(int[] weights, int cell) {
    long sum = 0;
    for (int fork = 0, at = cell * forks; fork < forks; fork++, at++) {
      sum += weights[fork] * upTo[at];
    }
    return sum;
  }
}
