package dev.sojourn.structures.spatial;

/** Two dimensions. */
final class Plane extends Geometry {
  /*
   * Implementation notes. A walk goes down to the leaf of the target and notes the other child of
   * every node with the squares of its offsets: how far, along each axis, the target is at least
   * from anything in it. Offsets are differences with a split, which lies between the target and
   * every point behind it; subtraction, squaring and addition in one order keep that order when
   * they round. So the sum of two offsets never exceeds the squared distance of a point behind
   * them, and what is passed over could not have been an answer, to the last bit.
   */
  private final int[] far = new int[DEEPEST];
  private final double[] farX = new double[DEEPEST];
  private final double[] farY = new double[DEEPEST];

  @Override
  void search(KdTree tree, double[] target, Hits hits) {
    double x = target[0];
    double y = target[1];
    int levels = tree.levels;
    int node = KdTree.ROOT;
    double offX = 0;
    double offY = 0;
    int top = 0;
    long nodes = 0;
    long points = 0;
    while (node != 0) {
      int below = levels - KdTree.depthOf(node);
      int leaf = descend(tree, node, x, y, offX, offY, top) - (1 << levels);
      int from = KdTree.slot(leaf, tree.ids.length, levels);
      int length = KdTree.slot(leaf + 1L, tree.ids.length, levels) - from;
      double bound = scan(tree, from, length, x, y, hits);
      nodes += below;
      points += length;
      top += below - 1;
      while (top >= 0 && farX[top] + farY[top] > bound) {
        top--;
      }
      node = 0;
      if (top >= 0) {
        node = far[top];
        offX = farX[top];
        offY = farY[top];
      }
    }
    hits.looked(nodes, points);
  }

  private int descend(
      KdTree tree, int start, double x, double y, double offX, double offY, int top) {
    double[] splits = tree.splits;
    byte[] axes = tree.axes;
    int leaves = splits.length;
    int node = start;
    for (int at = top; node < leaves; at++) {
      boolean acrossX = axes[node] == 0;
      double gap = (acrossX ? x : y) - splits[node];
      double square = gap * gap;
      int near = gap < 0 ? 2 * node : 2 * node + 1;
      far[at] = near ^ 1;
      farX[at] = acrossX ? square : offX;
      farY[at] = acrossX ? offY : square;
      node = near;
    }
    return node;
  }

  private static double scan(KdTree tree, int from, int length, double x, double y, Hits hits) {
    if (!hits.ranked) {
      hits.close(list(tree, from, length, x, y, hits, hits.open(length)));
      return hits.bound;
    }
    double[] tiles = tree.tiles;
    int xs = 2 * from;
    int ys = xs + length;
    double bound = hits.bound;
    for (int i = 0; i < length; i++) {
      double dx = x - tiles[xs + i];
      double dy = y - tiles[ys + i];
      double square = dx * dx + dy * dy;
      if (square <= bound) {
        bound = hits.offer(square, tree.ids[from + i]);
      }
    }
    return bound;
  }

  private static int list(
      KdTree tree, int from, int length, double x, double y, Hits hits, int start) {
    double[] tiles = tree.tiles;
    int[] ids = hits.idsInto;
    double[] squares = hits.squaresInto;
    long bound = Double.doubleToRawLongBits(hits.bound);
    int xs = 2 * from;
    int ys = xs + length;
    int at = start;
    for (int i = 0; i < length; i++) {
      double dx = x - tiles[xs + i];
      double dy = y - tiles[ys + i];
      double square = dx * dx + dy * dy;
      int id = tree.ids[from + i];
      ids[at] = id;
      squares[at] = square;
      at += 1 + (int) (above(square, bound) | (id >> 31));
    }
    return at;
  }

  @Override
  int inBox(KdTree tree, int from, int length, double[] low, double[] high, int[] ids, int at) {
    double[] tiles = tree.tiles;
    double lowX = low[0];
    double lowY = low[1];
    double highX = high[0];
    double highY = high[1];
    int xs = 2 * from;
    int ys = xs + length;
    int end = at;
    for (int i = 0; i < length; i++) {
      double x = tiles[xs + i];
      double y = tiles[ys + i];
      int id = tree.ids[from + i];
      ids[end] = id;
      end +=
          1
              + (int)
                  (sign(x - lowX) | sign(highX - x) | sign(y - lowY) | sign(highY - y) | id >> 31);
    }
    return end;
  }
}
