package dev.sojourn.structures.tree;

import static dev.sojourn.structures.tree.NodeArena.NIL;
import static dev.sojourn.structures.tree.NodeArena.ROOT_HOLE;
import static dev.sojourn.structures.tree.NodeArena.leftHole;
import static dev.sojourn.structures.tree.NodeArena.rightHole;

/** Union, intersection and difference of two trees in one arena; both are used up. */
enum SetOperation {
  UNION(true, true, true),
  INTERSECTION(false, false, true),
  DIFFERENCE(true, false, false);

  /*
   * Implementation notes. The root with the higher priority cuts the other tree, and both sides go
   * on alike; a tree without counterpart is kept or dropped as a whole. Since a key decides its own
   * priority, a key in both trees meets itself as the root of both, and a root that does not is
   * in one tree only: nothing has to be looked up.
   *
   * A task is a hole and the two trees whose result belongs there. A node that goes stays in its
   * place until both sides are done, and is then replaced by what is left of them: the second kind
   * of task, in which the mark takes the place of the second tree.
   */
  private static final int KEPT = -1;
  private static final int DROPPED = -2;

  private final boolean onlyFirst;
  private final boolean onlySecond;
  private final boolean both;

  SetOperation(boolean onlyFirst, boolean onlySecond, boolean both) {
    this.onlyFirst = onlyFirst;
    this.onlySecond = onlySecond;
    this.both = both;
  }

  /** Returns the root of the result. A union takes the second's values, else the first's stay. */
  int of(NodeArena arena, int first, int second) {
    IntStack tasks = new IntStack();
    push(tasks, ROOT_HOLE, first, second);
    while (!tasks.isEmpty()) {
      int b = tasks.pop();
      int a = tasks.pop();
      int hole = tasks.pop();
      if (b < NIL) {
        finish(arena, hole, a, b == KEPT);
      } else if (b == NIL) {
        arena.put(hole, kept(arena, a, onlyFirst));
      } else if (a == NIL) {
        arena.put(hole, kept(arena, b, onlySecond));
      } else {
        divide(arena, tasks, hole, a, b);
      }
    }
    return arena.takeRoot();
  }

  private void divide(NodeArena arena, IntStack tasks, int hole, int a, int b) {
    long keyA = arena.keyOf(a);
    long keyB = arena.keyOf(b);
    if (keyA == keyB) {
      long lower = arena.children(b);
      if (onlySecond) {
        arena.values[a] = arena.values[b];
      }
      arena.freeNode(b);
      spread(arena, tasks, hole, a, both);
      push(tasks, rightHole(a), arena.right(a), (int) (lower >>> Integer.SIZE));
      push(tasks, leftHole(a), arena.left(a), (int) lower);
    } else if (arena.priority(keyA) > arena.priority(keyB)) {
      long parts = TreapMoves.split(arena, b, keyA);
      spread(arena, tasks, hole, a, onlyFirst);
      push(tasks, rightHole(a), arena.right(a), (int) (parts >>> Integer.SIZE));
      push(tasks, leftHole(a), arena.left(a), (int) parts);
    } else {
      long parts = TreapMoves.split(arena, a, keyB);
      spread(arena, tasks, hole, b, onlySecond);
      push(tasks, rightHole(b), (int) (parts >>> Integer.SIZE), arena.right(b));
      push(tasks, leftHole(b), (int) parts, arena.left(b));
    }
  }

  /** Puts a root in its place; it is finished after all that is pushed later. */
  private static void spread(NodeArena arena, IntStack tasks, int hole, int root, boolean keep) {
    arena.put(hole, root);
    push(tasks, hole, root, keep ? KEPT : DROPPED);
  }

  private static void finish(NodeArena arena, int hole, int root, boolean keep) {
    if (keep) {
      arena.pull(root);
      return;
    }
    long key = arena.keyOf(root);
    TreapMoves.merge(arena, arena.left(root), arena.right(root), hole);
    arena.freeNode(root);
    arena.refold(arena.in(hole), key);
  }

  private static int kept(NodeArena arena, int root, boolean keep) {
    if (keep) {
      return root;
    }
    arena.freeTree(root);
    return NIL;
  }

  private static void push(IntStack tasks, int hole, int a, int b) {
    tasks.push(hole);
    tasks.push(a);
    tasks.push(b);
  }
}
