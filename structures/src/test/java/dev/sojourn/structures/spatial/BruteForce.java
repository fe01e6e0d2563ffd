package dev.sojourn.structures.spatial;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The oracle: looks at every point, in the order of arrival. */
final class BruteForce {
  /** A point by its number, and how far it is. */
  record Hit(int id, double square) {
    static final Comparator<Hit> NEAREST_FIRST =
        Comparator.comparingDouble(Hit::square).thenComparingInt(Hit::id);
  }

  private final double[] rows;
  private final int dimensions;

  BruteForce(double[] rows, int dimensions) {
    this.rows = rows;
    this.dimensions = dimensions;
  }

  int size() {
    return rows.length / dimensions;
  }

  List<Hit> nearest(double[] target, int k, double radius) {
    return within(target, radius).stream().limit(k).toList();
  }

  /** In the order of distances. */
  List<Hit> within(double[] target, double radius) {
    return IntStream.range(0, size())
        .mapToObj(id -> new Hit(id, square(id, target)))
        .filter(hit -> hit.square() <= radius * radius)
        .sorted(Hit.NEAREST_FIRST)
        .toList();
  }

  int[] inBox(double[] low, double[] high) {
    return IntStream.range(0, size()).filter(id -> lies(id, low, high)).toArray();
  }

  double square(int id, double[] target) {
    double sum = 0;
    for (int axis = 0; axis < dimensions; axis++) {
      double difference = target[axis] - rows[id * dimensions + axis];
      sum += difference * difference;
    }
    return sum;
  }

  private boolean lies(int id, double[] low, double[] high) {
    return IntStream.range(0, dimensions)
        .allMatch(
            axis ->
                rows[id * dimensions + axis] >= low[axis]
                    && rows[id * dimensions + axis] <= high[axis]);
  }
}
