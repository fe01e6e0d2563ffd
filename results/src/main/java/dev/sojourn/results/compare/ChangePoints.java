package dev.sojourn.results.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Where a series of sessions changed its level for good.
 *
 * <p>Cuts are Potts', with a penalty that one series in a hundred of mere noise would reach; noise
 * is what the series leaves when its own best cut is taken out, shuffled in blocks so that sessions
 * near in time stay together. A cut is confirmed when its jump exceeds a floor and four sessions on
 * either side agree; otherwise it is a suspicion.
 *
 * <p><b>Costs.</b> A few milliseconds for fifty sessions.
 */
final class ChangePoints {
  /** Fewest sessions of a level. */
  static final int SHORTEST = 4;

  /** Jumps below this share are nobody's business, however sure. */
  static final double LEAST_JUMP = 0.03;

  /** Jumps below so many standard deviations of a session are weather. */
  static final double LEAST_SIGMAS = 3;

  private static final int BLOCK = 4;
  private static final int DRAWS = 499;
  private static final int FIRST_DRAWS = 60;
  private static final double FAMILY_WISE = 0.01;
  private static final int MOST_ROUNDS = 3;
  private static final long SEED = 20_261_123L;

  /** Standard deviations in a median absolute deviation of normal noise, upside down. */
  private static final double SIGMAS_PER_MAD = 1.4826;

  private final double[] values;
  private final double sessionSigma;

  private ChangePoints(double[] values, double sessionSigma) {
    this.values = values.clone();
    this.sessionSigma = Double.isFinite(sessionSigma) ? sessionSigma : 0;
  }

  /**
   * A change of level.
   *
   * @param index the first session of the new level
   * @param jump new level minus old, of logarithms
   * @param confirmed whether it is more than a suspicion
   * @param reason why
   */
  record Change(int index, double jump, boolean confirmed, String reason) {}

  /**
   * The changes of a series of logarithms, by rising index.
   *
   * @param sessionSigma standard deviation of a session's own offset where it was calibrated, else
   *     {@code NaN}
   */
  static List<Change> of(double[] values, double sessionSigma) {
    return values.length < 2 ? List.of() : new ChangePoints(values, sessionSigma).find();
  }

  private List<Change> find() {
    List<Integer> cuts = cuts();
    List<Change> changes = new ArrayList<>();
    double floor = floor(residuals(values, cuts));
    for (int i = 0; i < cuts.size(); i++) {
      int from = i == 0 ? 0 : cuts.get(i - 1);
      int to = i + 1 < cuts.size() ? cuts.get(i + 1) : values.length;
      changes.add(judged(cuts.get(i), from, to, floor));
    }
    suspectedAtTheEnd(changes.stream().filter(Change::confirmed).map(Change::index).toList())
        .ifPresent(
            last -> {
              changes.removeIf(c -> !c.confirmed() && c.index() > values.length - 2 * SHORTEST);
              changes.add(last);
            });
    return List.copyOf(changes);
  }

  private Change judged(int cut, int from, int to, double floor) {
    double before = median(values, from, cut);
    double jump = median(values, cut, to) - before;
    double middle = before + jump / 2;
    boolean agreed =
        agreeing(from, cut, middle, -jump) >= SHORTEST
            && agreeing(cut, to, middle, jump) >= SHORTEST;
    boolean beyond = Math.abs(jump) >= floor;
    String sides = "%d sessions before, %d after".formatted(cut - from, to - cut);
    String text =
        sides
            + (beyond ? ", beyond " : ", within ")
            + share(floor)
            + (agreed ? "" : ", but not four of either side agree");
    return new Change(cut, jump, beyond && agreed, text);
  }

  /** How many sessions lie on one side of the middle between two levels. */
  private int agreeing(int from, int to, double middle, double side) {
    int agreeing = 0;
    for (int i = from; i < to; i++) {
      agreeing += Math.signum(values[i] - middle) == Math.signum(side) ? 1 : 0;
    }
    return agreeing;
  }

