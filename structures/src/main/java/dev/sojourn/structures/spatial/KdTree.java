package dev.sojourn.structures.spatial;

import dev.sojourn.structures.internal.Footprint;
import java.util.Objects;
import java.util.Optional;

/**
 * Points of a Euclidean space, arranged once so that those near a place or inside a box are found
 * without looking at the others. The points are numbered by their order of arrival, from 0; answers
 * are those numbers. Ask through a {@link KdSearch}.
 *
 * <p><b>Costs.</b> Building: O(n log n) for any input, deterministic, one copy of the coordinates.
 * {@link #newSearch}: O(dimensions). {@link #verify}: O(n log n). The queries are described in
 * {@link KdSearch}.
 *
 * <p><b>Space.</b> The coordinates, four bytes a point for its number, and for each leaf of up to
 * 32 points one split of nine bytes: below 1.07 times coordinates and numbers from a thousand
 * points on.
 *
 * <p><b>Threads.</b> Immutable; any number of threads may read it once it was published safely,
 * each with a search of its own.
 *
 * <p><b>Errors.</b> A coordinate that is not finite is refused by its place. Minus zero is zero.
 * Points may repeat. At most 256 dimensions, and 2<sup>31</sup> - 9 coordinates altogether.
 *
 * <p><b>Prefer instead</b> {@link DynamicKdTree} when points come and go; a plain scan over arrays
 * for a few hundred points, or in more than about sixteen dimensions: there nearly every point must
 * be looked at, and a scan does nothing else.
 *
 * <p><b>Source.</b> Bentley 1975; points in leaves, and the cut across the widest spread, after
 * Friedman, Bentley and Finkel 1977. It departs from both in that the tree is an array: it has no
 * nodes, and the place of a leaf follows from its number.
 *
 * @see <a href="https://doi.org/10.1145/361002.361007">Bentley 1975</a>
 * @see <a href="https://doi.org/10.1145/355744.355745">Friedman, Bentley and Finkel 1977</a>
 */
public final class KdTree {
  /*
   * Implementation notes. The tree is perfect: leaves = 2^levels, inner node i has the children 2i
   * and 2i + 1, the root is 1. A node at depth d and position p holds the slots from
   * floor(p * n / 2^d) to floor((p + 1) * n / 2^d), so sizes of leaves differ by one at most and no
   * table of them is needed. What lies left of a node is at most its split along its axis, what
   * lies right is at least that; equal values may be on both sides.
   *
   * The points of a leaf lie in one tile: first all their coordinates along axis 0, then along
   * axis 1, and so on. A scan thus reads a few consecutive cache lines. A number below zero is a
   * tombstone of DynamicKdTree, the complement of what it was.
   */
  static final int ROOT = 1;
  static final int DEFAULT_LEAF_SIZE = 32;
  static final int MAX_LEAF_SIZE = 4096;
  static final int MAX_DIMENSIONS = 256;
  static final int MAX_COORDINATES = Integer.MAX_VALUE - 8;

  final int dimensions;
  final int levels;
  final int leafSize;
  final double[] splits;
  final byte[] axes;
  final double[] tiles;
  final int[] ids;

  /** The least and the greatest coordinate along each axis; infinite when there is no point. */
  final double[] low;

  final double[] high;
  private int removed;

  KdTree(KdBuild build) {
    this.dimensions = build.dimensions;
    this.levels = build.levels;
    this.leafSize = build.leafSize;
    this.splits = build.splits;
    this.axes = build.axes;
    this.tiles = build.rows;
    this.ids = build.ids;
    this.low = build.low;
    this.high = build.high;
  }

  /**
   * Arranges points given by columns.
   *
   * @param columns for each dimension the coordinates of all points along it; copied
   * @return the tree
   * @throws IllegalArgumentException when columns are none, too many or of several lengths, or a
   *     coordinate is not finite
   */
  public static KdTree of(double[]... columns) {
    return withLeafSize(DEFAULT_LEAF_SIZE, columns);
  }

