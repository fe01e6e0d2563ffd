package dev.sojourn.results.compare;

import dev.sojourn.results.model.Cells;
import java.util.Arrays;
import java.util.List;

/**
 * A histogram's occupied cells asked for quantiles and counts: by bisection, where the histogram
 * itself would walk over thousands of empty cells each time.
 */
final class Counts {
  /** Keeps 0.999 of 100,000 at 99,900 where the product's last bit would make it one more. */
  private static final double LAST_BIT = 1e-6;

  private final long[] values;
  private final long[] upTo;

  /** How many values lie in cells that are not kept, all of them below those that are. */
  private final long below;

  private Counts(long[] values, long[] upTo, long below) {
    this.values = values;
    this.upTo = upTo;
    this.below = below;
  }

  static Counts of(Cells cells) {
    return of(cells, 0);
  }

  /**
   * Cells named by a value or more, of the others only how many values they hold: for who asks
   * nothing below, alone or {@linkplain #pooled together} with others from the same value on.
   */
  static Counts of(Cells cells, long from) {
    Unpacking unpacking = new Unpacking(from, from <= 0 ? cells.size() : Unpacking.FEW);
    cells.forEach(unpacking);
    return unpacking.counts();
  }

  /** How many cells are occupied. */
  int cells() {
    return values.length;
  }

  /** Writes the largest values of the occupied cells, rising, from a place of an array on. */
  void copyValues(long[] target, int from) {
    System.arraycopy(values, 0, target, from, values.length);
  }

  long total() {
    return values.length == 0 ? below : upTo[upTo.length - 1];
  }

  long max() {
    return values.length == 0 ? 0 : values[values.length - 1];
  }

  /**
   * The least cell with at least that share of the values in it and below; 0 of an empty sample.
   */
  long quantile(double fraction) {
    int cell = Arrays.binarySearch(upTo, rank(fraction, total()));
    int at = cell < 0 ? -cell - 1 : cell;
    return at < values.length ? values[at] : max();
  }

  /** The quantile of all values of several samples together, by bisection of the value. */
  static long pooled(double fraction, List<Counts> samples) {
    long rank = rank(fraction, samples.stream().mapToLong(Counts::total).sum());
    long low = 0;
    long high = samples.stream().mapToLong(Counts::max).max().orElse(0);
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (atMost(middle, samples) >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static long atMost(long value, List<Counts> samples) {
    long sum = 0;
    for (Counts sample : samples) {
      sum += sample.atMost(value);
    }
    return sum;
  }

  /** How many of so many values lie at or below a quantile; at least one. */
  static long rank(double fraction, long total) {
    return Math.max(1, (long) Math.ceil(fraction * total - LAST_BIT));
  }

  /** How many values lie in cells named by this value or less. */
  long atMost(long value) {
    int cell = Arrays.binarySearch(values, value);
    return upTo(cell < 0 ? -cell - 1 : cell + 1);
  }

  /** How many values lie below one of the cells. */
  private long upTo(int cell) {
    return cell == 0 ? below : upTo[cell - 1];
  }

  /** The same of many values, rising. */
  long[] atMost(long[] rising) {
    long[] counts = new long[rising.length];
    int cell = 0;
    for (int i = 0; i < rising.length; i++) {
      while (cell < values.length && values[cell] <= rising[i]) {
        cell++;
      }
      counts[i] = upTo(cell);
    }
    return counts;
  }

  /** How many values lie in cells named by this value or more. */
  long atLeast(long value) {
    return total() - atMost(value - 1);
  }

  private static final class Unpacking implements Cells.Visitor {
    private static final int FEW = 64;

    private final long from;
    private long[] values;
    private long[] upTo;
    private int size;
    private long below;
    private long total;

    Unpacking(long from, int expected) {
      this.from = from;
      values = new long[expected];
      upTo = new long[expected];
    }

    @Override
    public void cell(long value, long count) {
      total += count;
      if (value < from) {
        below = total;
      } else {
        keep(value);
      }
    }

    private void keep(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
        upTo = Arrays.copyOf(upTo, 2 * size);
      }
      values[size] = value;
      upTo[size++] = total;
    }

    Counts counts() {
      boolean full = size == values.length;
      return new Counts(
          full ? values : Arrays.copyOf(values, size),
          full ? upTo : Arrays.copyOf(upTo, size),
          below);
    }
  }
}
