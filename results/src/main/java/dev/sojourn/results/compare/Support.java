package dev.sojourn.results.compare;

import java.util.List;

/**
 * Whether a sample can carry a quantile: enough values beyond it in every fork, and enough forks
 * behind those values.
 *
 * <p>Slow operations come in bursts, so a thousand of them may be one event. How many events there
 * were cannot be told from histograms, which keep no order; forks can be told apart, and what
 * happened in several of them did not happen once.
 */
public enum Support {
  /** The quantile may be shown. */
  ENOUGH(""),
  /** Some fork holds too few values. */
  TOO_FEW_VALUES("n too small: fewer than 100 values beyond it expected in a fork"),
  /** There are too few forks to tell a habit from an event. */
  TOO_FEW_FORKS("n too small: fewer than 3 forks"),
  /** More than half of the values at or beyond the pooled quantile are one fork's. */
  ONE_FORK("n too small: one fork holds more than half of the values beyond it");

  /** Values that a fork must be expected to hold beyond the quantile. */
  static final int BEYOND_PER_FORK = 100;

  /** Fewest forks that hold values beyond a quantile of the tail. */
  static final int FEWEST_FORKS = 3;

  /** Quantiles from here on are of the tail: they hang on events, not on the body. */
  static final double TAIL_FROM = 0.9;

  private final String words;

  Support(String words) {
    this.words = words;
  }

  /**
   * Why the quantile is not shown.
   *
   * @return a clause for a reader; empty when it is shown
   */
  public String words() {
    return words;
  }

  static Support of(double fraction, List<Counts> forks) {
    long needed = Math.round(BEYOND_PER_FORK / (1 - fraction));
    if (forks.isEmpty() || forks.stream().anyMatch(f -> f.total() < needed)) {
      return TOO_FEW_VALUES;
    }
    return fraction < TAIL_FROM ? ENOUGH : ofTail(fraction, forks);
  }

  private static Support ofTail(double fraction, List<Counts> forks) {
    if (forks.size() < FEWEST_FORKS) {
      return TOO_FEW_FORKS;
    }
    long pooled = Counts.pooled(fraction, forks);
    long[] beyond = forks.stream().mapToLong(f -> f.atLeast(pooled)).toArray();
    long sum = 0;
    long most = 0;
    int holders = 0;
    for (long count : beyond) {
      sum += count;
      most = Math.max(most, count);
      holders += count > 0 ? 1 : 0;
    }
    return holders < FEWEST_FORKS || 2 * most > sum ? ONE_FORK : ENOUGH;
  }
}
