package dev.sojourn.structures.heap;

import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;

/** The values of a {@link LongDaryHeap} in ascending order. */
final class SortedValues implements PrimitiveIterator.OfLong {
  private final LongDaryHeap heap;
  private final SortedSlots slots;

  SortedValues(LongDaryHeap heap) {
    this.heap = heap;
    this.slots = heap.sortedSlots();
  }

  @Override
  public boolean hasNext() {
    return slots.hasNext();
  }

  @Override
  public long nextLong() {
    if (!hasNext()) {
      throw new NoSuchElementException("the iteration has ended; ask hasNext() first");
    }
    long value = slots.nextKey();
    if (heap.at(slots.nextSlot()) != value) {
      throw new ConcurrentModificationException("the heap changed during the iteration");
    }
    slots.next();
    return value;
  }
}
