package dev.sojourn.benchmarks.spatial;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Points spread evenly over the unit cube, one after the other in random order. */
final class Cloud {
  private static final long SEED = 0x506f696e7473L;

  private final int dimensions;
  private final double[] rows;

  private Cloud(int dimensions, double[] rows) {
    this.dimensions = dimensions;
    this.rows = rows;
  }

  static Cloud uniform(int points, int dimensions) {
    SplittableRandom random = new SplittableRandom(SEED);
    return new Cloud(dimensions, random.doubles((long) points * dimensions).toArray());
  }

  /** Points of a plane that lies askew in the cube: two numbers decide all the coordinates. */
  static Cloud plane(int points, int dimensions) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] slopes = random.doubles(dimensions).toArray();
    double[] rows = new double[points * dimensions];
    for (int point = 0; point < points; point++) {
      double u = random.nextDouble();
      double v = random.nextDouble();
      for (int axis = 0; axis < dimensions; axis++) {
        rows[point * dimensions + axis] = slopes[axis] * u + (1 - slopes[axis]) * v;
      }
    }
    return new Cloud(dimensions, rows);
  }

  int dimensions() {
    return dimensions;
  }

  double[] rows() {
    return rows;
  }

  int size() {
    return rows.length / dimensions;
  }

  double[] point(int id) {
    double[] point = new double[dimensions];
    System.arraycopy(rows, id * dimensions, point, 0, dimensions);
    return point;
  }

  double[][] columns() {
    return IntStream.range(0, dimensions)
        .mapToObj(
            axis ->
                IntStream.range(0, size())
                    .mapToDouble(point -> rows[point * dimensions + axis])
                    .toArray())
        .toArray(double[][]::new);
  }
}
