package dev.sojourn.structures.heap;

/**
 * The slots of a heap of longs in ascending order of their values, without changing the heap.
 *
 * <p>What comes next is always a child of a slot already handed out, so the slots to choose from
 * wait in a queue of their own. No child is less than its parent: the queue may be monotone.
 */
final class SortedSlots {
  private final int shift;
  private final long[] keys;
  private final int end;
  private final RadixHeap waiting = new RadixHeap();

  SortedSlots(int shift, long[] keys, int end) {
    this.shift = shift;
    this.keys = keys;
    this.end = end;
    offer(LongSift.ROOT, Math.min(LongSift.ROOT + 1, end));
  }

  boolean hasNext() {
    return !waiting.isEmpty();
  }

  /** The value that the next slot held when it was found. */
  long nextKey() {
    return waiting.peekKey();
  }

  /** The slot that comes next; there must be one. */
  int nextSlot() {
    return (int) waiting.peekValue();
  }

  /** The next slot, passed by; there must be one. */
  int next() {
    int slot = (int) waiting.pollValue();
    int node = slot - LongSift.ROOT;
    if (node <= LongSift.groupOf(shift, end - 1)) {
      int first = LongSift.firstSlot(shift, node);
      offer(first, first + Math.min(1 << shift, end - first));
    }
    return slot;
  }

  private void offer(int first, int after) {
    for (int slot = first; slot < after; slot++) {
      waiting.add(keys[slot], slot);
    }
  }
}
