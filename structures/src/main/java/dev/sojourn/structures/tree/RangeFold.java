package dev.sojourn.structures.tree;

import static dev.sojourn.structures.tree.NodeArena.NIL;

/** The aggregate of a range of keys: one descent to where the ends part, then one to each. */
final class RangeFold {
  private RangeFold() {}

  static long of(NodeArena arena, int root, long from, long to) {
    int top = root;
    while (top != NIL && (arena.keyOf(top) < from || arena.keyOf(top) > to)) {
      top = arena.keyOf(top) < from ? arena.right(top) : arena.left(top);
    }
    if (top == NIL) {
      return arena.aggregate.identity();
    }
    Aggregate aggregate = arena.aggregate;
    long below = atLeast(arena, arena.left(top), from);
    long above = atMost(arena, arena.right(top), to);
    return aggregate.combine(aggregate.combine(below, above), arena.values[top]);
  }

  private static long atLeast(NodeArena arena, int root, long from) {
    Aggregate aggregate = arena.aggregate;
    long fold = aggregate.identity();
    for (int slot = root; slot != NIL; ) {
      if (arena.keyOf(slot) < from) {
        slot = arena.right(slot);
      } else {
        long right = arena.folds[arena.right(slot)];
        fold = aggregate.combine(fold, aggregate.combine(right, arena.values[slot]));
        slot = arena.left(slot);
      }
    }
    return fold;
  }

  private static long atMost(NodeArena arena, int root, long to) {
    Aggregate aggregate = arena.aggregate;
    long fold = aggregate.identity();
    for (int slot = root; slot != NIL; ) {
      if (arena.keyOf(slot) > to) {
        slot = arena.left(slot);
      } else {
        long left = arena.folds[arena.left(slot)];
        fold = aggregate.combine(fold, aggregate.combine(left, arena.values[slot]));
        slot = arena.right(slot);
      }
    }
    return fold;
  }
}
