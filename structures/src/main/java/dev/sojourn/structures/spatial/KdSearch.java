package dev.sojourn.structures.spatial;

import java.util.Objects;

/**
 * Queries of a {@link KdTree} or a {@link DynamicKdTree}, with the working memory they need.
 * Answers are numbers of points and squared distances, written into arrays of the caller.
 *
 * <p><b>Costs.</b> No query allocates and none recurses. {@link #nearest(double[])}: O(log n) on
 * average for points without a pattern made against it, in few dimensions; O(n) at worst, as when
 * all points are equally far. k nearest: the same with O(log k) for each candidate. A box: O(n
 * <sup>1 - 1/d</sup> + hits) in d dimensions; what lies in the box as a whole is copied, or
 * counted, without a look at it. A radius: every leaf that the ball may touch is looked at. {@link
 * #pointsExamined} and {@link #nodesVisited} tell what the last query did.
 *
 * <p><b>Space.</b> About two kilobytes, and a few numbers for each dimension.
 *
 * <p><b>Threads.</b> For one thread at a time; each thread needs its own.
 *
 * <p><b>Order, ties.</b> Nearest points come in the order of their distance, equally distant ones
 * in the order of their numbers, and the lowest numbers win a place. Points within a radius or a
 * box come in an order of the tree, always the same. All borders belong to what they bound: a point
 * on a side of the box or at exactly the radius is a hit.
 *
 * <p><b>Arithmetic.</b> A squared distance is the sum of the squares of the differences, in the
 * order of the axes, rounded to a double at each step; every comparison is by that number, and the
 * radius is squared the same way. No point is missed or added by rounding elsewhere. Squares beyond
 * the range of a double are infinite, and then equally far.
 *
 * <p><b>Errors.</b> A target must be finite. The sides of a box may be infinite, but not NaN, and
 * the lower one must not be above the upper one. A radius must be zero or more.
 *
 * <p><b>Source.</b> Friedman, Bentley and Finkel 1977; offsets along each axis, so that corners are
 * ruled out and not only sides, after Arya and Mount 1993.
 *
 * @see <a href="https://doi.org/10.1145/355744.355745">Friedman, Bentley and Finkel 1977</a>
 * @see <a href="https://doi.org/10.1109/DCC.1993.253111">Arya and Mount 1993</a>
 */
public final class KdSearch {
  /** What {@link #nearest(double[])} returns when there is no point at all. */
  public static final int NONE = -1;

  private final Forest forest;
  private final Geometry geometry;
  private final BoxWalk boxes;
  private final Hits hits;
  private final double[] target;
  private final double[] corner;
  private final int[] nearestId = {NONE};
  private final double[] nearestSquare = {Double.NaN};

  KdSearch(Forest forest) {
    this.forest = forest;
    this.geometry = Geometry.of(forest.dimensions);
    this.boxes = new BoxWalk(geometry, forest.dimensions);
    this.hits = new Hits(forest.leafSize);
    this.target = new double[forest.dimensions];
    this.corner = new double[forest.dimensions];
  }

  /**
   * Finds the nearest point.
   *
   * @param point the target
   * @return number of the nearest point, the lowest among equally near ones; {@link #NONE} when
   *     there is no point at all
   * @throws IllegalArgumentException when the target has another number of dimensions or is not
   *     finite
   */
  public int nearest(double[] point) {
    Coordinates.copyPoint(point, target);
    nearestId[0] = NONE;
    nearestSquare[0] = Double.NaN;
    hits.rank(nearestId, nearestSquare, 1, Double.POSITIVE_INFINITY);
    walk();
    return nearestId[0];
  }

  /**
   * Tells how far the point is that the last call of {@link #nearest(double[])} found.
   *
   * @return the squared distance, or NaN when there was none
   */
  public double squaredDistance() {
    return nearestSquare[0];
  }

  /**
   * Finds the k nearest points.
   *
   * @param point the target
   * @param k how many to find at most
   * @param ids receives their numbers, the nearest first
   * @param squaredDistances receives their squared distances
   * @return how many were found: k, or all points when there are fewer
   * @throws IllegalArgumentException when the target is none of this space, k is negative, or an
   *     array has no room for what will be found
   */
  public int nearest(double[] point, int k, int[] ids, double[] squaredDistances) {
    return ranked(point, Double.POSITIVE_INFINITY, k, ids, squaredDistances);
  }

