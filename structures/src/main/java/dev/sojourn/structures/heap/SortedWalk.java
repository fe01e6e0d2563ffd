package dev.sojourn.structures.heap;

import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Visits the elements of a {@link DaryHeap} in ascending order. What comes next is always a child
 * of a slot already visited, so the slots to choose from wait in a heap of their own.
 */
final class SortedWalk<E> implements Iterator<E> {
  private final DaryHeap<E> heap;
  private final DaryHeap<Integer> waiting;
  private final int expectedChanges;

  SortedWalk(DaryHeap<E> heap) {
    this.heap = heap;
    this.waiting = new DaryHeap<>(heap::compareAt);
    this.expectedChanges = heap.changes();
    if (!heap.isEmpty()) {
      waiting.add(0);
    }
  }

  @Override
  public boolean hasNext() {
    return !waiting.isEmpty();
  }

  @Override
  public E next() {
    if (heap.changes() != expectedChanges) {
      throw new ConcurrentModificationException("the heap changed during the iteration");
    }
    Integer slot = waiting.poll();
    if (slot == null) {
      throw new NoSuchElementException("the iteration has ended; ask hasNext() first");
    }
    long first = heap.firstChildOf(slot);
    long after = Math.min(first + heap.arity(), heap.size());
    for (long child = first; child < after; child++) {
      waiting.add((int) child);
    }
    return heap.at(slot);
  }
}
