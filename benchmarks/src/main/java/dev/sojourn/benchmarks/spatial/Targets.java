package dev.sojourn.benchmarks.spatial;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Targets spread evenly over the unit cube, asked for in turn. */
final class Targets {
  private static final int COUNT = 1 << 14;
  private static final long SEED = 0x54617267657473L;

  private final double[][] targets;
  private int at;

  Targets(int dimensions) {
    SplittableRandom random = new SplittableRandom(SEED);
    targets =
        IntStream.range(0, COUNT)
            .mapToObj(i -> random.doubles(dimensions).toArray())
            .toArray(double[][]::new);
  }

  double[] next() {
    return targets[at++ & (COUNT - 1)];
  }
}
