package dev.sojourn.results.report;

/**
 * The bucket bounds of a native histogram of Prometheus with schema 2: four to each doubling, every
 * one 19 % above the last.
 *
 * <p>Classic buckets with these bounds become native ones, and the other way about, without a
 * single value changing its bucket.
 *
 * @see <a href="https://prometheus.io/docs/specs/native_histograms/">Native histograms</a>
 */
final class NativeBounds {
  private static final int PER_DOUBLING = 4;

  /** One octave as Prometheus has it in its tables, to the last bit. */
  private static final double[] OCTAVE = {
    0.5, 0.5946035575013605, 0.7071067811865475, 0.8408964152537144
  };

  private static final double NANOS_PER_SECOND = 1e9;

  private NativeBounds() {}

  /** The upper bound of a bucket in seconds: two to the power of a quarter of its index. */
  static double seconds(int index) {
    int octave = Math.floorDiv(index, PER_DOUBLING);
    return Math.scalb(OCTAVE[Math.floorMod(index, PER_DOUBLING)], octave + 1);
  }

  /**
   * The bucket of a time: the first whose bound is not below it; a nanosecond's for anything less.
   */
  static int index(long nanos) {
    double seconds = Math.max(1, nanos) / NANOS_PER_SECOND;
    int index = PER_DOUBLING * Math.getExponent(seconds);
    while (seconds(index) < seconds) {
      index++;
    }
    return index;
  }
}
