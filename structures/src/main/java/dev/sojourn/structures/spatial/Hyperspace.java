package dev.sojourn.structures.spatial;

import java.util.Arrays;

/** Any number of dimensions. */
final class Hyperspace extends Geometry {
  /*
   * Implementation notes. To keep all offsets for every node would cost as much as the dimensions,
   * so the walk keeps one set of offsets, that of the node it stands at, and changes one of them
   * when it turns to a far side. The entry of that side on the stack then becomes a note of what
   * the offset was; it is met again, and undone, exactly when everything behind it is done.
   *
   * The sum of the offsets is carried along: the new square minus the old one is added, and since
   * a farther split only lies farther, nothing cancels. But the sum is rounded in another order
   * than a distance is, so it is taken a little lower before it may rule anything out: by more than
   * what two roundings a level, one a dimension and the correction itself can amount to.
   */
  private static final int ROUNDINGS = 2 * DEEPEST;

  private final int dimensions;
  private final double lowered;
  private final double[] offsets;
  private final int[] far = new int[DEEPEST];
  private final double[] reaches = new double[DEEPEST];

  Hyperspace(int dimensions) {
    this.dimensions = dimensions;
    this.lowered = 1.0 - (dimensions + ROUNDINGS) * 0x1p-51;
    this.offsets = new double[dimensions];
  }

  @Override
  void search(KdTree tree, double[] target, Hits hits) {
    Arrays.fill(offsets, 0);
    int levels = tree.levels;
    int node = KdTree.ROOT;
    double reach = 0;
    int top = 0;
    long nodes = 0;
    long points = 0;
    while (node != 0) {
      int below = levels - KdTree.depthOf(node);
      int leaf = descend(tree, node, target, reach, top) - (1 << levels);
      int from = KdTree.slot(leaf, tree.ids.length, levels);
      int length = KdTree.slot(leaf + 1L, tree.ids.length, levels) - from;
      double bound = scan(tree, from, length, target, hits);
      nodes += below;
      points += length;
      top = back(top + below, bound);
      node = 0;
      if (top > 0) {
        node = far[top - 1];
        reach = reaches[top - 1];
        turn(tree, target, node, top - 1);
      }
    }
    hits.looked(nodes, points);
  }

  private int descend(KdTree tree, int start, double[] target, double reach, int top) {
    double[] splits = tree.splits;
    byte[] axes = tree.axes;
    int leaves = splits.length;
    int node = start;
    for (int at = top; node < leaves; at++) {
      int axis = axes[node] & 0xff;
      double gap = target[axis] - splits[node];
      int near = gap < 0 ? 2 * node : 2 * node + 1;
      far[at] = near ^ 1;
      reaches[at] = reach + (gap * gap - offsets[axis]);
      node = near;
    }
    return node;
  }

  /** Drops what is out of reach and undoes what is done; the far side to turn to is on top then. */
  private int back(int entries, double bound) {
    int top = entries;
    while (top > 0) {
      int entry = far[top - 1];
      if (entry < 0) {
        offsets[~entry] = reaches[top - 1];
      } else if (!(reaches[top - 1] * lowered > bound)) {
        return top;
      }
      top--;
    }
    return 0;
  }

  /** Moves the offset to the far side and leaves a note of what it was. */
  private void turn(KdTree tree, double[] target, int node, int note) {
    int parent = node >>> 1;
    int axis = tree.axes[parent] & 0xff;
    double gap = target[axis] - tree.splits[parent];
    far[note] = ~axis;
    reaches[note] = offsets[axis];
    offsets[axis] = gap * gap;
  }

  private double scan(KdTree tree, int from, int length, double[] target, Hits hits) {
    if (!hits.ranked) {
      hits.close(list(tree, from, length, target, hits, hits.open(length)));
      return hits.bound;
    }
    double bound = hits.bound;
    int base = from * dimensions;
    for (int i = 0; i < length; i++) {
      double square = square(tree.tiles, base + i, length, target);
      if (square <= bound) {
        bound = hits.offer(square, tree.ids[from + i]);
      }
    }
    return bound;
  }

  private int list(KdTree tree, int from, int length, double[] target, Hits hits, int start) {
    int[] ids = hits.idsInto;
    double[] squares = hits.squaresInto;
    long bound = Double.doubleToRawLongBits(hits.bound);
    int base = from * dimensions;
    int at = start;
    for (int i = 0; i < length; i++) {
      double square = square(tree.tiles, base + i, length, target);
      int id = tree.ids[from + i];
      ids[at] = id;
      squares[at] = square;
      at += 1 + (int) (above(square, bound) | (id >> 31));
    }
    return at;
  }

  private static double square(double[] tiles, int first, int stride, double[] target) {
    double sum = 0;
    int place = first;
    for (double coordinate : target) {
      double difference = coordinate - tiles[place];
      sum += difference * difference;
      place += stride;
    }
    return sum;
  }

  @Override
  int inBox(KdTree tree, int from, int length, double[] low, double[] high, int[] ids, int at) {
    double[] tiles = tree.tiles;
    int base = from * dimensions;
    int end = at;
    for (int i = 0; i < length; i++) {
      int id = tree.ids[from + i];
      long outside = id >> 31;
      int place = base + i;
      for (int axis = 0; axis < dimensions; axis++) {
        double value = tiles[place];
        outside |= sign(value - low[axis]) | sign(high[axis] - value);
        place += length;
      }
      ids[end] = id;
      end += 1 + (int) outside;
    }
    return end;
  }
}
