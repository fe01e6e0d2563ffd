package dev.sojourn.structures.tree;

import static dev.sojourn.structures.tree.NodeArena.NIL;
import static dev.sojourn.structures.tree.NodeArena.leftHole;
import static dev.sojourn.structures.tree.NodeArena.rightHole;

/**
 * Builds a treap from entries in ascending order in linear time: the Cartesian tree of the
 * priorities. Nodes come to lie in the order of their keys.
 */
final class SortedBuild {
  /*
   * Implementation notes. The stack holds the right spine, the last key on top. A new last key
   * pushes from it whatever has a lower priority, and takes that for its left subtree: every node
   * leaves once, and is complete when it does.
   */
  private final NodeArena arena;
  private final IntStack spine = new IntStack();
  private int root = NIL;

  SortedBuild(NodeArena arena) {
    this.arena = arena;
  }

  /** Copies a tree of this or another arena. */
  static int copy(NodeArena from, int root, NodeArena to) {
    SortedBuild build = new SortedBuild(to);
    InOrder walk = new InOrder();
    walk.start(from, root);
    for (int slot = walk.next(from); slot != NIL; slot = walk.next(from)) {
      build.append(from.keyOf(slot), from.values[slot]);
    }
    return build.finish();
  }

  /** Adds an entry whose key is above all before. */
  void append(long key, long value) {
    int fresh = arena.allocate(key, value);
    long priority = arena.priority(key);
    int below = NIL;
    while (!spine.isEmpty() && arena.priorityOf(spine.peek()) < priority) {
      below = spine.pop();
      arena.pull(below);
    }
    arena.put(leftHole(fresh), below);
    if (spine.isEmpty()) {
      root = fresh;
    } else {
      arena.put(rightHole(spine.peek()), fresh);
    }
    spine.push(fresh);
  }

  /** Completes the tree; returns its root. */
  int finish() {
    while (!spine.isEmpty()) {
      arena.pull(spine.pop());
    }
    return root;
  }
}
