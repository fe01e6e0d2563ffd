package dev.sojourn.results.model;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/**
 * A histogram as its occupied cells, rising, with the counts up to each: some hundred numbers where
 * the histogram itself is tens of thousands of counts, nearly all of them zero.
 *
 * <p>A cell is named by the largest value it stands for, as HdrHistogram names a quantile.
 *
 * <p><b>Space.</b> Sixteen bytes a cell; the histogram is made when it is first asked for, and
 * kept.
 *
 * <p><b>Threads.</b> Immutable, as long as nobody changes a histogram it was made of.
 */
public final class Cells {
  /** No cell at all. */
  public static final Cells NONE = of(new Histogram(3));

  private final Layout layout;
  private final long[] values;
  private final long[] upTo;

  /** Once there is one. */
  private volatile @Nullable Histogram histogram;

  private Cells(Layout layout, long[] values, long[] upTo, @Nullable Histogram histogram) {
    this.layout = layout;
    this.values = values;
    this.upTo = upTo;
    this.histogram = histogram;
  }

  /**
   * What a histogram can hold, and how finely.
   *
   * @param lowest the least value that is told from 0
   * @param highest the largest value it has room for
   * @param digits significant decimal digits
   */
  public record Layout(long lowest, long highest, int digits) {
    private boolean tellsApartAs(Histogram other) {
      return lowest == other.getLowestDiscernibleValue()
          && digits == other.getNumberOfSignificantValueDigits();
    }

    private Histogram empty() {
      Histogram histogram = new Histogram(lowest, highest, digits);
      histogram.setAutoResize(true);
      return histogram;
    }
  }

  /**
   * The cells of a histogram.
   *
   * @param histogram counts of values; not to be modified afterwards
   * @return its occupied cells
   */
  public static Cells of(Histogram histogram) {
    Layout layout =
        new Layout(
            histogram.getLowestDiscernibleValue(),
            histogram.getHighestTrackableValue(),
            histogram.getNumberOfSignificantValueDigits());
    long[] values = new long[64];
    long[] upTo = new long[64];
    int size = 0;
    for (HistogramIterationValue cell : histogram.recordedValues()) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
        upTo = Arrays.copyOf(upTo, 2 * size);
      }
      values[size] = cell.getValueIteratedTo();
      upTo[size++] = cell.getTotalCountToThisValue();
    }
    return new Cells(layout, Arrays.copyOf(values, size), Arrays.copyOf(upTo, size), histogram);
  }

  /**
   * Cells of a histogram that was never made.
   *
   * @param layout the histogram's
   * @param values the largest value of each cell, rising, none beyond the layout's room
   * @param upTo counts up to and with each cell, rising
   * @return the cells
   */
  public static Cells of(Layout layout, long[] values, long[] upTo) {
    boolean rising = values.length == upTo.length;
    for (int i = 0; rising && i < values.length; i++) {
      rising =
          i == 0
              ? values[0] >= 0 && upTo[0] > 0
              : values[i] > values[i - 1] && upTo[i] > upTo[i - 1];
    }
    if (!rising) {
      throw new IllegalArgumentException("cells and the counts up to them must rise together");
    }
    return new Cells(layout, values.clone(), upTo.clone(), null);
  }

  /**
   * The cells.
   *
   * @return the largest value of each, rising; a fresh array
   */
  public long[] values() {
    return values.clone();
  }

  /**
   * The counts up to and with each cell.
   *
   * @return as many as there are cells; a fresh array
   */
  public long[] upTo() {
    return upTo.clone();
  }

  /**
   * How many values there are.
   *
   * @return the sum of all counts
   */
  public long total() {
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }

  /**
   * Adds all counts to a histogram.
   *
   * @param sum what they are added to; it must have room, or may grow
   */
  public void addTo(Histogram sum) {
    if (!layout.tellsApartAs(sum)) {
      sum.add(histogram());
      return;
    }
    for (int i = 0; i < values.length; i++) {
      sum.recordValueWithCount(values[i], i == 0 ? upTo[0] : upTo[i] - upTo[i - 1]);
    }
  }

  /**
   * The whole histogram.
   *
   * @return a histogram that is not to be modified, since it may be shared
   */
  public Histogram histogram() {
    Histogram known = histogram;
    if (known == null) {
      known = layout.empty();
      addTo(known);
      histogram = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cells cells
        && layout.lowest() == cells.layout.lowest()
        && layout.digits() == cells.layout.digits()
        && Arrays.equals(values, cells.values)
        && Arrays.equals(upTo, cells.upTo);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(upTo);
  }

  @Override
  public String toString() {
    return "Cells[" + total() + " values in " + values.length + " cells]";
  }
}
