package dev.sojourn.harness.load;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Whether a schedule falls behind more and more. A service that is fast enough makes up for every
 * stall sooner or later, so what counts is the least lag of each part of the run.
 */
final class LagTrend {
  /*
   * Implementation notes. The run is cut into equal slices. Lag grows linearly if nearly all pairs
   * of slices show a growth and the median of the slopes of all pairs (Theil and Sen) is more than
   * a trifle. A single stall near the end lifts the last slices only, which no median heeds.
   */
  private static final int SLICES = 16;
  private static final int FEWEST_SLICES = 6;
  private static final double RISING_SHARE = 0.9;
  private static final double LEAST_GROWTH = 0.001;

  private final long horizonNanos;
  private final long[] leastLag = new long[SLICES];

  LagTrend(long horizonNanos) {
    this.horizonNanos = horizonNanos;
    Arrays.fill(leastLag, Long.MAX_VALUE);
  }

  /** A request that started so long after the beginning of the run, and so late. */
  void add(long startNanos, long lag) {
    int slice = (int) Math.clamp(startNanos * (double) SLICES / horizonNanos, 0, SLICES - 1);
    if (lag < leastLag[slice]) {
      leastLag[slice] = lag;
    }
  }

  /** Seconds of lag gained in a second; empty when the lag does not grow linearly. */
  OptionalDouble growth() {
    int[] used = used();
    if (used.length < FEWEST_SLICES) {
      return OptionalDouble.empty();
    }
    double[] slopes = slopes(used);
    Arrays.sort(slopes);
    long rising = Arrays.stream(slopes).filter(slope -> slope > 0).count();
    double median = slopes[slopes.length / 2];
    return rising >= RISING_SHARE * slopes.length && median > LEAST_GROWTH
        ? OptionalDouble.of(median)
        : OptionalDouble.empty();
  }

  private int[] used() {
    int[] used = new int[SLICES];
    int count = 0;
    for (int i = 0; i < SLICES; i++) {
      if (leastLag[i] != Long.MAX_VALUE) {
        used[count++] = i;
      }
    }
    return Arrays.copyOf(used, count);
  }

  private double[] slopes(int[] used) {
    double sliceNanos = (double) horizonNanos / SLICES;
    double[] slopes = new double[used.length * (used.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < used.length; i++) {
      for (int j = i + 1; j < used.length; j++) {
        double gained = (double) leastLag[used[j]] - leastLag[used[i]];
        slopes[count++] = gained / ((used[j] - used[i]) * sliceNanos);
      }
    }
    return slopes;
  }
}
