package dev.sojourn.structures.tree;

import static dev.sojourn.structures.tree.NodeArena.NIL;
import static dev.sojourn.structures.tree.NodeArena.ROOT_HOLE;
import static dev.sojourn.structures.tree.NodeArena.leftHole;
import static dev.sojourn.structures.tree.NodeArena.rightHole;

/** The moves that change a treap in an arena: each is a loop from the root down. */
final class TreapMoves {
  /*
   * Implementation notes. Sizes are set on the way down, without a stack: a merge knows how many
   * nodes are in both trees, and a split knows how many are below its key, from a descent before.
   */

  private TreapMoves() {}

  /** Adds a key that is not there; returns the new root. */
  static int insert(NodeArena arena, int root, long key, long value) {
    int fresh = arena.allocate(key, value);
    long priority = arena.priority(key);
    arena.put(ROOT_HOLE, root);
    int hole = ROOT_HOLE;
    int slot = root;
    while (slot != NIL && arena.priorityOf(slot) > priority) {
      arena.sizes[slot]++;
      hole = arena.holeToward(slot, key);
      slot = arena.in(hole);
    }
    arena.put(hole, fresh);
    int newRoot = arena.takeRoot();
    arena.setChildren(fresh, split(arena, slot, key));
    arena.pull(fresh);
    arena.refold(newRoot, key);
    return newRoot;
  }

  /** Removes a key that is there; returns the new root. */
  static int remove(NodeArena arena, int root, long key) {
    arena.put(ROOT_HOLE, root);
    int hole = ROOT_HOLE;
    int slot = root;
    while (arena.keyOf(slot) != key) {
      arena.sizes[slot]--;
      hole = arena.holeToward(slot, key);
      slot = arena.in(hole);
    }
    merge(arena, arena.left(slot), arena.right(slot), hole);
    arena.freeNode(slot);
    int newRoot = arena.takeRoot();
    arena.refold(newRoot, key);
    return newRoot;
  }

  /**
   * Cuts a tree in two; returns both roots as {@link NodeArena#children} does, first the tree of
   * the keys below the given one.
   */
  static long split(NodeArena arena, int root, long key) {
    if (root == NIL) {
      return 0;
    }
    long saved = arena.children(NIL);
    int lowHole = leftHole(NIL);
    int highHole = rightHole(NIL);
    int below = arena.countBelow(root, key);
    for (int slot = root; slot != NIL; ) {
      int size = arena.sizes[slot];
      if (arena.keyOf(slot) < key) {
        arena.put(lowHole, slot);
        arena.sizes[slot] = below;
        below -= arena.sizes[arena.left(slot)] + 1;
        lowHole = rightHole(slot);
        slot = arena.right(slot);
      } else {
        arena.put(highHole, slot);
        arena.sizes[slot] = size - below;
        highHole = leftHole(slot);
        slot = arena.left(slot);
      }
    }
    arena.put(lowHole, NIL);
    arena.put(highHole, NIL);
    long parts = arena.children(NIL);
    arena.refold(arena.left(NIL), key);
    arena.refold(arena.right(NIL), key);
    arena.setChildren(NIL, saved);
    return parts;
  }

  /** Puts two trees into a hole as one; all keys of the first are below all of the second. */
  static void merge(NodeArena arena, int low, int high, int hole) {
    int a = low;
    int b = high;
    int at = hole;
    while (a != NIL && b != NIL) {
      int both = arena.sizes[a] + arena.sizes[b];
      if (arena.priorityOf(a) > arena.priorityOf(b)) {
        arena.put(at, a);
        arena.sizes[a] = both;
        at = rightHole(a);
        a = arena.right(a);
      } else {
        arena.put(at, b);
        arena.sizes[b] = both;
        at = leftHole(b);
        b = arena.left(b);
      }
    }
    arena.put(at, a == NIL ? b : a);
  }

  /** Makes one tree of two, all keys of the first below the given one and no key of the second. */
  static int join(NodeArena arena, int low, int high, long key) {
    merge(arena, low, high, ROOT_HOLE);
    int root = arena.takeRoot();
    arena.refold(root, key);
    return root;
  }
}
