package dev.sojourn.structures.heap;

/**
 * The moves of {@link LongDaryHeap}; see the notes there.
 *
 * <p>Nodes are numbered level by level from the root, 0; node i lies in slot {@code ROOT + i}, and
 * its children, group i, begin at slot {@code FIRST + (i << shift)}. Every caller passes the shift
 * as a constant, so that the compiler makes a loop of its own for each arity.
 */
final class LongSift {
  /** The slot of the root: the first group of siblings then starts a cache line. */
  static final int ROOT = 5;

  private static final int FIRST = ROOT + 1;

  private LongSift() {}

  /** The group of siblings, and so the parent's number, of a slot that is not the root's. */
  static int groupOf(int shift, int slot) {
    return (slot - FIRST) >> shift;
  }

  /** The first slot of a group. */
  static int firstSlot(int shift, int group) {
    return (group << shift) + FIRST;
  }

  /** Finds the winner of a group anew. */
  static void crown(int shift, long[] a, byte[] winners, int group) {
    winners[group] = (byte) Winners.offset(shift, a, firstSlot(shift, group));
  }

  /** Fills the hole at the root: winners rise to the leaf, and the value climbs from there. */
  static void refillRoot(int shift, long[] a, byte[] winners, int end, long value) {
    int lastParent = groupOf(shift, end - 1);
    int hole = ROOT;
    if (lastParent >= 0) {
      hole = firstSlot(shift, 0) + winners[0];
      a[ROOT] = a[hole];
    }
    int group = 0;
    for (int node = hole - ROOT; node <= lastParent; node = hole - ROOT) {
      int child = firstSlot(shift, node) + winners[node];
      a[hole] = a[child];
      crown(shift, a, winners, group);
      group = node;
      hole = child;
    }
    settle(shift, a, winners, hole, value);
  }

  /** Puts a value where it belongs between a leaf's hole and the root. */
  private static void settle(int shift, long[] a, byte[] winners, int hole, long value) {
    int slot = climb(shift, a, winners, hole, value);
    a[slot] = value;
    if (slot > ROOT) {
      crown(shift, a, winners, groupOf(shift, slot));
    }
  }

  /** Adds a value in the slot after the last. */
  static void append(int shift, long[] a, byte[] winners, int end, long value) {
    int slot = climb(shift, a, winners, end, value);
    a[slot] = value;
    if (slot > ROOT) {
      int group = groupOf(shift, slot);
      int first = firstSlot(shift, group);
      boolean alone = slot == end && slot == first;
      if (alone || value < a[first + winners[group]]) {
        winners[group] = (byte) (slot - first);
      }
    }
  }

  /** Moves the hole up past everything greater than the value, which then wins its old group. */
  private static int climb(int shift, long[] a, byte[] winners, int hole, long value) {
    int slot = hole;
    while (slot > ROOT) {
      int group = groupOf(shift, slot);
      long above = a[ROOT + group];
      if (above <= value) {
        break;
      }
      a[slot] = above;
      winners[group] = (byte) (slot - firstSlot(shift, group));
      slot = ROOT + group;
    }
    return slot;
  }

  /** Orders a node with its subtree, all of whose other nodes are in order already. */
  static void sink(int shift, long[] a, byte[] winners, int end, int node) {
    int lastParent = groupOf(shift, end - 1);
    int top = ROOT + node;
    int hole = top;
    long value = a[hole];
    crown(shift, a, winners, node);
    for (int group = node; group <= lastParent; ) {
      int child = firstSlot(shift, group) + winners[group];
      if (a[child] >= value) {
        break;
      }
      a[hole] = a[child];
      crownAbove(shift, a, winners, hole, top);
      hole = child;
      group = child - ROOT;
    }
    a[hole] = value;
    crownAbove(shift, a, winners, hole, top);
  }

  /**
   * The winner of the group that a slot is in, unless that group is above what is being ordered.
   */
  private static void crownAbove(int shift, long[] a, byte[] winners, int slot, int top) {
    if (slot > top) {
      crown(shift, a, winners, groupOf(shift, slot));
    }
  }
}
