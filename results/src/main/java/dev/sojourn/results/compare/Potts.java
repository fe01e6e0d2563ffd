package dev.sojourn.results.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Cuts a series into pieces of constant level: the cuts that make the absolute deviations from the
 * pieces' medians, plus a penalty for each cut, as small as can be. Medians and absolute
 * deviations, so that one wild session is no level of its own.
 *
 * <p><b>Costs.</b> O(n^2) time and space for n values, and a sorted insertion for each pair.
 *
 * @see <a href="https://doi.org/10.1109/TSP.2014.2329263">Storath, Weinmann and Demaret,
 *     Jump-sparse and sparse recovery using Potts functionals, 2014</a>
 */
final class Potts {
  /*
   * Implementation notes. deviation[i][j - i] is the least sum of absolute deviations of the values i ... j from one
   * level. Adding a value to a sample raises that sum by the value's distance from the sample's median (from the nearer
   * end of the interval of medians when their number is even), so a row costs one sorted insertion a value. The best cut
   * before j is then found from the best cuts before every earlier place (Bellman), exactly.
   */
  private Potts() {}

  /**
   * The places where a new level begins, rising; empty when one level explains the series best.
   *
   * @param values the series
   * @param penalty what a cut must save
   * @param shortest fewest values of a piece, at least 1
   */
  static List<Integer> cuts(double[] values, double penalty, int shortest) {
    int n = values.length;
    double[] best = new double[n + 1];
    int[] from = new int[n + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = -penalty;
    for (int start = 0; start + shortest <= n; start++) {
      if (Double.isInfinite(best[start]) && start > 0) {
        continue;
      }
      Deviation piece = new Deviation(n - start);
      for (int end = start + 1; end <= n; end++) {
        piece.add(values[end - 1]);
        double cost = best[start] + penalty + piece.sum();
        if (end - start >= shortest && cost < best[end]) {
          best[end] = cost;
          from[end] = start;
        }
      }
    }
    return path(from, n);
  }

  private static List<Integer> path(int[] from, int n) {
    List<Integer> cuts = new ArrayList<>();
    for (int at = from[n]; at > 0; at = from[at]) {
      cuts.add(at);
    }
    Collections.reverse(cuts);
    return cuts;
  }

  /**
   * What the best single cut saves.
   *
   * @param cut where the second piece begins; 0 when the series is too short for two
   * @param gain sum of absolute deviations saved, not negative
   */
  record Split(int cut, double gain) {
    static Split best(double[] values, int shortest) {
      int n = values.length;
      double[] before = sums(values, false);
      double[] after = sums(values, true);
      Split best = new Split(0, 0);
      for (int cut = shortest; cut <= n - shortest; cut++) {
        double gain = before[n] - before[cut] - after[n - cut];
        best = gain > best.gain() ? new Split(cut, gain) : best;
      }
      return best;
    }

    private static double[] sums(double[] values, boolean backwards) {
      int n = values.length;
      Deviation piece = new Deviation(n);
      double[] sums = new double[n + 1];
      for (int i = 0; i < n; i++) {
        piece.add(values[backwards ? n - 1 - i : i]);
        sums[i + 1] = piece.sum();
      }
      return sums;
    }
  }

  /** A growing sample and its sum of absolute deviations from its median. */
  private static final class Deviation {
    private final double[] sorted;
    private int size;
    private double sum;

    Deviation(int capacity) {
      sorted = new double[capacity];
    }

    void add(double value) {
      if (size > 0) {
        double low = sorted[(size - 1) / 2];
        double high = sorted[size / 2];
        sum += Math.max(0, Math.max(low - value, value - high));
      }
      int place = Arrays.binarySearch(sorted, 0, size, value);
      place = place < 0 ? -place - 1 : place;
      System.arraycopy(sorted, place, sorted, place + 1, size - place);
      sorted[place] = value;
      size++;
    }

    double sum() {
      return sum;
    }
  }
}
