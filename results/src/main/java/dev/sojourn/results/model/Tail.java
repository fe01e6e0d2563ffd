package dev.sojourn.results.model;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The latency distribution of one arm: one HdrHistogram per fork, values in nanoseconds.
 *
 * <p>Histograms are merged, percentiles never averaged.
 *
 * @param arm what was measured
 * @param batch operations behind each recorded value; above 1, a value is the time of that many
 *     operations in a row
 * @param forks one histogram per fork
 */
public record Tail(Arm arm, int batch, List<ForkTail> forks) {
  /** Copies the list. */
  public Tail {
    forks = List.copyOf(forks);
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be at least 1, was " + batch);
    }
  }

  /**
   * All forks' counts in one histogram.
   *
   * @return a fresh histogram
   */
  public Histogram merged() {
    Histogram sum = new Histogram(3);
    forks.forEach(fork -> sum.add(fork.histogram()));
    return sum;
  }

  /**
   * The histogram of one fork.
   *
   * @param round round of the interleaved plan
   * @param histogram counts of values in nanoseconds; not to be modified
   */
  public record ForkTail(int round, Histogram histogram) {}
}
