package dev.sojourn.benchmarks.latency;

import java.util.SplittableRandom;

/**
 * By how much operations are delayed: nearly all not at all, one in 2,048 by 50 to 500 us, evenly
 * on a logarithmic scale.
 *
 * <p>Which operations these are is drawn, since a sampler of every 2^k-th operation meets what
 * comes at even intervals too often or never. Their lengths are spread over 1,700 cells of JMH's
 * buffer, so that most of a few hundred have one to themselves.
 */
final class RareDelays {
  private static final int RARE = 2_048;
  private static final double SHORTEST_NANOS = 50_000;
  private static final double LONGEST_TO_SHORTEST = 10;

  private final SplittableRandom random;

  RareDelays(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The delay of the next operation, mostly 0. */
  long nextNanos() {
    if (random.nextInt(RARE) != 0) {
      return 0;
    }
    return Math.round(SHORTEST_NANOS * Math.pow(LONGEST_TO_SHORTEST, random.nextDouble()));
  }
}
