package dev.sojourn.harness.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** The histograms of one open-loop run while it lasts. */
final class LoadRecorder {
  private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int DIGITS = 3;

  final Histogram latency = newHistogram();
  final Histogram service = newHistogram();
  final Histogram lag = newHistogram();
  final Histogram backlog = newHistogram();

  static Histogram newHistogram() {
    return new Histogram(HIGHEST_NANOS, DIGITS);
  }

  /** Longer times than the histogram holds count as the longest it does. */
  static void add(Histogram histogram, long nanos, long count) {
    histogram.recordValueWithCount(Math.clamp(nanos, 0, HIGHEST_NANOS), count);
  }
}
