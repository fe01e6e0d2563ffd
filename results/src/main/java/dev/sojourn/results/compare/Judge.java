package dev.sojourn.results.compare;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns an interval of a log ratio into a verdict. */
final class Judge {
  /** Chance of an interval missing the true ratio. */
  static final double ALPHA = 0.05;

  /** Fewest pairs whose signed-rank test can reach {@link #ALPHA} at all. */
  static final int FEWEST_PAIRS = 6;

  /** Pairs nobody would wait for. */
  private static final int MOST_PAIRS = 10_000;

  private Judge() {}

  /** Judges pairs; the mean is the cross-check of Student's kind on the estimate by ranks. */
  static Verdict paired(Interval interval, double mean, int pairs, Margins margins) {
    if (!interval.bounded()) {
      return new Verdict.Inconclusive(
          FEWEST_PAIRS - pairs,
          "%s: too few for a 95 %% interval, which needs %d"
              .formatted(count(pairs, "pair"), FEWEST_PAIRS));
    }
    String numbers = count(pairs, "pair") + ": " + text(interval);
    int more = morePairs(interval, pairs, margins);
    if (decided(interval, margins) && mean * interval.estimate() < 0) {
      return new Verdict.Inconclusive(
          more,
          numbers + ", but the mean of the pairs lies on the other side of 1: a few extreme pairs");
    }
    Verdict verdict = byInterval(interval, margins, numbers);
    return verdict != null
        ? verdict
        : new Verdict.Inconclusive(
            more, numbers + ", on both sides of a margin; needs ~" + count(more, "more pair"));
  }

  /** Judges forks that did not run in turn. */
  static Verdict unpaired(Interval interval, int forks, String session, Margins margins) {
    String apart =
        "the forks were not interleaved, so two sessions' own difference (%s) is allowed for"
            .formatted(session);
    if (!interval.bounded()) {
      return new Verdict.Inconclusive(
          0, "%s a side: an interval needs 2; %s".formatted(count(forks, "fork"), apart));
    }
    String numbers = count(forks, "fork") + " a side: " + text(interval);
    Verdict verdict = byInterval(interval, margins, numbers + "; " + apart);
    return verdict != null
        ? verdict
        : new Verdict.Inconclusive(
            0,
            numbers
                + ", on both sides of a margin; "
                + apart
                + "; measure both interleaved to tell");
  }

  private static @Nullable Verdict byInterval(Interval interval, Margins margins, String numbers) {
    if (interval.low() > margins.logHarm()) {
      return new Verdict.Regressed(numbers + ", beyond +" + percent(margins.harm()));
    }
    if (interval.high() < -margins.logHarm()) {
      return new Verdict.Improved(numbers + ", beyond -" + percent(margins.harm()));
    }
    if (interval.low() >= -margins.logIndifference()
        && interval.high() <= margins.logIndifference()) {
      return new Verdict.Equivalent(numbers + ", within " + percent(margins.indifference()));
    }
    return null;
  }

  private static boolean decided(Interval interval, Margins margins) {
    return interval.low() > margins.logHarm() || interval.high() < -margins.logHarm();
  }

  /**
   * The interval shrinks with the root of the pairs; the nearest margin says how narrow it must
   * become.
   */
  static int morePairs(Interval interval, int pairs, Margins margins) {
    double centre = Math.abs(interval.estimate());
    double needed = Math.max(centre - margins.logHarm(), margins.logIndifference() - centre);
    double shrink = interval.halfWidth() / needed;
    double total = Math.ceil(pairs * shrink * shrink);
    return (int) Math.clamp(total - pairs, 1, MOST_PAIRS);
  }

  static String text(Interval interval) {
    return String.format(
        Locale.ROOT,
        "ratio %.3f [%.3f, %.3f]",
        Math.exp(interval.estimate()),
        Math.exp(interval.low()),
        Math.exp(interval.high()));
  }

  private static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  static String percent(double share) {
    String number = String.format(Locale.ROOT, "%.1f", share * 100);
    return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + " %";
  }
}
