package dev.sojourn.structures.heap;

/**
 * The moves of {@link LongDaryHeap} and the layout it shares with {@link IndexedDaryHeap}; see the
 * notes there.
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

  /** How many whole groups an array of some length has. */
  static int groupsIn(int shift, int length) {
    return (length - FIRST) >> shift;
  }

  /** A root and as many whole groups of siblings as the other elements fill. */
  static int lengthFor(int shift, int capacity) {
    long groups = (Math.max(capacity, 1) - 1L + (1 << shift) - 1) >> shift;
    long length = FIRST + (groups << shift);
    if (length > Growth.LONGEST_ARRAY) {
      throw new OutOfMemoryError(
          "capacity " + capacity + " needs an array of " + length + " longs; use several heaps");
    }
    return (int) length;
  }

  /** The most elements that an array of whole groups can hold. */
  static int mostElements(int shift) {
    return 1 + ((Growth.LONGEST_ARRAY - FIRST) & -(1 << shift));
  }

  /** Finds the winner of a group anew. */
  static void crown(int shift, long[] a, byte[] winners, int group) {
    winners[group] = (byte) Winners.offset(shift, a, firstSlot(shift, group));
  }

  /** Fills the hole at the root with a value that may belong anywhere below. */
  static void refillRoot(int shift, long[] a, byte[] winners, int end, long value) {
    if (end == ROOT + 1) {
      a[ROOT] = value;
      return;
    }
    int lastParent = groupOf(shift, end - 1);
    int group = 0;
    int hole = firstSlot(shift, 0) + winners[0];
    long rising = a[hole];
    a[ROOT] = Math.min(rising, value);
    long carried = Math.max(rising, value);
    for (int node = hole - ROOT; node <= lastParent; node = hole - ROOT) {
      int child = firstSlot(shift, node) + winners[node];
      rising = a[child];
      a[hole] = Math.min(rising, carried);
      carried = Math.max(rising, carried);
      crown(shift, a, winners, group);
      group = node;
      hole = child;
    }
    a[hole] = carried;
    crown(shift, a, winners, group);
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