  /**
   * Arranges points given by columns in leaves of a chosen size. The default of 32 is the better
   * choice nearly always; others serve those who study it.
   *
   * @param leafSize the most points of a leaf, 1 to 4096
   * @param columns for each dimension the coordinates of all points along it; copied
   * @return the tree
   * @throws IllegalArgumentException when the size of a leaf is out of range, or as {@link #of}
   */
  public static KdTree withLeafSize(int leafSize, double[]... columns) {
    if (leafSize < 1 || leafSize > MAX_LEAF_SIZE) {
      throw new IllegalArgumentException(
          "leafSize must be between 1 and "
              + MAX_LEAF_SIZE
              + ", was "
              + leafSize
              + "; try "
              + DEFAULT_LEAF_SIZE);
    }
    return new KdTree(KdBuild.of(Coordinates.interleave(columns), columns.length, leafSize));
  }

  /**
   * Arranges points given one after the other.
   *
   * @param dimensions how many coordinates a point has
   * @param coordinates all coordinates of the first point, then of the second, and so on; copied
   * @return the tree
   * @throws IllegalArgumentException when the dimensions are out of range or do not divide the
   *     number of coordinates, or a coordinate is not finite
   */
  public static KdTree ofInterleaved(int dimensions, double[] coordinates) {
    return new KdTree(
        KdBuild.of(
            Coordinates.copyInterleaved(dimensions, coordinates), dimensions, DEFAULT_LEAF_SIZE));
  }

  /**
   * Prepares for queries. A search is used by one thread at a time and holds a few hundred bytes.
   *
   * @return a search through this tree
   */
  public KdSearch newSearch() {
    return new KdSearch(new Forest(this));
  }

  /**
   * Tells how many points there are.
   *
   * @return the number of points
   */
  public int size() {
    return ids.length - removed;
  }

  /**
   * Tells how many coordinates a point has.
   *
   * @return the number of dimensions
   */
  public int dimensions() {
    return dimensions;
  }

  /**
   * The shape of a tree.
   *
   * @param points how many points there are
   * @param leaves how many leaves they lie in, a power of two
   * @param levels how many splits a query passes on its way to a leaf
   */
  public record Stats(int points, int leaves, int levels) {}

  /**
   * Tells the shape of this tree. O(1).
   *
   * @return what it is for good
   */
  public Stats stats() {
    return new Stats(size(), leaves(), levels);
  }

  /**
   * Tells how much heap this structure holds, on a 64-bit HotSpot with its default object layout.
   *
   * @return bytes, headers and padding included
   */
  public long footprintBytes() {
    return Footprint.object(4 * Integer.BYTES, 6)
        + Footprint.array(splits.length, Double.BYTES)
        + Footprint.array(axes.length, Byte.BYTES)
        + Footprint.array(tiles.length, Double.BYTES)
        + Footprint.array(ids.length, Integer.BYTES)
        + 2 * Footprint.array(dimensions, Double.BYTES);
  }

  /**
   * Checks every invariant and changes nothing. O(size log size), with a bit for each point.
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    return KdInspection.numbers(this).or(() -> KdInspection.shape(this));
  }

  /** The first of the nodes that are leaves, which is also their number. */
  int leaves() {
    return 1 << levels;
  }

  /** The first slot of a position at a depth; of the position after the last, the end. */
  static int slot(long position, int slots, int depth) {
    return (int) ((position * slots) >> depth);
  }

  static int depthOf(int node) {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(node);
  }

  /** The coordinate of a slot, for those who are in no hurry. */
  double coordinate(int slot, int axis) {
    int leaf = leafOf(slot);
    int from = slot(leaf, ids.length, levels);
    int length = slot(leaf + 1L, ids.length, levels) - from;
    return tiles[from * dimensions + axis * length + slot - from];
  }

  private int leafOf(int slot) {
    int leaf = (int) (((long) slot << levels) / ids.length);
    while (slot(leaf + 1L, ids.length, levels) <= slot) {
      leaf++;
    }
    return leaf;
  }

  int removed() {
    return removed;
  }

  /** Turns a slot into a tombstone. */
  void remove(int slot) {
    Objects.checkIndex(slot, ids.length);
    ids[slot] = ~ids[slot];
    removed++;
  }
}
