package dev.sojourn.structures.tree;

import static dev.sojourn.structures.tree.NodeArena.NIL;

/** How many nodes lie on the longest way down a tree. */
final class Height {
  private Height() {}

  static int of(NodeArena arena, int root) {
    IntStack nodes = new IntStack();
    IntStack depths = new IntStack();
    int height = 0;
    nodes.push(root);
    depths.push(0);
    while (!nodes.isEmpty()) {
      int depth = depths.pop();
      for (int slot = nodes.pop(); slot != NIL; slot = arena.left(slot)) {
        depth++;
        nodes.push(arena.right(slot));
        depths.push(depth);
      }
      height = Math.max(height, depth);
    }
    return height;
  }
}
