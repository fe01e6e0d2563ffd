package dev.sojourn.structures.tree;

import static dev.sojourn.structures.tree.NodeArena.NIL;

import java.util.BitSet;
import java.util.Optional;

/** Checks a treap in an arena: its links first, then its order, then its numbers. */
final class ArenaInspection {
  private final NodeArena arena;
  private final BitSet seen;
  private final IntStack open = new IntStack();

  /** The nodes of the treap, parents before children. */
  private final IntStack found = new IntStack();

  private ArenaInspection(NodeArena arena) {
    this.arena = arena;
    this.seen = new BitSet(arena.end());
  }

  static Optional<String> of(NodeArena arena, int root) {
    ArenaInspection inspection = new ArenaInspection(arena);
    return inspection
        .links(root)
        .or(() -> inspection.order(root))
        .or(inspection::numbers)
        .or(inspection::free);
  }

  private Optional<String> links(int root) {
    Optional<String> flaw = visit(root);
    while (flaw.isEmpty() && !open.isEmpty()) {
      int slot = open.pop();
      found.push(slot);
      int left = arena.left(slot);
      int right = arena.right(slot);
      flaw =
          visit(left).or(() -> visit(right)).or(() -> heap(slot, left)).or(() -> heap(slot, right));
    }
    return flaw;
  }

  private Optional<String> visit(int slot) {
    if (slot == NIL) {
      return Optional.empty();
    }
    if (slot < 0 || slot >= arena.end()) {
      return Optional.of("slot %d is not one of the %d in use".formatted(slot, arena.end() - 1));
    }
    if (seen.get(slot)) {
      return Optional.of("slot %d is reached twice".formatted(slot));
    }
    seen.set(slot);
    open.push(slot);
    return Optional.empty();
  }

  private Optional<String> heap(int parent, int child) {
    if (child == NIL || arena.priorityOf(parent) > arena.priorityOf(child)) {
      return Optional.empty();
    }
    return Optional.of(
        "key %d is above key %d, whose priority is higher"
            .formatted(arena.keyOf(parent), arena.keyOf(child)));
  }

  private Optional<String> order(int root) {
    InOrder walk = new InOrder();
    walk.start(arena, root);
    int before = NIL;
    for (int slot = walk.next(arena); slot != NIL; slot = walk.next(arena)) {
      if (before != NIL && arena.keyOf(before) >= arena.keyOf(slot)) {
        return Optional.of(
            "key %d comes after key %d".formatted(arena.keyOf(slot), arena.keyOf(before)));
      }
      before = slot;
    }
    return Optional.empty();
  }

  private Optional<String> numbers() {
    while (!found.isEmpty()) {
      int slot = found.pop();
      int left = arena.left(slot);
      int right = arena.right(slot);
      int size = arena.sizes[left] + 1 + arena.sizes[right];
      if (arena.sizes[slot] != size) {
        return Optional.of(
            "the size at key %d is %d, not %d"
                .formatted(arena.keyOf(slot), arena.sizes[slot], size));
      }
      if (arena.folds.length > 0 && arena.folds[slot] != arena.foldAt(slot, left, right)) {
        return Optional.of(
            "the aggregate at key %d is %d, not %d"
                .formatted(arena.keyOf(slot), arena.folds[slot], arena.foldAt(slot, left, right)));
      }
    }
    return Optional.empty();
  }

  /** Free trees must hold as many slots as are counted, none of them in use. */
  private Optional<String> free() {
    int count = 0;
    for (int tree = arena.firstFree(); tree != NIL; tree = (int) arena.values[tree]) {
      Optional<String> flaw = visit(tree);
      while (flaw.isEmpty() && !open.isEmpty()) {
        int slot = open.pop();
        count++;
        flaw = visit(arena.left(slot)).or(() -> visit(arena.right(slot)));
      }
      if (flaw.isPresent()) {
        return flaw.map(text -> text + " among the free");
      }
    }
    return count == arena.freeSlots()
        ? Optional.empty()
        : Optional.of("%d slots are free, not %d".formatted(count, arena.freeSlots()));
  }
}
