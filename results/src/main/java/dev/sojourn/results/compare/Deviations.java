package dev.sojourn.results.compare;

import java.util.Arrays;

/**
 * What the beginnings of a sequence, or its ends, cost as one piece: the sums of their absolute
 * deviations from their medians.
 *
 * <p><b>Costs.</b> A few steps for each value, once the values have been sorted. <b>Threads.</b>
 * One: places to work in are kept.
 */
final class Deviations {
  /*
   * Implementation notes. Adding a value to a sample raises its sum of absolute deviations by the value's distance from
   * the sample's median (from the nearer end of the interval of medians when their number is even). The medians of a
   * growing sample are found backwards: all values sorted are a list, the last comer leaves it first, and each time the
   * median is where it was or beside it. So no sample is ever sorted, and nothing is moved.
   */
  private final double[] sorted;
  private final double[] low;
  private final double[] high;
  private final Middle left;

  /** Of sequences of some of these values, which are sorted. */
  Deviations(double[] sorted) {
    this.sorted = sorted;
    this.low = new double[sorted.length];
    this.high = new double[sorted.length];
    this.left = new Middle(sorted.length);
  }

  /** The values' places among them all, from 0; equal values have a place each. */
  static int[] ranks(double[] values, double[] sorted) {
    int[] ranks = new int[values.length];
    int[] taken = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int first = Arrays.binarySearch(sorted, values[i]);
      while (first > 0 && Double.compare(sorted[first - 1], values[i]) == 0) {
        first--;
      }
      ranks[i] = first + taken[first]++;
    }
    return ranks;
  }

  /** Fills in, for each beginning of a sequence of all values, its sum: {@code sums[i]} of i. */
  void ofBeginnings(int[] ranks, double[] sums) {
    left.reset();
    medians(ranks, 0);
    double sum = 0;
    for (int i = 1; i < ranks.length; i++) {
      sum += raise(i, sorted[ranks[i]]);
      sums[i + 1] = sum;
    }
  }

  /** The same for each end of a sequence, of i values from its last on. */
  void ofEnds(int[] ranks, double[] sums) {
    int n = ranks.length;
    left.reset();
    for (int i = 0; i < n - 1; i++) {
      leave(ranks[i], n - 1 - i);
    }
    double sum = 0;
    for (int i = 1; i < n; i++) {
      sum += raise(i, sorted[ranks[n - 1 - i]]);
      sums[i + 1] = sum;
    }
  }

  /** The same for the beginnings of what is left of a sequence when its first values are gone. */
  void ofBeginnings(int[] ranks, Middle rest, double[] sums) {
    int start = ranks.length - rest.size();
    left.copy(rest);
    medians(ranks, start);
    double sum = 0;
    for (int i = start + 1; i < ranks.length; i++) {
      sum += raise(i - start, sorted[ranks[i]]);
      sums[i - start + 1] = sum;
    }
  }

  private void medians(int[] ranks, int start) {
    for (int i = ranks.length - 1; i > start; i--) {
      leave(ranks[i], i - start);
    }
  }

  private void leave(int rank, int size) {
    left.remove(rank);
    low[size] = sorted[left.low()];
    high[size] = sorted[left.high()];
  }

  private double raise(int size, double value) {
    return Math.max(0, Math.max(low[size] - value, value - high[size]));
  }

  /** Ranks that leave one by one, and which of those left are in the middle. */
  static final class Middle {
    private final int[] before;
    private final int[] after;
    private int size;
    private int low;

    /** All of so many. */
    Middle(int count) {
      before = new int[count + 1];
      after = new int[count + 1];
      reset();
    }

    private void reset() {
      size = before.length - 1;
      low = (size - 1) / 2;
      for (int rank = 0; rank <= size; rank++) {
        before[rank] = rank == 0 ? size : rank - 1;
        after[rank] = rank == size ? 0 : rank + 1;
      }
    }

    private void copy(Middle other) {
      System.arraycopy(other.before, 0, before, 0, before.length);
      System.arraycopy(other.after, 0, after, 0, after.length);
      size = other.size;
      low = other.low;
    }

    int size() {
      return size;
    }

    void remove(int rank) {
      if (size % 2 == 0) {
        low = rank <= low ? after[low] : low;
      } else {
        low = rank >= low ? before[low] : low;
      }
      after[before[rank]] = after[rank];
      before[after[rank]] = before[rank];
      size--;
    }

    int low() {
      return low;
    }

    int high() {
      return size % 2 == 0 ? after[low] : low;
    }
  }
}
