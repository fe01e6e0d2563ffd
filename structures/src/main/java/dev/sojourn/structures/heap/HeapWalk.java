package dev.sojourn.structures.heap;

import java.util.ArrayDeque;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Visits the slots of a {@link SlotQueue} in turn, then whatever a removal moved from a slot not
 * yet visited to one already passed.
 */
final class HeapWalk<E> implements Iterator<E> {
  private final SlotQueue<E> heap;
  private final Deque<E> passedOver = new ArrayDeque<>(0);
  private int next;
  private int expectedChanges;
  private E latest;
  private boolean latestFromSlot;

  HeapWalk(SlotQueue<E> heap) {
    this.heap = heap;
    this.expectedChanges = heap.changes();
  }

  @Override
  public boolean hasNext() {
    return next < heap.size() || !passedOver.isEmpty();
  }

  @Override
  public E next() {
    requireUnchanged();
    if (!hasNext()) {
      throw new NoSuchElementException("the iteration has ended; ask hasNext() first");
    }
    latestFromSlot = next < heap.size();
    latest = latestFromSlot ? heap.at(next++) : passedOver.remove();
    return latest;
  }

  @Override
  public void remove() {
    if (latest == null) {
      throw new IllegalStateException("nothing to remove; call next() before each remove()");
    }
    requireUnchanged();
    if (latestFromSlot) {
      removeVisited();
    } else {
      heap.removeSame(latest);
    }
    latest = null;
    expectedChanges = heap.changes();
  }

  private void removeVisited() {
    E rose = heap.removeAt(next - 1);
    if (rose == null) {
      next--;
    } else {
      passedOver.add(rose);
    }
  }

  private void requireUnchanged() {
    if (heap.changes() != expectedChanges) {
      throw new ConcurrentModificationException("the heap changed during the iteration");
    }
  }
}
