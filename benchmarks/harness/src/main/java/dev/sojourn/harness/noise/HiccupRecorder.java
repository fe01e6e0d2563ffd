package dev.sojourn.harness.noise;

import org.HdrHistogram.Histogram;

/**
 * Turns the lengths of many sleeps into the hiccups of the platform.
 *
 * <p>What a sleep takes beyond the shortest one ever seen is a delay the platform added. A thread
 * that wanted to run at a random moment would often have met the middle of a long delay, not its
 * start; so a delay longer than the period also counts as the shorter ones that sleeps begun during
 * it would have met.
 *
 * <p><b>Threads.</b> One.
 *
 * @see <a href="https://github.com/giltene/jHiccup">jHiccup, where this way of counting comes
 *     from</a>
 */
final class HiccupRecorder {
  private final Histogram histogram = HiccupCounts.none();
  private final long periodNanos;
  private long shortestNanos = Long.MAX_VALUE;

  HiccupRecorder(long periodNanos) {
    this.periodNanos = periodNanos;
  }

  /** Counts one sleep, from before it to after it. */
  void slept(long elapsedNanos) {
    shortestNanos = Math.min(shortestNanos, elapsedNanos);
    long hiccup = Math.min(elapsedNanos - shortestNanos, HiccupCounts.HIGHEST_NANOS);
    histogram.recordValueWithExpectedInterval(hiccup, periodNanos);
  }

  /** Forgets the counts, but not the shortest sleep. */
  void reset() {
    histogram.reset();
  }

  Histogram counts() {
    return histogram;
  }
}
