package dev.sojourn.structures.spatial;

import dev.sojourn.structures.internal.Footprint;

/** Finds the slot of one point by its coordinates and its number. */
final class Lookup {
  static final int NONE = -1;
  static final long FOOTPRINT_BYTES =
      Footprint.object(0, 1) + Footprint.array(Geometry.DEEPEST, Integer.BYTES);

  private final int[] right = new int[Geometry.DEEPEST];

  /** A split equal to the coordinate has equal ones on both sides: then both are looked at. */
  int find(KdTree tree, int id, double[] point) {
    int top = 0;
    right[top++] = KdTree.ROOT;
    while (top > 0) {
      int node = right[--top];
      while (node < tree.leaves()) {
        int axis = tree.axes[node] & 0xff;
        double split = tree.splits[node];
        node = 2 * node;
        if (point[axis] > split) {
          node++;
        } else if (point[axis] == split) {
          right[top++] = node + 1;
        }
      }
      int slot = findIn(tree, node - tree.leaves(), id, point);
      if (slot != NONE) {
        return slot;
      }
    }
    return NONE;
  }

  private static int findIn(KdTree tree, int leaf, int id, double[] point) {
    int from = KdTree.slot(leaf, tree.ids.length, tree.levels);
    int to = KdTree.slot(leaf + 1L, tree.ids.length, tree.levels);
    for (int slot = from; slot < to; slot++) {
      if (tree.ids[slot] == id && lies(tree, from, to - from, slot, point)) {
        return slot;
      }
    }
    return NONE;
  }

  private static boolean lies(KdTree tree, int from, int length, int slot, double[] point) {
    int place = from * point.length + slot - from;
    for (double coordinate : point) {
      if (tree.tiles[place] != coordinate) {
        return false;
      }
      place += length;
    }
    return true;
  }
}
