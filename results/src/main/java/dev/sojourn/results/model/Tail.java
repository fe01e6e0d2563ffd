package dev.sojourn.results.model;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The latency distribution of one arm: one HdrHistogram per fork, values in nanoseconds.
 *
 * <p>Histograms are merged, percentiles never averaged.
 *
 * @param arm what was measured
 * @param view what was timed: {@link #LATENCY}, or a name of the study's own such as {@code
 *     service}
 * @param batch operations behind each recorded value; above 1, a value is the time of that many
 *     operations in a row
 * @param forks one histogram per fork
 */
public record Tail(Arm arm, String view, int batch, List<ForkTail> forks) {
  /** What a user waits: the view every study has that records times at all. */
  public static final String LATENCY = "latency";

  /** Copies the list. */
  public Tail {
    forks = List.copyOf(forks);
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be at least 1, was " + batch);
    }
  }

  /**
   * The latencies of an arm.
   *
   * @param arm what was measured
   * @param batch operations behind each value
   * @param forks one histogram per fork
   */
  public Tail(Arm arm, int batch, List<ForkTail> forks) {
    this(arm, LATENCY, batch, forks);
  }

  /**
   * All forks' counts in one histogram.
   *
   * @return a fresh histogram
   */
  public Histogram merged() {
    Histogram sum = new Histogram(3);
    forks.forEach(fork -> fork.cells().addTo(sum));
    return sum;
  }

  /**
   * The histogram of one fork.
   *
   * @param round round of the interleaved plan
   * @param cells counts of values in nanoseconds
   */
  public record ForkTail(int round, Cells cells) {
    /**
     * The histogram of one fork.
     *
     * @param round round of the interleaved plan
     * @param histogram counts of values in nanoseconds, which are copied
     */
    public ForkTail(int round, Histogram histogram) {
      this(round, Cells.of(histogram));
    }

    /**
     * The whole histogram.
     *
     * @return counts of values in nanoseconds, in a fresh histogram
     */
    public Histogram histogram() {
      return cells.histogram();
    }
  }
}
