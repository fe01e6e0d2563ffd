package dev.sojourn.benchmarks.spatial;

import java.util.SplittableRandom;
import org.locationtech.jts.geom.Envelope;

/** Squares of the plane that hold about a hundred points each, asked for in turn. */
final class Boxes {
  private static final int COUNT = 1 << 14;
  private static final int HITS = 100;
  private static final long SEED = 0x426f786573L;

  /** A square, in the forms that libraries want. */
  static final class Box {
    final double[] low;
    final double[] high;
    final Envelope envelope;

    Box(double x, double y, double side) {
      low = new double[] {x, y};
      high = new double[] {x + side, y + side};
      envelope = new Envelope(x, x + side, y, y + side);
    }
  }

  private final Box[] boxes = new Box[COUNT];
  private int at;

  Boxes(int points) {
    SplittableRandom random = new SplittableRandom(SEED);
    double side = Math.sqrt((double) HITS / points);
    for (int i = 0; i < COUNT; i++) {
      double x = random.nextDouble() * (1 - side);
      double y = random.nextDouble() * (1 - side);
      boxes[i] = new Box(x, y, side);
    }
  }

  Box next() {
    return boxes[at++ & (COUNT - 1)];
  }
}
