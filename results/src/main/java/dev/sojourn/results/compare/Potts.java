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
 * <p><b>Costs.</b> O(n^2) steps for n values, and O(n) space.
 *
 * @see <a href="https://doi.org/10.1109/TSP.2014.2329263">Storath, Weinmann and Demaret,
 *     Jump-sparse and sparse recovery using Potts functionals, 2014</a>
 */
final class Potts {
  /*
   * Implementation notes. The best cut before a place is found from the best cuts before every earlier one (Bellman),
   * exactly. What a piece costs is its sum of absolute deviations, a row of which is had in a few steps a value.
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
    double[] sorted = sorted(values);
    int[] ranks = Deviations.ranks(values, sorted);
    Deviations deviations = new Deviations(sorted);
    Deviations.Middle rest = new Deviations.Middle(n);
    double[] sums = new double[n + 1];
    for (int start = 0; start + shortest <= n; rest.remove(ranks[start]), start++) {
      if (Double.isInfinite(best[start]) && start > 0) {
        continue;
      }
      deviations.ofBeginnings(ranks, rest, sums);
      for (int end = start + shortest; end <= n; end++) {
        double cost = best[start] + penalty + sums[end - start];
        if (cost < best[end]) {
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

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /**
   * What the best single cut saves.
   *
   * @param cut where the second piece begins; 0 when the series is too short for two
   * @param gain sum of absolute deviations saved, not negative
   */
  record Split(int cut, double gain) {
    static Split best(double[] values, int shortest) {
      double[] sorted = sorted(values);
      return new Splits(sorted, shortest).best(Deviations.ranks(values, sorted));
    }
  }

  /**
   * The best single cuts of the same values in many orders.
   *
   * <p><b>Threads.</b> One: places to work in are kept.
   */
  static final class Splits {
    private final int shortest;
    private final Deviations deviations;
    private final double[] before;
    private final double[] after;

    Splits(double[] sorted, int shortest) {
      this.shortest = shortest;
      this.deviations = new Deviations(sorted);
      this.before = new double[sorted.length + 1];
      this.after = new double[sorted.length + 1];
    }

    /** The best cut of the values in the order that their places among them have. */
    Split best(int[] ranks) {
      int n = ranks.length;
      deviations.ofBeginnings(ranks, before);
      deviations.ofEnds(ranks, after);
      int best = 0;
      double most = 0;
      for (int cut = shortest; cut <= n - shortest; cut++) {
        double gain = before[n] - before[cut] - after[n - cut];
        if (gain > most) {
          best = cut;
          most = gain;
        }
      }
      return new Split(best, most);
    }
  }
}
