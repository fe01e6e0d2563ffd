package dev.sojourn.structures.spatial;

/** Checks coordinates and copies them; minus zero becomes zero on the way. */
final class Coordinates {
  private Coordinates() {}

  static double[] interleave(double[]... columns) {
    checkDimensions(columns.length);
    int size = columns[0].length;
    for (int axis = 1; axis < columns.length; axis++) {
      if (columns[axis].length != size) {
        throw new IllegalArgumentException(
            "columns must be of one length, but column 0 holds "
                + size
                + " coordinates and column "
                + axis
                + " holds "
                + columns[axis].length);
      }
    }
    double[] rows = new double[checkCount((long) size * columns.length)];
    for (int axis = 0; axis < columns.length; axis++) {
      double[] column = columns[axis];
      for (int point = 0; point < size; point++) {
        rows[point * columns.length + axis] = checked(column[point], point, axis);
      }
    }
    return rows;
  }

  static double[] copyInterleaved(int dimensions, double[] coordinates) {
    checkDimensions(dimensions);
    if (coordinates.length % dimensions != 0) {
      throw new IllegalArgumentException(
          coordinates.length
              + " coordinates are no whole number of points of "
              + dimensions
              + " dimensions");
    }
    double[] rows = new double[checkCount(coordinates.length)];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = checked(coordinates[i], i / dimensions, i % dimensions);
    }
    return rows;
  }

  /** Copies one point into a place of its own. */
  static void copyPoint(double[] point, double[] target) {
    checkLength("point", point, target.length);
    for (int axis = 0; axis < target.length; axis++) {
      double value = point[axis];
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("point[" + axis + "] must be finite, was " + value);
      }
      target[axis] = value + 0.0;
    }
  }

  /** Copies a box into a place of its own; its sides may be infinite. */
  static void copyBox(double[] low, double[] high, double[] lowTarget, double[] highTarget) {
    checkLength("low", low, lowTarget.length);
    checkLength("high", high, highTarget.length);
    for (int axis = 0; axis < lowTarget.length; axis++) {
      if (!(low[axis] <= high[axis])) {
        throw new IllegalArgumentException(
            "low["
                + axis
                + "] must be at most high["
                + axis
                + "], were "
                + low[axis]
                + " and "
                + high[axis]);
      }
      lowTarget[axis] = low[axis] + 0.0;
      highTarget[axis] = high[axis] + 0.0;
    }
  }

  static void checkDimensions(int dimensions) {
    if (dimensions < 1 || dimensions > KdTree.MAX_DIMENSIONS) {
      throw new IllegalArgumentException(
          "dimensions must be between 1 and " + KdTree.MAX_DIMENSIONS + ", were " + dimensions);
    }
  }

  static int checkCount(long coordinates) {
    if (coordinates > KdTree.MAX_COORDINATES) {
      throw new IllegalArgumentException(
          "points times dimensions must be at most "
              + KdTree.MAX_COORDINATES
              + ", was "
              + coordinates
              + "; use several trees");
    }
    return (int) coordinates;
  }

  private static double checked(double value, int point, int axis) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "coordinate "
              + axis
              + " of point "
              + point
              + " must be finite, was "
              + value
              + "; leave such points out");
    }
    return value + 0.0;
  }

  private static void checkLength(String name, double[] values, int dimensions) {
    if (values.length != dimensions) {
      throw new IllegalArgumentException(
          name + " must have " + dimensions + " coordinates, had " + values.length);
    }
  }
}
