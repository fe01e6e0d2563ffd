package dev.sojourn.structures.heap;

/**
 * The sifts of a sixteen-way heap of longs; see the notes in {@link LongDaryHeap}.
 *
 * <p>Nothing is touched ahead: one node's grandchildren are thirty-two lines, of which thirty would
 * be loaded in vain, and a node's own children are two lines that already arrive together.
 */
final class Sift16 {
  static final int SHIFT = 4;
  static final int ROOT = 5;

  private Sift16() {}

  /** Moves the hole at the root to a leaf, raising the smallest child at each level. */
  static int toLeaf(long[] a, int end) {
    int lastParent = parent(end - 1);
    int hole = ROOT;
    while (hole <= lastParent) {
      int child = smallest(a, 16 * hole - 74);
      a[hole] = a[child];
      hole = child;
    }
    return hole;
  }

  /** Puts the value where it belongs in the subtree below the hole. */
  static void down(long[] a, int hole, int end, long value) {
    int lastParent = parent(end - 1);
    int slot = hole;
    while (slot <= lastParent) {
      int child = smallest(a, 16 * slot - 74);
      long least = a[child];
      if (least >= value) {
        break;
      }
      a[slot] = least;
      slot = child;
    }
    a[slot] = value;
  }

  private static int smallest(long[] a, int first) {
    int left = Sift8.offsetOfSmallest(a, first);
    int right = 8 + Sift8.offsetOfSmallest(a, first + 8);
    int offset = a[first + right] < a[first + left] ? right : left;
    return first + offset;
  }

  private static int parent(int slot) {
    return ((slot - ROOT - 1) >> SHIFT) + ROOT;
  }
}