  /**
   * Finds the k nearest points among those within a radius.
   *
   * @param point the target
   * @param radius how far they may be
   * @param k how many to find at most
   * @param ids receives their numbers, the nearest first
   * @param squaredDistances receives their squared distances
   * @return how many were found
   * @throws IllegalArgumentException when the target is none of this space, the radius or k is
   *     negative, or an array has no room for k numbers, or for all points when they are fewer
   */
  public int nearestWithin(
      double[] point, double radius, int k, int[] ids, double[] squaredDistances) {
    return ranked(point, square(radius), k, ids, squaredDistances);
  }

  private int ranked(double[] point, double bound, int k, int[] ids, double[] squaredDistances) {
    Coordinates.copyPoint(point, target);
    int most = Math.min(checkCount(k), forest.size());
    checkRoom("ids", ids.length, most);
    checkRoom("squaredDistances", squaredDistances.length, most);
    hits.rank(ids, squaredDistances, most, bound);
    if (most > 0) {
      walk();
      hits.sort();
    }
    return hits.count();
  }

  /**
   * Finds all points within a radius. Those for which an array has no room are counted and not
   * written.
   *
   * @param point the target
   * @param radius how far they may be
   * @param ids receives their numbers, in an order of the tree
   * @param squaredDistances receives their squared distances
   * @return how many there are, whether or not they were written
   * @throws IllegalArgumentException when the target is none of this space or the radius is
   *     negative
   */
  public int within(double[] point, double radius, int[] ids, double[] squaredDistances) {
    Coordinates.copyPoint(point, target);
    hits.list(ids, squaredDistances, square(radius));
    walk();
    return hits.count();
  }

  /**
   * Counts the points within a radius.
   *
   * @param point the target
   * @param radius how far they may be
   * @return how many there are
   * @throws IllegalArgumentException when the target is none of this space or the radius is
   *     negative
   */
  public int countWithin(double[] point, double radius) {
    Coordinates.copyPoint(point, target);
    hits.count(square(radius));
    walk();
    return hits.count();
  }

  /**
   * Finds all points in a box, its borders included. Those for which the array has no room are
   * counted and not written.
   *
   * @param low the least coordinates, which may be minus infinity
   * @param high the greatest coordinates, which may be infinity
   * @param ids receives their numbers, in an order of the tree; what it held behind them may be
   *     overwritten
   * @return how many there are, whether or not they were written
   * @throws IllegalArgumentException when the box is none of this space, or a lower side is above
   *     the upper one
   */
  public int inBox(double[] low, double[] high, int[] ids) {
    Coordinates.copyBox(low, high, target, corner);
    hits.list(Objects.requireNonNull(ids, "ids"));
    walkBox();
    return hits.count();
  }

  /**
   * Counts the points in a box, its borders included.
   *
   * @param low the least coordinates, which may be minus infinity
   * @param high the greatest coordinates, which may be infinity
   * @return how many there are
   * @throws IllegalArgumentException when the box is none of this space, or a lower side is above
   *     the upper one
   */
  public int countInBox(double[] low, double[] high) {
    Coordinates.copyBox(low, high, target, corner);
    hits.count(Double.POSITIVE_INFINITY);
    walkBox();
    return hits.count();
  }

  /**
   * Tells how many points the last query looked at. For a box, those copied as a whole are not
   * among them.
   *
   * @return the number of points whose coordinates were read
   */
  public long pointsExamined() {
    return hits.pointsExamined();
  }

  /**
   * Tells at how many inner nodes the last query decided.
   *
   * @return the number of splits that were read
   */
  public long nodesVisited() {
    return hits.nodesVisited();
  }

  private void walk() {
    KdTree[] trees = forest.trees;
    for (int i = trees.length - 1; i >= 0; i--) {
      if (trees[i] != null) {
        geometry.search(trees[i], target, hits);
      }
    }
  }

  private void walkBox() {
    KdTree[] trees = forest.trees;
    for (int i = trees.length - 1; i >= 0; i--) {
      if (trees[i] != null) {
        boxes.walk(trees[i], target, corner, hits);
      }
    }
  }

  private static double square(double radius) {
    if (!(radius >= 0)) {
      throw new IllegalArgumentException("radius must be zero or more, was " + radius);
    }
    return radius * radius;
  }

  private static int checkCount(int k) {
    if (k < 0) {
      throw new IllegalArgumentException("k must be zero or more, was " + k);
    }
    return k;
  }

  private static void checkRoom(String name, int length, int needed) {
    if (length < needed) {
      throw new IllegalArgumentException(
          name + " must have room for " + needed + ", had " + length);
    }
  }
}
