package dev.sojourn.harness.tail;

import java.util.function.LongConsumer;

/**
 * A distribution of latencies whose every quantile is known: a body around 200 ns and a rare tail
 * around 50 us, both log-logistic.
 *
 * @param tailShare share of operations that belong to the tail
 */
record Mixture(double tailShare) {
  private static final double BODY_NANOS = 200;
  private static final double BODY_STEEPNESS = 20;
  private static final double TAIL_NANOS = 50_000;
  private static final double TAIL_STEEPNESS = 4;

  /** A step that visits every place of a power-of-ten sequence once, far apart. */
  private static final long STRIDE = 618_033_989;

  /**
   * Plays the distribution without chance: its quantiles at even steps, tail and body, in an order
   * that spreads both over the whole.
   */
  void play(long operations, LongConsumer recorder) {
    long tails = Math.round(operations * tailShare);
    long bodies = operations - tails;
    for (long i = 0; i < operations; i++) {
      long place = Math.multiplyExact(i, STRIDE) % operations;
      double nanos =
          place < tails
              ? quantile((place + 0.5) / tails, TAIL_NANOS, TAIL_STEEPNESS)
              : quantile((place - tails + 0.5) / bodies, BODY_NANOS, BODY_STEEPNESS);
      recorder.accept(Math.round(nanos));
    }
  }

  /** The value below which that share of the operations played lies, in whole nanoseconds. */
  long played(double share, long operations) {
    double rank = Math.ceil(share * operations) - 0.5;
    return Math.round(quantile(rank / operations));
  }

  /** The quantile of the whole, by bisection on its distribution function. */
  private double quantile(double share) {
    double low = 1;
    double high = 1e12;
    for (int i = 0; i < 200; i++) {
      double middle = Math.sqrt(low * high);
      if (atMost(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double atMost(double nanos) {
    return (1 - tailShare) / (1 + Math.pow(nanos / BODY_NANOS, -BODY_STEEPNESS))
        + tailShare / (1 + Math.pow(nanos / TAIL_NANOS, -TAIL_STEEPNESS));
  }

  private static double quantile(double share, double median, double steepness) {
    return median * Math.pow(share / (1 - share), 1 / steepness);
  }
}
