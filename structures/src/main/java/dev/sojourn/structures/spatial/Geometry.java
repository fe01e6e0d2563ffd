package dev.sojourn.structures.spatial;

/**
 * The loops that depend on the number of dimensions, with the working memory of one search.
 *
 * <p>Squared distances are sums over the axes in their order, one rounding a step, whatever the
 * dimensions: the same points are equally far by every way.
 */
abstract class Geometry {
  /** A tree has at most 31 levels, and a walk keeps one entry for each. */
  static final int DEEPEST = 32;

  static Geometry of(int dimensions) {
    return switch (dimensions) {
      case 2 -> new Plane();
      case 3 -> new Space();
      default -> new Hyperspace(dimensions);
    };
  }

  /** Offers to the hits every point of a tree that may lie within their bound. */
  abstract void search(KdTree tree, double[] target, Hits hits);

  /**
   * Writes the numbers of those points of a leaf that lie in a box, borders included.
   *
   * @param at place of the first in ids
   * @return place after the last
   */
  abstract int inBox(
      KdTree tree, int from, int length, double[] low, double[] high, int[] ids, int at);

  /** All ones when the difference is negative, else zero. Coordinates hold no minus zero. */
  static long sign(double difference) {
    return Double.doubleToRawLongBits(difference) >> 63;
  }

  /**
   * All ones when a square is above a bound, else zero. Doubles that are not negative have the
   * order of their bits, and infinity is above no infinity, where a difference would not be a
   * number.
   */
  static long above(double square, long boundBits) {
    return (boundBits - Double.doubleToRawLongBits(square)) >> 63;
  }
}
