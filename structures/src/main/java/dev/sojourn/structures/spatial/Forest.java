package dev.sojourn.structures.spatial;

/** The trees that one search goes through, the larger ones behind. */
final class Forest {
  final int dimensions;
  final int leafSize;

  /** Null where there is no tree at the moment. */
  final KdTree[] trees;

  private int size;

  Forest(KdTree only) {
    this(only.dimensions, only.leafSize, new KdTree[] {only});
    this.size = only.size();
  }

  Forest(int dimensions, int leafSize, KdTree[] trees) {
    this.dimensions = dimensions;
    this.leafSize = leafSize;
    this.trees = trees;
  }

  /** How many points the trees hold, without tombstones. */
  int size() {
    return size;
  }

  void grow(int points) {
    size += points;
  }
}
