package dev.sojourn.structures.heap;

/** The sifts of an eight-way heap of longs; see the notes in {@link LongDaryHeap}. */
final class Sift8 {
  static final int SHIFT = 3;
  static final int ROOT = 5;

  private static final int GROUP_SHIFT = 6;
  private static final int GROUP_OFFSET = 306;
  private static final int TOUCHED = 64;
  private static final int FIRST_GROUP = ROOT + 1;

  private Sift8() {}

  /**
   * Moves the hole at the root to a leaf, raising the smallest child at each level.
   *
   * <p>Levels are counted, not looked for: those whose nodes all have children are descended first,
   * the near ones without and the far ones with touching ahead; the one step that a node may or may
   * not have comes last.
   */
  static int toLeaf(long[] a, int end, int touchFromSlot) {
    int lastParent = parent(end - 1);
    int lastNear = a.length < TOUCHED ? lastParent : touchFromSlot >> GROUP_SHIFT;
    int hole = ROOT;
    long levelLast = ROOT;
    while (levelLast <= Math.min(lastNear, lastParent)) {
      hole = raiseSmallest(a, hole);
      levelLast = 8 * levelLast - 27;
    }
    int lastTouch = a.length - TOUCHED;
    long touched = 0;
    while (levelLast <= lastParent) {
      touched |= touch(a, (int) Math.min(((long) hole << GROUP_SHIFT) - GROUP_OFFSET, lastTouch));
      hole = raiseSmallest(a, hole);
      levelLast = 8 * levelLast - 27;
    }
    a[LongDaryHeap.SINK] = touched;
    return lastStep(a, hole, lastParent);
  }

  private static int raiseSmallest(long[] a, int hole) {
    int first = 8 * hole - 34;
    int child = first + offsetOfSmallest(a, first);
    a[hole] = a[child];
    return child;
  }

  /** One more level if the hole has children; if not, what is read and written does not matter. */
  private static int lastStep(long[] a, int hole, int lastParent) {
    int inner = (hole - lastParent - 1) >> 31;
    int first = FIRST_GROUP + ((8 * hole - 34 - FIRST_GROUP) & inner);
    int child = first + offsetOfSmallest(a, first);
    a[hole & inner] = a[child];
    return hole + ((child - hole) & inner);
  }

  /** Puts the value where it belongs in the subtree below the hole. */
  static void down(long[] a, int hole, int end, long value) {
    int lastParent = parent(end - 1);
    int slot = hole;
    while (slot <= lastParent) {
      int first = 8 * slot - 34;
      int child = first + offsetOfSmallest(a, first);
      long least = a[child];
      if (least >= value) {
        break;
      }
      a[slot] = least;
      slot = child;
    }
    a[slot] = value;
  }

  /** The sixty-four grandchildren fill eight lines, or touch nine. */
  private static long touch(long[] a, int first) {
    long near = a[first] | a[first + 8] | a[first + 16] | a[first + 24];
    long far = a[first + 32] | a[first + 40] | a[first + 48] | a[first + 56];
    return near | far | a[first + 63];
  }

  /**
   * The slot of the smallest of eight neighbours, the leftmost of equals, found by a tournament.
   */
  static int offsetOfSmallest(long[] a, int first) {
    long v0 = a[first];
    long v1 = a[first + 1];
    long v2 = a[first + 2];
    long v3 = a[first + 3];
    long v4 = a[first + 4];
    long v5 = a[first + 5];
    long v6 = a[first + 6];
    long v7 = a[first + 7];
    int i01 = v1 < v0 ? 1 : 0;
    int i23 = v3 < v2 ? 3 : 2;
    int i45 = v5 < v4 ? 5 : 4;
    int i67 = v7 < v6 ? 7 : 6;
    long v01 = Math.min(v0, v1);
    long v23 = Math.min(v2, v3);
    long v45 = Math.min(v4, v5);
    long v67 = Math.min(v6, v7);
    int left = v23 < v01 ? i23 : i01;
    int right = v67 < v45 ? i67 : i45;
    return Math.min(v45, v67) < Math.min(v01, v23) ? right : left;
  }

  private static int parent(int slot) {
    return ((slot - ROOT - 1) >> SHIFT) + ROOT;
  }
}
