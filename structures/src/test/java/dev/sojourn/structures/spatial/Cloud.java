package dev.sojourn.structures.spatial;

import java.util.Arrays;
import java.util.Random;

/** Shapes of points, each made from a seed; coordinates one point after the other. */
enum Cloud {
  UNIFORM {
    @Override
    void fill(double[] rows, int dimensions, Random random) {
      Arrays.setAll(rows, i -> random.nextDouble());
    }
  },
  CLUSTERED {
    @Override
    void fill(double[] rows, int dimensions, Random random) {
      double[] centre = new double[dimensions];
      for (int i = 0; i < rows.length; i++) {
        if (i % (37 * dimensions) == 0) {
          Arrays.setAll(centre, axis -> 100 * random.nextGaussian());
        }
        rows[i] = centre[i % dimensions] + random.nextGaussian();
      }
    }
  },
  GRID {
    @Override
    void fill(double[] rows, int dimensions, Random random) {
      Arrays.setAll(rows, i -> random.nextInt(5) - 2);
    }
  },
  LINE {
    @Override
    void fill(double[] rows, int dimensions, Random random) {
      Arrays.setAll(rows, i -> i % dimensions == 0 ? random.nextInt(60) : 7.5);
    }
  },
  DIAGONAL {
    @Override
    void fill(double[] rows, int dimensions, Random random) {
      Arrays.setAll(rows, i -> (i - i % dimensions) * 0.1);
    }
  },
  ALL_EQUAL {
    @Override
    void fill(double[] rows, int dimensions, Random random) {
      Arrays.fill(rows, -3.25);
    }
  },
  HUGE {
    @Override
    void fill(double[] rows, int dimensions, Random random) {
      Arrays.setAll(rows, i -> (random.nextDouble() - 0.5) * Double.MAX_VALUE);
    }
  },
  TINY {
    @Override
    void fill(double[] rows, int dimensions, Random random) {
      Arrays.setAll(rows, i -> (random.nextInt(2000) - 1000) * Double.MIN_VALUE * 1e160);
    }
  },
  MIXED_SCALES {
    @Override
    void fill(double[] rows, int dimensions, Random random) {
      Arrays.setAll(rows, i -> Math.scalb(random.nextGaussian(), random.nextInt(400) - 200));
    }
  },
  ZEROS {
    @Override
    void fill(double[] rows, int dimensions, Random random) {
      double[] values = {0.0, -0.0, 1.0, -1.0};
      Arrays.setAll(rows, i -> values[random.nextInt(values.length)]);
    }
  };

  abstract void fill(double[] rows, int dimensions, Random random);

  double[] points(int size, int dimensions, long seed) {
    double[] rows = new double[size * dimensions];
    fill(rows, dimensions, new Random(seed));
    return rows;
  }

  /** A target: a point of the cloud, one between two of them, or one somewhere near. */
  static double[] target(double[] rows, int dimensions, Random random) {
    double[] target = new double[dimensions];
    int size = rows.length / dimensions;
    if (size == 0) {
      return target;
    }
    int a = random.nextInt(size) * dimensions;
    int b = random.nextInt(size) * dimensions;
    int kind = random.nextInt(4);
    for (int axis = 0; axis < dimensions; axis++) {
      double from = rows[a + axis];
      double to = rows[b + axis];
      target[axis] =
          switch (kind) {
            case 0 -> from;
            case 1 -> from / 2 + to / 2;
            case 2 -> random.nextBoolean() ? from : to;
            default -> from + (to / 4 - from / 4) * random.nextGaussian();
          };
      if (!Double.isFinite(target[axis])) {
        target[axis] = from;
      }
    }
    return target;
  }
}
