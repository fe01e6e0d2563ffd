package dev.sojourn.structures.spatial;

/** Three dimensions; as {@link Plane}, with one more axis. */
final class Space extends Geometry {
  private final int[] far = new int[DEEPEST];
  private final double[] farX = new double[DEEPEST];
  private final double[] farY = new double[DEEPEST];
  private final double[] farZ = new double[DEEPEST];

  @Override
  void search(KdTree tree, double[] target, Hits hits) {
    int levels = tree.levels;
    int node = KdTree.ROOT;
    double offX = 0;
    double offY = 0;
    double offZ = 0;
    int top = 0;
    long nodes = 0;
    long points = 0;
    while (node != 0) {
      int below = levels - KdTree.depthOf(node);
      int leaf = descend(tree, node, target, offX, offY, offZ, top) - (1 << levels);
      int from = KdTree.slot(leaf, tree.ids.length, levels);
      int length = KdTree.slot(leaf + 1L, tree.ids.length, levels) - from;
      double bound = scan(tree, from, length, target, hits);
      nodes += below;
      points += length;
      top += below - 1;
      while (top >= 0 && farX[top] + farY[top] + farZ[top] > bound) {
        top--;
      }
      node = 0;
      if (top >= 0) {
        node = far[top];
        offX = farX[top];
        offY = farY[top];
        offZ = farZ[top];
      }
    }
    hits.looked(nodes, points);
  }

  private int descend(
      KdTree tree, int start, double[] target, double offX, double offY, double offZ, int top) {
    double[] splits = tree.splits;
    byte[] axes = tree.axes;
    int leaves = splits.length;
    int node = start;
    for (int at = top; node < leaves; at++) {
      int axis = axes[node];
      double gap = target[axis] - splits[node];
      double square = gap * gap;
      int near = gap < 0 ? 2 * node : 2 * node + 1;
      far[at] = near ^ 1;
      farX[at] = axis == 0 ? square : offX;
      farY[at] = axis == 1 ? square : offY;
      farZ[at] = axis == 2 ? square : offZ;
      node = near;
    }
    return node;
  }

  private static double scan(KdTree tree, int from, int length, double[] target, Hits hits) {
    if (!hits.ranked) {
      hits.close(list(tree, from, length, target, hits, hits.open(length)));
      return hits.bound;
    }
    double[] tiles = tree.tiles;
    double x = target[0];
    double y = target[1];
    double z = target[2];
    int xs = 3 * from;
    int ys = xs + length;
    int zs = ys + length;
    double bound = hits.bound;
    for (int i = 0; i < length; i++) {
      double dx = x - tiles[xs + i];
      double dy = y - tiles[ys + i];
      double dz = z - tiles[zs + i];
      double square = dx * dx + dy * dy + dz * dz;
      if (square <= bound) {
        bound = hits.offer(square, tree.ids[from + i]);
      }
    }
    return bound;
  }

  private static int list(
      KdTree tree, int from, int length, double[] target, Hits hits, int start) {
    double[] tiles = tree.tiles;
    int[] ids = hits.idsInto;
    double[] squares = hits.squaresInto;
    long bound = Double.doubleToRawLongBits(hits.bound);
    double x = target[0];
    double y = target[1];
    double z = target[2];
    int xs = 3 * from;
    int ys = xs + length;
    int zs = ys + length;
    int at = start;
    for (int i = 0; i < length; i++) {
      double dx = x - tiles[xs + i];
      double dy = y - tiles[ys + i];
      double dz = z - tiles[zs + i];
      double square = dx * dx + dy * dy + dz * dz;
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
    int xs = 3 * from;
    int ys = xs + length;
    int zs = ys + length;
    int end = at;
    for (int i = 0; i < length; i++) {
      double x = tiles[xs + i];
      double y = tiles[ys + i];
      double z = tiles[zs + i];
      int id = tree.ids[from + i];
      ids[end] = id;
      long outside = sign(x - low[0]) | sign(high[0] - x) | (id >> 31);
      outside |= sign(y - low[1]) | sign(high[1] - y);
      outside |= sign(z - low[2]) | sign(high[2] - z);
      end += 1 + (int) outside;
    }
    return end;
  }
}