  private List<Integer> cuts() {
    if (values.length < 2 * SHORTEST) {
      return List.of();
    }
    Potts.Split split = Potts.Split.best(values, SHORTEST);
    List<Integer> cuts = split.cut() > 0 ? List.of(split.cut()) : List.of();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Penalty penalty = new Penalty(cuts);
      if (Potts.cuts(values, penalty.atLeast(), SHORTEST).isEmpty()) {
        return List.of();
      }
      List<Integer> found = Potts.cuts(values, penalty.exactly(), SHORTEST);
      if (found.isEmpty() || found.equals(cuts)) {
        return found;
      }
      cuts = found;
    }
    return cuts;
  }

  /**
   * What the best cut of one shuffled series in a hundred saves. The fifth largest saving of the
   * first drawings only grows with more of them: what finds no cut by it finds none by the whole.
   */
  private final class Penalty {
    private final Potts.Splits splits;
    private final BlockShuffle shuffle;
    private final double spared;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final double[] gains = new double[DRAWS];

    Penalty(List<Integer> cuts) {
      double[] noise = residuals(values, cuts);
      double[] sorted = noise.clone();
      Arrays.sort(sorted);
      splits = new Potts.Splits(sorted, SHORTEST);
      shuffle = new BlockShuffle(Deviations.ranks(noise, sorted), BLOCK);
      int levels = cuts.size() + 1;
      spared = Math.sqrt(noise.length / Math.max(1.0, noise.length - 2.0 * levels));
    }

    double atLeast() {
      draw(0, FIRST_DRAWS);
      return nthLargest(FIRST_DRAWS);
    }

    /** To be asked second. */
    double exactly() {
      draw(FIRST_DRAWS, DRAWS);
      return nthLargest(DRAWS);
    }

    private void draw(int from, int to) {
      for (int draw = from; draw < to; draw++) {
        gains[draw] = spared * splits.best(shuffle.next(random)).gain();
      }
    }

    private double nthLargest(int draws) {
      double[] sorted = Arrays.copyOf(gains, draws);
      Arrays.sort(sorted);
      int beyond = DRAWS - (int) Math.ceil((1 - FAMILY_WISE) * (DRAWS + 1));
      return sorted[draws - 1 - beyond];
    }
  }

  /** One to three last sessions that all lie beyond the floor on one side of the level before. */
  private Optional<Change> suspectedAtTheEnd(List<Integer> cuts) {
    int start = cuts.isEmpty() ? 0 : cuts.getLast();
    for (int last = Math.min(SHORTEST - 1, values.length - start - 2); last >= 1; last--) {
      int cut = values.length - last;
      double level = median(values, start, cut);
      double[] before = Arrays.copyOf(values, cut);
      double floor = floor(residuals(before, cuts));
      double nearest = Double.POSITIVE_INFINITY;
      double side = Math.signum(values[cut] - level);
      for (int i = cut; i < values.length; i++) {
        nearest = Math.min(nearest, side * (values[i] - level));
      }
      if (nearest >= floor) {
        double jump = median(values, cut, values.length) - level;
        String text = last + " of " + SHORTEST + " sessions beyond " + share(floor) + " so far";
        return Optional.of(new Change(cut, jump, false, text));
      }
    }
    return Optional.empty();
  }

  private double floor(double[] noise) {
    double[] sizes = Arrays.stream(noise).map(Math::abs).toArray();
    double sigma = Math.max(sessionSigma, SIGMAS_PER_MAD * median(sizes, 0, sizes.length));
    return Math.max(Math.log1p(LEAST_JUMP), LEAST_SIGMAS * sigma);
  }

  private static double[] residuals(double[] values, List<Integer> cuts) {
    double[] residuals = values.clone();
    int from = 0;
    for (int piece = 0; piece <= cuts.size(); piece++) {
      int to = piece < cuts.size() ? cuts.get(piece) : values.length;
      double level = median(values, from, to);
      for (int i = from; i < to; i++) {
        residuals[i] -= level;
      }
      from = to;
    }
    return residuals;
  }

  static double median(double[] values, int from, int to) {
    double[] sorted = Arrays.copyOfRange(values, from, to);
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String share(double log) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * Math.expm1(log));
  }
}
