package dev.sojourn.benchmarks.spatial;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A k-d tree as textbooks draw it: one object for each point, cut through the median along the axes
 * in turn, searched by recursion. It is built from all points at once, so it is as balanced as can
 * be.
 */
final class LinkedKdTree {
  /** A point and what lies on both sides of it along one axis. */
  private static final class Node {
    final int id;
    final double[] point;
    final int axis;
    final @Nullable Node left;
    final @Nullable Node right;

    Node(int id, double[] point, int axis, @Nullable Node left, @Nullable Node right) {
      this.id = id;
      this.point = point;
      this.axis = axis;
      this.left = left;
      this.right = right;
    }
  }

  private final @Nullable Node root;
  private double least;
  private int nearest;

  LinkedKdTree(Cloud cloud) {
    double[][] points =
        IntStream.range(0, cloud.size()).mapToObj(cloud::point).toArray(double[][]::new);
    Integer[] ids = IntStream.range(0, points.length).boxed().toArray(Integer[]::new);
    root = build(points, ids, 0, ids.length, 0);
  }

  private static @Nullable Node build(
      double[][] points, Integer[] ids, int from, int to, int axis) {
    if (from == to) {
      return null;
    }
    Arrays.sort(ids, from, to, Comparator.comparingDouble(id -> points[id][axis]));
    int middle = (from + to) >>> 1;
    int id = ids[middle];
    int next = (axis + 1) % points[id].length;
    return new Node(
        id,
        points[id],
        axis,
        build(points, ids, from, middle, next),
        build(points, ids, middle + 1, to, next));
  }

  int nearest(double[] target) {
    least = Double.POSITIVE_INFINITY;
    nearest = -1;
    search(root, target);
    return nearest;
  }

  private void search(@Nullable Node node, double[] target) {
    if (node == null) {
      return;
    }
    double square = square(node.point, target);
    if (square < least) {
      least = square;
      nearest = node.id;
    }
    double gap = target[node.axis] - node.point[node.axis];
    search(gap < 0 ? node.left : node.right, target);
    if (gap * gap < least) {
      search(gap < 0 ? node.right : node.left, target);
    }
  }

  private static double square(double[] point, double[] target) {
    double sum = 0;
    for (int axis = 0; axis < target.length; axis++) {
      double difference = target[axis] - point[axis];
      sum += difference * difference;
    }
    return sum;
  }
}
