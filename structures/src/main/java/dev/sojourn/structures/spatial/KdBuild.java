package dev.sojourn.structures.spatial;

import java.util.Arrays;

/** Arranges rows of coordinates in place, node by node, into the tiles of a tree. */
final class KdBuild {
  /*
   * Implementation notes. Nodes are taken in depth-first order, so that the slots of a small node
   * stay in the cache until its leaves are done. The rows are moved, not an array of indices: what
   * is near in space comes to lie near in memory level by level, and a comparison never jumps.
   */
  final int dimensions;
  final int leafSize;
  final int levels;
  final double[] splits;
  final byte[] axes;
  final double[] rows;
  final int[] ids;
  final double[] low;
  final double[] high;

  private final double[] nodeLow;
  private final double[] nodeHigh;
  private final double[] leaf;
  private final Selection selection;

  private KdBuild(double[] rows, int[] ids, int dimensions, int leafSize) {
    this.dimensions = dimensions;
    this.leafSize = leafSize;
    this.rows = rows;
    this.ids = ids;
    this.levels = levelsFor(ids.length, leafSize);
    this.splits = new double[1 << levels];
    this.axes = new byte[1 << levels];
    this.low = new double[dimensions];
    this.high = new double[dimensions];
    this.nodeLow = new double[dimensions];
    this.nodeHigh = new double[dimensions];
    this.leaf = new double[Math.min(ids.length, leafSize) * dimensions];
    this.selection = new Selection(rows, ids, dimensions);
  }

  /** Numbers the points by their order. */
  static KdBuild of(double[] rows, int dimensions, int leafSize) {
    int[] ids = new int[rows.length / dimensions];
    Arrays.setAll(ids, i -> i);
    return of(rows, ids, dimensions, leafSize);
  }

  /** Takes the rows and numbers as they are, and takes them over. */
  static KdBuild of(double[] rows, int[] ids, int dimensions, int leafSize) {
    KdBuild build = new KdBuild(rows, ids, dimensions, leafSize);
    build.measure(0, ids.length, build.low, build.high);
    build.arrange();
    return build;
  }

  /** The least depth at which no leaf has more points than it may. */
  static int levelsFor(int size, int leafSize) {
    return size <= leafSize
        ? 0
        : Integer.SIZE - Integer.numberOfLeadingZeros((size - 1) / leafSize);
  }

  private void arrange() {
    int leaves = 1 << levels;
    for (int node = KdTree.ROOT; node != 0; node = next(node, leaves)) {
      int depth = KdTree.depthOf(node);
      int position = node - (1 << depth);
      int from = KdTree.slot(position, ids.length, depth);
      int to = KdTree.slot(position + 1L, ids.length, depth);
      if (node < leaves) {
        int middle = KdTree.slot(2L * position + 1, ids.length, depth + 1);
        split(node, from, middle, to);
      } else {
        turn(from, to);
      }
    }
  }

  /** The node after this one when children follow their parent; 0 after the last. */
  private static int next(int node, int leaves) {
    if (node < leaves) {
      return 2 * node;
    }
    int left = node >>> Integer.numberOfTrailingZeros(~node);
    return left == 0 ? 0 : left + 1;
  }

  /**
   * Moves the lesser rows before the middle. With leaves of one point either side may be empty, but
   * never both.
   */
  private void split(int node, int from, int middle, int to) {
    measure(from, to, nodeLow, nodeHigh);
    int axis = widest();
    int rank = Math.min(middle, to - 1);
    selection.select(axis, from, to - 1, rank);
    splits[node] = rows[rank * dimensions + axis];
    axes[node] = (byte) axis;
  }

  private void measure(int from, int to, double[] least, double[] greatest) {
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    int end = to * dimensions;
    for (int row = from * dimensions; row < end; row += dimensions) {
      for (int axis = 0; axis < dimensions; axis++) {
        double value = rows[row + axis];
        if (value < least[axis]) {
          least[axis] = value;
        }
        if (value > greatest[axis]) {
          greatest[axis] = value;
        }
      }
    }
  }

  private int widest() {
    int widest = 0;
    for (int axis = 1; axis < dimensions; axis++) {
      if (nodeHigh[axis] - nodeLow[axis] > nodeHigh[widest] - nodeLow[widest]) {
        widest = axis;
      }
    }
    return widest;
  }

  /** Turns the rows of a leaf into columns. */
  private void turn(int from, int to) {
    int length = to - from;
    int base = from * dimensions;
    System.arraycopy(rows, base, leaf, 0, length * dimensions);
    for (int axis = 0; axis < dimensions; axis++) {
      for (int i = 0; i < length; i++) {
        rows[base + axis * length + i] = leaf[i * dimensions + axis];
      }
    }
  }
}
