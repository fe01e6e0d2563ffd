package dev.sojourn.structures.heap;

import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;

/** The handles of an {@link IndexedDaryHeap} in ascending order of their keys. */
final class SortedHandles implements PrimitiveIterator.OfInt {
  private final IndexedSlots heap;
  private final SortedSlots ascending;

  SortedHandles(IndexedSlots heap, SortedSlots ascending) {
    this.heap = heap;
    this.ascending = ascending;
  }

  @Override
  public boolean hasNext() {
    return ascending.hasNext();
  }

  @Override
  public int nextInt() {
    if (!hasNext()) {
      throw new NoSuchElementException("the iteration has ended; ask hasNext() first");
    }
    int slot = ascending.nextSlot();
    if (slot >= heap.end || heap.keys[slot] != ascending.nextKey()) {
      throw new ConcurrentModificationException("the heap changed during the iteration");
    }
    ascending.next();
    return heap.handles[slot];
  }
}
