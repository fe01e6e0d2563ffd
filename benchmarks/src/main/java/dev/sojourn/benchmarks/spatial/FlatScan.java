package dev.sojourn.benchmarks.spatial;

/**
 * A look at every point, over one array of coordinates. Four points are measured side by side, so
 * that their sums do not wait for one another.
 */
final class FlatScan {
  private final double[] rows;
  private final int dimensions;

  FlatScan(Cloud cloud) {
    rows = cloud.rows();
    dimensions = cloud.dimensions();
  }

  int nearest(double[] target) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    int step = 4 * dimensions;
    int base = 0;
    for (; base <= rows.length - step; base += step) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      for (int axis = 0; axis < dimensions; axis++) {
        double coordinate = target[axis];
        int place = base + axis;
        a += square(coordinate - rows[place]);
        b += square(coordinate - rows[place + dimensions]);
        c += square(coordinate - rows[place + 2 * dimensions]);
        d += square(coordinate - rows[place + 3 * dimensions]);
      }
      if (Math.min(Math.min(a, b), Math.min(c, d)) < least) {
        least = Math.min(Math.min(a, b), Math.min(c, d));
        nearest = base / dimensions + (a == least ? 0 : b == least ? 1 : c == least ? 2 : 3);
      }
    }
    return nearestOfRest(target, base, least, nearest);
  }

  private int nearestOfRest(double[] target, int start, double least, int nearest) {
    double best = least;
    int id = nearest;
    for (int base = start; base < rows.length; base += dimensions) {
      double sum = 0;
      for (int axis = 0; axis < dimensions; axis++) {
        sum += square(target[axis] - rows[base + axis]);
      }
      if (sum < best) {
        best = sum;
        id = base / dimensions;
      }
    }
    return id;
  }

  private static double square(double value) {
    return value * value;
  }
}
