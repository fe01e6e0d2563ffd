package dev.sojourn.harness.load;

import org.HdrHistogram.Histogram;

/**
 * What users would have waited if requests had come evenly, told from a client that only knows when
 * it started and ended them.
 *
 * <p>Each start is replaced by a smoothed one; a latency is the longer one of the time from the
 * real start and from the smoothed one.
 *
 * <p>Source: Blackburn et al., Rethinking Java performance analysis, 2025; here the grid over the
 * whole run is even, and a window is counted in requests.
 */
public final class MeteredLatency {
  private MeteredLatency() {}

  /**
   * Latencies as if requests had come at equal intervals over the whole run.
   *
   * @param starts when requests started, in order
   * @param ends when they ended
   * @param count how many of both
   * @return the latencies
   */
  public static Histogram overTheWhole(long[] starts, long[] ends, int count) {
    Histogram histogram = LoadRecorder.newHistogram();
    double period = count < 2 ? 0 : (double) (starts[count - 1] - starts[0]) / (count - 1);
    for (int i = 0; i < count; i++) {
      add(histogram, starts[i], starts[0] + Math.round(i * period), ends[i]);
    }
    return histogram;
  }

  /**
   * Latencies as if requests had come at intervals that change slowly: a smoothed start is the mean
   * of as many neighbours before as after it.
   *
   * @param starts when requests started, in order
   * @param ends when they ended
   * @param count how many of both
   * @param neighbours how many on either side; fewer near the ends of the run
   * @return the latencies
   */
  public static Histogram overAWindow(long[] starts, long[] ends, int count, int neighbours) {
    if (neighbours < 0) {
      throw new IllegalArgumentException("neighbours must not be below 0, was " + neighbours);
    }
    long[] sums = new long[count + 1]; // may overflow; the difference of two of them does not
    for (int i = 0; i < count; i++) {
      sums[i + 1] = sums[i] + (starts[i] - starts[0]);
    }
    Histogram histogram = LoadRecorder.newHistogram();
    for (int i = 0; i < count; i++) {
      int half = Math.min(neighbours, Math.min(i, count - 1 - i));
      double mean = (double) (sums[i + half + 1] - sums[i - half]) / (2 * half + 1);
      add(histogram, starts[i], starts[0] + Math.round(mean), ends[i]);
    }
    return histogram;
  }

  private static void add(Histogram histogram, long start, long smoothed, long end) {
    LoadRecorder.add(histogram, end - Math.min(start, smoothed), 1);
  }
}
