package dev.sojourn.structures.heap;

/** The sifts of a four-way heap of longs; see the notes in {@link LongDaryHeap}. */
final class Sift4 {
  static final int SHIFT = 2;
  static final int ROOT = 1;

  private static final int GROUP_SHIFT = 4;
  private static final int GROUP_LAST_OFFSET = 5;

  private Sift4() {}

  /** Moves the hole at the root to a leaf, raising the smallest child at each level. */
  static int toLeaf(long[] a, int end, int touchFromSlot) {
    int lastParent = parent(end - 1);
    int firstTouch = touchFromSlot >> GROUP_SHIFT;
    int lastTouch = (end - 1 - GROUP_LAST_OFFSET) >> GROUP_SHIFT;
    int hole = ROOT;
    long touched = 0;
    while (hole <= lastParent) {
      if (hole >= firstTouch && hole <= lastTouch) {
        touched |= touch(a, (hole << GROUP_SHIFT) - 10);
      }
      int child = smallest(a, 4 * hole - 2);
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
      int child = smallest(a, 4 * slot - 2);
      long least = a[child];
      if (least >= value) {
        break;
      }
      a[slot] = least;
      slot = child;
    }
    a[slot] = value;
  }

  /** The sixteen grandchildren fill two lines, or touch three. */
  private static long touch(long[] a, int first) {
    return a[first] | a[first + 8] | a[first + 15];
  }

  private static int smallest(long[] a, int first) {
    long v0 = a[first];
    long v1 = a[first + 1];
    long v2 = a[first + 2];
    long v3 = a[first + 3];
    int left = v1 < v0 ? 1 : 0;
    int right = v3 < v2 ? 3 : 2;
    int offset = Math.min(v2, v3) < Math.min(v0, v1) ? right : left;
    return first + offset;
  }

  private static int parent(int slot) {
    return ((slot - ROOT - 1) >> SHIFT) + ROOT;
  }
}
