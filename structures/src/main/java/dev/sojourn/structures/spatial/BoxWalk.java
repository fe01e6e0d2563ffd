package dev.sojourn.structures.spatial;

/** The walk through a tree for what lies in a box, for any number of dimensions. */
final class BoxWalk {
  /*
   * Implementation notes. Each node comes with the set of those sides of the box, two an axis, that
   * are known to lie beyond all of its points. Going left of a split that is not above the box
   * settles the upper side of that axis, going right of one that is not below it the lower side.
   * When all sides are settled the node lies in the box, and its slots are copied without a look.
   * Sides are bits of one word; with more than 32 dimensions they find no room there, and every
   * leaf is looked at.
   */
  private static final int MOST_TRACKED = Long.SIZE / 2;

  private final Geometry geometry;
  private final int dimensions;
  private final boolean tracked;
  private final long all;
  private final int[] nodes = new int[Geometry.DEEPEST];
  private final long[] sides = new long[Geometry.DEEPEST];

  BoxWalk(Geometry geometry, int dimensions) {
    this.geometry = geometry;
    this.dimensions = dimensions;
    this.tracked = dimensions <= MOST_TRACKED;
    this.all = -1L >>> (Long.SIZE - 2 * Math.min(dimensions, MOST_TRACKED));
  }

  void walk(KdTree tree, double[] low, double[] high, Hits hits) {
    if (apart(tree, low, high)) {
      return;
    }
    int top = 0;
    nodes[top] = KdTree.ROOT;
    sides[top++] = settled(tree, low, high);
    long visited = 0;
    long points = 0;
    while (top > 0) {
      int node = nodes[--top];
      long known = sides[top];
      while (known != all && node < tree.leaves()) {
        visited++;
        int axis = tree.axes[node] & 0xff;
        double split = tree.splits[node];
        node = 2 * node;
        if (low[axis] > split) {
          node++;
        } else if (high[axis] >= split) {
          nodes[top] = node + 1;
          sides[top++] = known | lowSide(axis);
          known |= highSide(axis);
        }
      }
      points += list(tree, node, known == all, low, high, hits);
    }
    hits.looked(visited, points);
  }

  private boolean apart(KdTree tree, double[] low, double[] high) {
    for (int axis = 0; axis < dimensions; axis++) {
      if (low[axis] > tree.high[axis] || high[axis] < tree.low[axis]) {
        return true;
      }
    }
    return false;
  }

  private long settled(KdTree tree, double[] low, double[] high) {
    long known = 0;
    for (int axis = 0; axis < dimensions; axis++) {
      known |= low[axis] <= tree.low[axis] ? lowSide(axis) : 0;
      known |= high[axis] >= tree.high[axis] ? highSide(axis) : 0;
    }
    return known;
  }

  private long lowSide(int axis) {
    return tracked ? 1L << (2 * axis) : 0;
  }

  private long highSide(int axis) {
    return tracked ? 2L << (2 * axis) : 0;
  }

  /** Lists a node that lies in the box, or a leaf, and returns how many points it looked at. */
  private int list(KdTree tree, int node, boolean inside, double[] low, double[] high, Hits hits) {
    int depth = KdTree.depthOf(node);
    int position = node - (1 << depth);
    int from = KdTree.slot(position, tree.ids.length, depth);
    int to = KdTree.slot(position + 1L, tree.ids.length, depth);
    if (inside) {
      hits.listAll(tree, from, to);
      return 0;
    }
    int at = hits.open(to - from);
    hits.close(geometry.inBox(tree, from, to - from, low, high, hits.idsInto, at));
    return to - from;
  }
}
