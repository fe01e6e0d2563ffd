package dev.sojourn.results.model;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/**
 * A histogram as its occupied cells, rising, with the count of each: some hundred numbers where the
 * histogram itself is tens of thousands of counts, nearly all of them zero.
 *
 * <p>A cell is named by the largest value it stands for, as HdrHistogram names a quantile.
 *
 * <p><b>Space.</b> Two to four bytes a cell; a histogram is made anew whenever one is asked for.
 *
 * <p><b>Threads.</b> Immutable.
 */
public final class Cells {
  /*
   * Implementation notes. A run of a thousand studies has a hundred thousand histograms, of which a comparison asks each
   * once: they are kept packed, and unpacked by whoever asks. Packed is, for each cell, how far its value lies above the
   * one before (the first: above zero) and its count, both in seven bits a byte, the lowest first, the last byte below 128.
   */

  /** No cell at all. */
  public static final Cells NONE = of(new Histogram(3));

  private final Layout layout;
  private final byte[] packed;
  private final int from;
  private final int to;
  private final int size;
  private final long total;

  private Cells(Layout layout, byte[] packed, int from, int to, int size, long total) {
    this.layout = layout;
    this.packed = packed;
    this.from = from;
    this.to = to;
    this.size = size;
    this.total = total;
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

    /** The largest value that is not told from 0. */
    private long largestZero() {
      return Long.highestOneBit(lowest) - 1;
    }

    /** The smallest value in the same cell, by HdrHistogram's rule of how wide cells are. */
    private long smallestAlike(long value) {
      int unit = Long.numberOfTrailingZeros(Long.highestOneBit(lowest));
      long singles = 2 * (long) Math.pow(10, digits);
      int bits = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(singles - 1));
      int width = Math.max(unit, Long.SIZE - bits - Long.numberOfLeadingZeros(value));
      return value >>> width << width;
    }

    private Histogram empty() {
      Histogram histogram = new Histogram(lowest, highest, digits);
      histogram.setAutoResize(true);
      return histogram;
    }
  }

  /** Takes cells one by one, rising. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * One cell.
     *
     * @param value the largest value it stands for
     * @param count how many values lie in it, at least one
     */
    void cell(long value, long count);
  }

  /**
   * The cells of a histogram.
   *
   * @param histogram counts of values, which is not kept: it takes a hundred times the room
   * @return its occupied cells
   */
  public static Cells of(Histogram histogram) {
    Layout layout =
        new Layout(
            histogram.getLowestDiscernibleValue(),
            histogram.getHighestTrackableValue(),
            histogram.getNumberOfSignificantValueDigits());
    CellPacker packer = new CellPacker();
    for (HistogramIterationValue cell : histogram.recordedValues()) {
      packer.add(cell.getValueIteratedTo(), cell.getCountAtValueIteratedTo());
    }
    byte[] packed = packer.bytes();
    return new Cells(layout, packed, 0, packed.length, packer.size(), packer.total());
  }

  /**
   * Cells of a histogram that was never made.
   *
   * @param layout the histogram's
   * @param cells its occupied cells, none beyond the layout's room
   * @return the cells
   */
  public static Cells of(Layout layout, CellPacker cells) {
    byte[] packed = cells.bytes();
    return new Cells(layout, packed, 0, packed.length, cells.size(), cells.total());
  }

  /**
   * Cells as they were packed once. What is in the bytes is not looked at until somebody asks, so
   * whoever kept them must know, by a checksum, that they are the same.
   *
   * @param layout the histogram's
   * @param bytes what {@link #packed()} gave, somewhere in them; not to be modified afterwards
   * @param from where it begins
   * @param to where it ends
   * @param size how many cells it holds
   * @param total how many values
   * @return the cells
   */
  public static Cells packed(Layout layout, byte[] bytes, int from, int to, int size, long total) {
    return new Cells(layout, bytes, from, to, size, total);
  }

  /**
   * The cells in few bytes, for {@link #packed(Layout, byte[], int, int, int, long)}.
   *
   * @return a fresh array
   */
  public byte[] packed() {
    return Arrays.copyOfRange(packed, from, to);
  }

  /**
   * How many bytes {@link #packed()} gives.
   *
   * @return their number
   */
  public int packedBytes() {
    return to - from;
  }

  /**
   * What the histogram can hold.
   *
   * @return the layout
   */
  public Layout layout() {
    return layout;
  }

  /**
   * How many cells there are.
   *
   * @return the number of occupied cells
   */
  public int size() {
    return size;
  }

  /**
   * How many values there are.
   *
   * @return the sum of all counts
   */
  public long total() {
    return total;
  }

  /**
   * Shows every cell.
   *
   * @param visitor what each is shown to
   * @throws IllegalStateException when the bytes that were called cells are none
   */
  public void forEach(Visitor visitor) {
    CellReader cells = new CellReader(packed, from, to);
    while (cells.next()) {
      visitor.cell(cells.value(), cells.count());
    }
  }

  /**
   * The least value that is told from 0, as HdrHistogram gives it.
   *
   * @return the smallest value that its cell stands for; {@link Long#MAX_VALUE} when there is none
   */
  public long minNonZeroValue() {
    CellReader cells = new CellReader(packed, from, to);
    while (cells.next()) {
      if (cells.value() > layout.largestZero()) {
        return layout.smallestAlike(cells.value());
      }
    }
    return Long.MAX_VALUE;
  }

  /**
   * The largest value, as HdrHistogram gives it.
   *
   * @return the largest value that its cell stands for; 0 when there is none
   */
  public long maxValue() {
    return valueAtRank(Long.MAX_VALUE);
  }

  /**
   * The least cell with at least so many values in it and below.
   *
   * @param rank how many, at least one
   * @return the largest value the cell stands for; that of the last one when there are not as many
   */
  public long valueAtRank(long rank) {
    CellReader cells = new CellReader(packed, from, to);
    long upTo = 0;
    while (upTo < rank && cells.next()) {
      upTo += cells.count();
    }
    return Math.max(0, cells.value());
  }

  /**
   * How many values lie in cells named by a value or less.
   *
   * @param value any
   * @return their number
   */
  public long atMost(long value) {
    CellReader cells = new CellReader(packed, from, to);
    long upTo = 0;
    while (cells.next() && cells.value() <= value) {
      upTo += cells.count();
    }
    return upTo;
  }

  /**
   * Adds all counts to a histogram.
   *
   * @param sum what they are added to; it must have room, or may grow
   */
  public void addTo(Histogram sum) {
    if (layout.tellsApartAs(sum)) {
      forEach(sum::recordValueWithCount);
    } else {
      sum.add(histogram());
    }
  }

  /**
   * The whole histogram.
   *
   * @return a fresh histogram
   */
  public Histogram histogram() {
    Histogram histogram = layout.empty();
    addTo(histogram);
    return histogram;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cells cells
        && layout.lowest() == cells.layout.lowest()
        && layout.digits() == cells.layout.digits()
        && Arrays.equals(packed, from, to, cells.packed, cells.from, cells.to);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(total) + size;
  }

  @Override
  public String toString() {
    return "Cells[" + total + " values in " + size + " cells]";
  }
}
