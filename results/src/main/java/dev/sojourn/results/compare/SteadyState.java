package dev.sojourn.results.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a fork had settled before its scores were taken: neither creeping nor jumping while it
 * was measured.
 *
 * <p>A fork creeps when Theil and Sen's slope moves its scores by more than 1 % from first to last
 * and Mann and Kendall's exact test gives the order of the scores a p below .01. It jumps when the
 * best split of all its iterations into two level parts lies among the scored ones, the parts
 * differ by more than 3 %, and by more than the iterations' own scatter explains. The level of the
 * scores decides nothing.
 */
public final class SteadyState {
  /*
   * Implementation notes. All in logarithms, so a per cent is one at any level. The split minimises
   * the sum of absolute distances to the median of either part. A warm-up that starts many times
   * slower than it ends takes the best split to itself and would hide a jump later on: so while the
   * split lies in the warm-up, what precedes it is dropped and the rest is split again.
   *
   * Noise alone always has some best split. Its jump is held against what two medians of such noise
   * would differ by, the noise estimated from the scored iterations' distances to the median of
   * their part; white noise exceeds SCATTERS of that about once in a hundred forks, and
   * SteadyStateTest counts how often. The last rough iterations of the warm-up take no part in the
   * estimate, or they would excuse any jump. A part of fewer than three iterations may be one burst
   * and its neighbour, and moves the median of eight scores by next to nothing: no jump is looked
   * for there.
   */
  private static final int FEWEST = 6;
  private static final double CREEP = Math.log(1.01);
  private static final double CREEP_P = 0.01;
  private static final double JUMP = Math.log(1.03);
  private static final double SCATTERS = 5;
  private static final int SHORTEST_PART = 3;

  /** A normal distribution's standard deviation in units of its mean absolute deviation. */
  private static final double SD_PER_MEAN_DEVIATION = Math.sqrt(Math.PI / 2);

  private SteadyState() {}

  /**
   * A finding.
   *
   * @param steady whether the scores may be taken for those of a settled fork
   * @param reason one line: what moved, or why nothing can be said; empty for a fork that was seen
   *     to be steady
   */
  public record Steadiness(boolean steady, String reason) {}

  /**
   * Judges a fork.
   *
   * @param warmup scores of the warm-up iterations in their order, positive; they may be of another
   *     length than the scored ones
   * @param scores scores of the scored iterations in their order, positive
   * @return steady, with a reason, when there are fewer than six scores: that many cannot tell
   */
  public static Steadiness of(List<Double> warmup, List<Double> scores) {
    if (scores.size() < FEWEST) {
      return new Steadiness(
          true, "steadiness unknown: %d scores, %d are needed".formatted(scores.size(), FEWEST));
    }
    double[] measured = logs(scores.stream());
    double creep = MannKendall.slope(measured) * (measured.length - 1);
    if (Math.abs(creep) > CREEP && MannKendall.p(measured) < CREEP_P) {
      return new Steadiness(false, "no steady state: the scores creep by " + percent(creep));
    }
    double jump = jump(logs(Stream.concat(warmup.stream(), scores.stream())), warmup.size());
    if (Math.abs(jump) > JUMP) {
      return new Steadiness(false, "no steady state: the scores jump by " + percent(jump));
    }
    return new Steadiness(true, "");
  }

  private static double[] logs(Stream<Double> values) {
    return values.mapToDouble(Math::log).toArray();
  }

  private static String percent(double log) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * Math.expm1(log));
  }

  /** The jump among the scored iterations that noise does not explain, or 0. */
  private static double jump(double[] all, int warmup) {
    double[] rest = all;
    int before = warmup;
    Split split = best(rest, before);
    while (split.at() <= before && before > 0) {
      rest = Arrays.copyOfRange(rest, split.at(), rest.length);
      before -= split.at();
      split = best(rest, before);
    }
    return split.at() > before && split.isClear(rest, before) ? split.jump() : 0;
  }

  /**
   * Two level parts.
   *
   * @param at where the second begins
   * @param low median of the first
   * @param high median of the second
   */
  private record Split(int at, double low, double high) {
    private static Split of(double[] values, int at) {
      return new Split(
          at,
          MannKendall.median(Arrays.copyOfRange(values, 0, at)),
          MannKendall.median(Arrays.copyOfRange(values, at, values.length)));
    }

    private double jump() {
      return high - low;
    }

    /** Distances of the values from an index on to the median of their part, summed. */
    private double distances(double[] values, int from) {
      double sum = 0;
      for (int i = from; i < values.length; i++) {
        sum += Math.abs(values[i] - (i < at ? low : high));
      }
      return sum;
    }

    private boolean isClear(double[] values, int warmup) {
      int scores = values.length - warmup;
      double scatter = SD_PER_MEAN_DEVIATION * distances(values, warmup) / (scores - 2);
      double ofMedians = scatter * Math.sqrt(1.0 / at + 1.0 / (values.length - at));
      return Math.abs(jump()) > SCATTERS * ofMedians;
    }
  }

  private static Split best(double[] values, int warmup) {
    List<Split> splits = new ArrayList<>();
    for (int at = 1; at <= values.length - SHORTEST_PART; at++) {
      if (at <= warmup || at >= SHORTEST_PART) {
        splits.add(Split.of(values, at));
      }
    }
    return splits.stream()
        .min(Comparator.comparingDouble(split -> split.distances(values, 0)))
        .orElseThrow();
  }
}
