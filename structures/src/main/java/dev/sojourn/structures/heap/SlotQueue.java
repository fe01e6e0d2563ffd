package dev.sojourn.structures.heap;

import java.util.AbstractQueue;
import java.util.Arrays;
import java.util.Iterator;

/**
 * A queue seen as a collection: elements in the first slots of an array, whatever their order.
 * Where they go is for the heap above it.
 */
abstract class SlotQueue<E> extends AbstractQueue<E> {
  /** Slots from {@link #size} on hold null. */
  Object[] slots;

  int size;

  /** Rises with every change of the elements or their places. */
  int changes;

  SlotQueue(int capacity) {
    this.slots = new Object[capacity];
  }

  /**
   * Empties a slot and closes the gap. Returns the element that moved to a slot before it, or null
   * if none did.
   */
  abstract E removeAt(int slot);

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean remove(Object element) {
    int slot = indexOf(element);
    if (slot < 0) {
      return false;
    }
    removeAt(slot);
    return true;
  }

  @Override
  public boolean contains(Object element) {
    return indexOf(element) >= 0;
  }

  @Override
  public void clear() {
    Arrays.fill(slots, 0, size, null);
    size = 0;
    changes++;
  }

  @Override
  public Object[] toArray() {
    return Arrays.copyOf(slots, size);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T[] toArray(T[] target) {
    if (target.length < size) {
      return (T[]) Arrays.copyOf(slots, size, target.getClass());
    }
    System.arraycopy(slots, 0, target, 0, size);
    if (target.length > size) {
      target[size] = null;
    }
    return target;
  }

  /**
   * The elements in no order to rely on. The iterator can remove, and fails fast.
   *
   * @return a new iterator
   */
  @Override
  public Iterator<E> iterator() {
    return new HeapWalk<>(this);
  }

  /** Removes the element that is this very object; it must be there. */
  void removeSame(E element) {
    int slot = 0;
    while (slots[slot] != element) {
      slot++;
    }
    removeAt(slot);
  }

  int changes() {
    return changes;
  }

  E at(int slot) {
    return cast(slots[slot]);
  }

  private int indexOf(Object element) {
    if (element != null) {
      for (int slot = 0; slot < size; slot++) {
        if (element.equals(slots[slot])) {
          return slot;
        }
      }
    }
    return -1;
  }

  @SuppressWarnings("unchecked")
  final E cast(Object element) {
    return (E) element;
  }
}
