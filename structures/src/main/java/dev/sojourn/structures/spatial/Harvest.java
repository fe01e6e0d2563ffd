package dev.sojourn.structures.spatial;

/** The living points of some trees, gathered for a new one. */
final class Harvest {
  private final int dimensions;
  private final double[] rows;
  private final int[] ids;
  private int size;

  /** Makes room for exactly so many points. */
  Harvest(int dimensions, int points) {
    this.dimensions = dimensions;
    this.rows = new double[points * dimensions];
    this.ids = new int[points];
  }

  void add(int id, double[] point) {
    System.arraycopy(point, 0, rows, size * dimensions, dimensions);
    ids[size++] = id;
  }

  /** Takes what lives in a tree, which stays as it is; nothing when there is no tree. */
  void take(KdTree tree) {
    for (int leaf = 0; tree != null && leaf < tree.leaves(); leaf++) {
      int from = KdTree.slot(leaf, tree.ids.length, tree.levels);
      int to = KdTree.slot(leaf + 1L, tree.ids.length, tree.levels);
      takeLeaf(tree, from, to);
    }
  }

  private void takeLeaf(KdTree tree, int from, int to) {
    for (int slot = from; slot < to; slot++) {
      if (tree.ids[slot] >= 0) {
        int place = from * dimensions + slot - from;
        for (int axis = 0; axis < dimensions; axis++) {
          rows[size * dimensions + axis] = tree.tiles[place];
          place += to - from;
        }
        ids[size++] = tree.ids[slot];
      }
    }
  }

  KdTree build() {
    return new KdTree(KdBuild.of(rows, ids, dimensions, KdTree.DEFAULT_LEAF_SIZE));
  }
}
