package dev.sojourn.structures.tree;

/** How deep the nodes of a {@link TreapMap} lie: goes through them in order and keeps count. */
final class Depths {
  /** The greatest depth, the root's being 1. */
  int height;

  /** The sum of all depths. */
  long total;

  private int depth;

  static Depths of(TreapNode<?, ?> root) {
    Depths depths = new Depths();
    TreapNode<?, ?> node = root == null ? null : depths.downToFirst(root);
    while (node != null) {
      depths.total += depths.depth;
      depths.height = Math.max(depths.height, depths.depth);
      node = node.right == null ? depths.upFrom(node) : depths.downToFirst(node.right);
    }
    return depths;
  }

  private TreapNode<?, ?> downToFirst(TreapNode<?, ?> child) {
    TreapNode<?, ?> node = child;
    depth++;
    while (node.left != null) {
      node = node.left;
      depth++;
    }
    return node;
  }

  private TreapNode<?, ?> upFrom(TreapNode<?, ?> last) {
    TreapNode<?, ?> node = last;
    while (node.isRight()) {
      node = node.parent;
      depth--;
    }
    depth--;
    return node.parent;
  }
}
