package dev.sojourn.structures.tree;

import static dev.sojourn.structures.tree.NodeArena.NIL;

/** A walk over a tree in the order of its keys. It allocates when the tree is deeper than ever. */
final class InOrder {
  /** The nodes whose left subtree is done and which are not: the next one on top. */
  private final IntStack open = new IntStack();

  /** Before the first key. */
  void start(NodeArena arena, int root) {
    open.clear();
    descend(arena, root);
  }

  /** Before the first key that is at least the given one. */
  void start(NodeArena arena, int root, long from) {
    open.clear();
    for (int slot = root; slot != NIL; ) {
      if (arena.keyOf(slot) < from) {
        slot = arena.right(slot);
      } else {
        open.push(slot);
        slot = arena.left(slot);
      }
    }
  }

  /** The next node, or {@link NodeArena#NIL} after the last. */
  int next(NodeArena arena) {
    if (open.isEmpty()) {
      return NIL;
    }
    int slot = open.pop();
    descend(arena, arena.right(slot));
    return slot;
  }

  private void descend(NodeArena arena, int root) {
    for (int slot = root; slot != NIL; slot = arena.left(slot)) {
      open.push(slot);
    }
  }
}
