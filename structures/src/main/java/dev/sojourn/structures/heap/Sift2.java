package dev.sojourn.structures.heap;

/** The sifts of a binary heap of longs; see the notes in {@link LongDaryHeap}. */
final class Sift2 {
  static final int SHIFT = 1;
  static final int ROOT = 7;

  private static final int GROUP_SHIFT = 4;
  private static final int GROUP_LAST_OFFSET = 75;

  private Sift2() {}

  /** Moves the hole at the root to a leaf, raising the smaller child at each level. */
  static int toLeaf(long[] a, int end, int touchFromSlot) {
    int lastParent = parent(end - 1);
    int firstTouch = touchFromSlot >> GROUP_SHIFT;
    int lastTouch = (end - 1 + GROUP_LAST_OFFSET) >>> GROUP_SHIFT;
    int hole = ROOT;
    long touched = 0;
    while (hole <= lastParent) {
      if (hole >= firstTouch && hole <= lastTouch) {
        touched |= touch(a, (hole << GROUP_SHIFT) - 90);
      }
      int child = smallest(a, 2 * hole - 6);
      a[hole] = a[child];
      hole = child;
    }
    a[LongDaryHeap.SINK] = touched;
    return hole;
  }

  /** Puts the value where it belongs in the subtree below the hole. */
  static void down(long[] a, int hole, int end, long value) {
    int lastParent = parent(end - 1);
    int slot = hole;
    while (slot <= lastParent) {
      int child = smallest(a, 2 * slot - 6);
      long least = a[child];
      if (least >= value) {
        break;
      }
      a[slot] = least;
      slot = child;
    }
    a[slot] = value;
  }

  /** The sixteen nodes four levels below fill two lines, or touch three. */
  private static long touch(long[] a, int first) {
    return a[first] | a[first + 8] | a[first + 15];
  }

  private static int smallest(long[] a, int first) {
    int offset = a[first + 1] < a[first] ? 1 : 0;
    return first + offset;
  }

  private static int parent(int slot) {
    return ((slot - ROOT - 1) >> SHIFT) + ROOT;
  }
}
