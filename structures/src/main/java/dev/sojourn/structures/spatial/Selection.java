package dev.sojourn.structures.spatial;

/**
 * Moves the row of a given rank along an axis to its place, the lesser or equal ones before it and
 * the greater or equal ones behind it.
 */
final class Selection {
  /*
   * Implementation notes. Hoare's FIND, with the median of three or of nine as the pivot: equal
   * rows are spread over both sides, so many of them do no harm. An input made to defeat such
   * pivots is met by a budget: once more rows were looked at than eight times the range, the pivot
   * becomes the middle between the least and the greatest value left, in the order of their bits.
   * Each step then halves an interval of 2^64 values at most, so the work stays linear, without a
   * random number and without recursion.
   */
  private static final int BUDGET_PER_ROW = 8;
  private static final int LARGE = 256;

  private final double[] rows;
  private final int[] ids;
  private final int dimensions;

  Selection(double[] rows, int[] ids, int dimensions) {
    this.rows = rows;
    this.ids = ids;
    this.dimensions = dimensions;
  }

  /**
   * Selects among the rows {@code first .. last}.
   *
   * @return how many rows were looked at, counting repetitions
   */
  long select(int axis, int first, int last, int rank) {
    long budget = (long) BUDGET_PER_ROW * (last - first + 1);
    return select(axis, first, last, rank, budget);
  }

  long select(int axis, int first, int last, int rank, long budget) {
    int low = first;
    int high = last;
    long seen = 0;
    while (low < high) {
      if (seen > budget) {
        return seen + bisect(axis, low, high, rank);
      }
      seen += high - low + 1;
      double pivot = pivot(axis, low, high);
      int i = low;
      int j = high;
      while (i <= j) {
        while (key(i, axis) < pivot) {
          i++;
        }
        while (key(j, axis) > pivot) {
          j--;
        }
        if (i <= j) {
          swap(i++, j--);
        }
      }
      if (rank <= j) {
        high = j;
      } else if (rank >= i) {
        low = i;
      } else {
        return seen;
      }
    }
    return seen;
  }

  private double pivot(int axis, int low, int high) {
    int middle = (low + high) >>> 1;
    if (high - low < LARGE) {
      return median(key(low, axis), key(middle, axis), key(high, axis));
    }
    int step = (high - low) >>> 3;
    return median(
        median(key(low, axis), key(low + step, axis), key(low + 2 * step, axis)),
        median(key(middle - step, axis), key(middle, axis), key(middle + step, axis)),
        median(key(high - 2 * step, axis), key(high - step, axis), key(high, axis)));
  }

  private static double median(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  /** Halves the interval of values until the row of the rank stands among its equals. */
  private long bisect(int axis, int first, int last, int rank) {
    int low = first;
    int high = last;
    long seen = 0;
    while (low < high) {
      double pivot = middleValue(axis, low, high);
      seen += high - low + 1;
      int lesser = low;
      int greater = high;
      for (int i = low; i <= greater; ) {
        double value = key(i, axis);
        if (value < pivot) {
          swap(i++, lesser++);
        } else if (value > pivot) {
          swap(i, greater--);
        } else {
          i++;
        }
      }
      if (rank < lesser) {
        high = lesser - 1;
      } else if (rank > greater) {
        low = greater + 1;
      } else {
        return seen;
      }
    }
    return seen;
  }

  private double middleValue(int axis, int low, int high) {
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (int i = low; i <= high; i++) {
      long order = order(Double.doubleToRawLongBits(key(i, axis)));
      least = Math.min(least, order);
      greatest = Math.max(greatest, order);
    }
    long middle = (least & greatest) + ((least ^ greatest) >> 1);
    return Double.longBitsToDouble(order(middle));
  }

  /** Bits of a double as a number of the same order, and back. */
  private static long order(long bits) {
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  private double key(int row, int axis) {
    return rows[row * dimensions + axis];
  }

  private void swap(int i, int j) {
    int id = ids[i];
    ids[i] = ids[j];
    ids[j] = id;
    int a = i * dimensions;
    int b = j * dimensions;
    for (int axis = 0; axis < dimensions; axis++) {
      double value = rows[a + axis];
      rows[a + axis] = rows[b + axis];
      rows[b + axis] = value;
    }
  }
}
