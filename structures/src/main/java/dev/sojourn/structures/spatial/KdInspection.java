package dev.sojourn.structures.spatial;

import java.util.BitSet;
import java.util.Optional;

/** Checks a tree: every point has its number, and lies on the right side of every split. */
final class KdInspection {
  private KdInspection() {}

  /** Whether the numbers are 0 to size - 1, each once. */
  static Optional<String> numbers(KdTree tree) {
    BitSet seen = new BitSet(tree.ids.length);
    for (int slot = 0; slot < tree.ids.length; slot++) {
      int id = tree.ids[slot];
      if (id < 0 || id >= tree.ids.length) {
        return Optional.of("slot " + slot + " holds " + id + ", which is the number of no point");
      }
      if (seen.get(id)) {
        return Optional.of("slot " + slot + " holds " + id + ", which another slot holds too");
      }
      seen.set(id);
    }
    return Optional.empty();
  }

  /** Whether there are as many tombstones as the tree counts. */
  static Optional<String> tombstones(KdTree tree) {
    int found = 0;
    for (int id : tree.ids) {
      found += id < 0 ? 1 : 0;
    }
    return found == tree.removed()
        ? Optional.empty()
        : Optional.of(found + " slots are removed but " + tree.removed() + " were counted");
  }

  /** Whether every point lies within the bounds of the tree and right to every split above it. */
  static Optional<String> shape(KdTree tree) {
    for (int leaf = 0; leaf < tree.leaves(); leaf++) {
      int to = KdTree.slot(leaf + 1L, tree.ids.length, tree.levels);
      for (int slot = KdTree.slot(leaf, tree.ids.length, tree.levels); slot < to; slot++) {
        String flaw = flawOf(tree, leaf, slot);
        if (flaw != null) {
          return Optional.of(flaw);
        }
      }
    }
    return Optional.empty();
  }

  private static String flawOf(KdTree tree, int leaf, int slot) {
    for (int axis = 0; axis < tree.dimensions; axis++) {
      double value = tree.coordinate(slot, axis);
      if (!(tree.low[axis] <= value && value <= tree.high[axis])) {
        return "coordinate " + axis + " of slot " + slot + " is " + value + ", beyond the bounds";
      }
    }
    for (int node = tree.leaves() + leaf; node > KdTree.ROOT; node >>>= 1) {
      int parent = node >>> 1;
      int axis = tree.axes[parent] & 0xff;
      double value = axis < tree.dimensions ? tree.coordinate(slot, axis) : Double.NaN;
      boolean left = (node & 1) == 0;
      if (!(left ? value <= tree.splits[parent] : value >= tree.splits[parent])) {
        return "coordinate "
            + axis
            + " of slot "
            + slot
            + " is "
            + value
            + (left ? ", right" : ", left")
            + " of the split "
            + tree.splits[parent]
            + " of node "
            + parent;
      }
    }
    return null;
  }
}
