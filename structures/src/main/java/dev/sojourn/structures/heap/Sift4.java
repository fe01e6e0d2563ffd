package dev.sojourn.structures.heap;

/** The sifts of a four-way heap of longs; see the notes in {@link LongDaryHeap}. */
final class Sift4 {
  static final int SHIFT = 2;
  static final int ROOT = 1;

  private static final int GROUP_SHIFT = 4;
  private static final int GROUP_OFFSET = 10;
  private static final int TOUCHED = 16;
  private static final int FIRST_GROUP = ROOT + 1;

  private Sift4() {}

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
      levelLast = 4 * levelLast + 1;
    }
    int lastTouch = a.length - TOUCHED;
    long touched = 0;
    while (levelLast <= lastParent) {
      touched |= touch(a, (int) Math.min(((long) hole << GROUP_SHIFT) - GROUP_OFFSET, lastTouch));
      hole = raiseSmallest(a, hole);
      levelLast = 4 * levelLast + 1;
    }
    a[LongDaryHeap.SINK] = touched;
    return lastStep(a, hole, lastParent);
  }

  private static int raiseSmallest(long[] a, int hole) {
    int first = 4 * hole - 2;
    int child = first + offsetOfSmallest(a, first);
    a[hole] = a[child];
    return child;
  }

  /** One more level if the hole has children; if not, what is read and written does not matter. */
  private static int lastStep(long[] a, int hole, int lastParent) {
    int inner = (hole - lastParent - 1) >> 31;
    int first = FIRST_GROUP + ((4 * hole - 2 - FIRST_GROUP) & inner);
    int child = first + offsetOfSmallest(a, first);
    a[hole & inner] = a[child];
    return hole + ((child - hole) & inner);
  }

  /** Puts the value where it belongs in the subtree below the hole. */
  static void down(long[] a, int hole, int end, long value) {
    int lastParent = parent(end - 1);
    int slot = hole;
    while (slot <= lastParent) {
      int first = 4 * slot - 2;
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

  /** The sixteen grandchildren fill two lines, or touch three. */
  private static long touch(long[] a, int first) {
    return a[first] | a[first + 8] | a[first + 15];
  }

  private static int offsetOfSmallest(long[] a, int first) {
    long v0 = a[first];
    long v1 = a[first + 1];
    long v2 = a[first + 2];
    long v3 = a[first + 3];
    int left = v1 < v0 ? 1 : 0;
    int right = v3 < v2 ? 3 : 2;
    return Math.min(v2, v3) < Math.min(v0, v1) ? right : left;
  }

  private static int parent(int slot) {
    return ((slot - ROOT - 1) >> SHIFT) + ROOT;
  }
}
