package dev.sojourn.structures.heap;

import dev.sojourn.structures.internal.Footprint;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SortedSet;

/**
 * The order of a {@link DaryHeap} and the moves that keep it, along the paths of an array that the
 * heap owns.
 */
final class ObjectSift<E> {
  /*
   * Implementation notes. The children of slot i are d*i + 1 to d*i + d. Comparators cost more
   * than moves, so a hole that is to be refilled goes to a leaf by comparing children with one
   * another, and the element climbs from there. No move happens before all comparisons are done:
   * from the slot where the element will rest, one walk up the parents shifts the path by one.
   * That walk needs no memory, touches only what the comparisons brought into the cache, and makes
   * an exception harmless.
   */

  private final int shift;

  /** Null means natural order. */
  private final Comparator<? super E> comparator;

  ObjectSift(int shift, Comparator<? super E> comparator) {
    this.shift = shift;
    this.comparator = comparator;
  }

  /** The order that a collection has of itself, or null if that is the natural one or none. */
  @SuppressWarnings("unchecked")
  static <E> Comparator<? super E> orderOf(Collection<? extends E> elements) {
    Comparator<?> order = null;
    if (elements instanceof SortedSet<?> sorted) {
      order = sorted.comparator();
    } else if (elements instanceof PriorityQueue<?> queue) {
      order = queue.comparator();
    } else if (elements instanceof DaryHeap<?> heap) {
      order = heap.comparator();
    }
    return (Comparator<? super E>) order;
  }

  static long footprintBytes() {
    return Footprint.object(Integer.BYTES, 1);
  }

  int arity() {
    return 1 << shift;
  }

  int shift() {
    return shift;
  }

  Comparator<? super E> comparator() {
    return comparator;
  }

  int parent(int slot) {
    return (slot - 1) >> shift;
  }

  @SuppressWarnings("unchecked")
  int compare(E a, E b) {
    return comparator == null ? ((Comparable<? super E>) a).compareTo(b) : comparator.compare(a, b);
  }

  void requireStorable(Object element) {
    Objects.requireNonNull(element, "a heap holds no null");
    if (comparator == null && !(element instanceof Comparable)) {
      throw new ClassCastException(
          element.getClass().getName()
              + " is not Comparable; construct the heap with a comparator");
    }
  }

  /** Puts the element where it belongs on the way up from an empty slot. */
  void rise(Object[] a, int hole, E element) {
    shiftDown(a, climb(a, hole, element), hole, element);
  }

  /** Puts the element where it belongs above or below an empty slot; tells whether it is above. */
  boolean refill(Object[] a, int end, int hole, E element) {
    int rest = climb(a, hole, element);
    if (rest < hole) {
      shiftDown(a, rest, hole, element);
      return true;
    }
    settle(a, end, hole, element);
    return false;
  }

  /** Restores order after slots from here to the end were filled, visiting their ancestors only. */
  void repairAbove(Object[] a, int end, int firstAdded) {
    if (end < 2) {
      return;
    }
    Ancestors level = new Ancestors(shift, firstAdded, end - 1);
    do {
      for (int slot = level.high(); slot >= level.low(); slot--) {
        sink(a, end, slot, at(a, slot));
      }
    } while (level.up());
  }

  /**
   * Puts the element where it belongs in the subtree below the hole, comparing it at each level.
   */
  void sink(Object[] a, int end, int hole, E element) {
    int lastParent = parent(end - 1);
    int slot = hole;
    while (slot <= lastParent) {
      int child = leastChild(a, end, slot);
      if (compare(at(a, child), element) >= 0) {
        break;
      }
      slot = child;
    }
    shiftUp(a, hole, slot, element);
  }

  /** Does the same with fewer comparisons for an element that belongs near a leaf. */
  private void settle(Object[] a, int end, int hole, E element) {
    int lastParent = parent(end - 1);
    int slot = hole;
    while (slot <= lastParent) {
      slot = leastChild(a, end, slot);
    }
    while (slot > hole && compare(element, at(a, slot)) < 0) {
      slot = parent(slot);
    }
    shiftUp(a, hole, slot, element);
  }

  private int leastChild(Object[] a, int end, int slot) {
    int first = (slot << shift) + 1;
    int after = first + Math.min(1 << shift, end - first);
    int best = first;
    E least = at(a, first);
    for (int child = first + 1; child < after; child++) {
      E other = at(a, child);
      if (compare(other, least) < 0) {
        best = child;
        least = other;
      }
    }
    return best;
  }

  /** The slot on the way up below whose parent the element may rest. */
  private int climb(Object[] a, int from, E element) {
    int slot = from;
    while (slot > 0 && compare(element, at(a, parent(slot))) < 0) {
      slot = parent(slot);
    }
    return slot;
  }

  /** Lowers the path from one slot to a hole below it by one step, and fills the slot. */
  private void shiftDown(Object[] a, int slot, int hole, E element) {
    int empty = hole;
    while (empty > slot) {
      int above = parent(empty);
      a[empty] = a[above];
      empty = above;
    }
    a[slot] = element;
  }

  /** Raises the path from one slot to a hole above it by one step, and fills the slot. */
  private void shiftUp(Object[] a, int hole, int slot, E element) {
    Object carried = element;
    for (int full = slot; full > hole; full = parent(full)) {
      Object next = a[full];
      a[full] = carried;
      carried = next;
    }
    a[hole] = carried;
  }

  @SuppressWarnings("unchecked")
  private E at(Object[] a, int slot) {
    return (E) a[slot];
  }
}
