package dev.sojourn.structures.heap;

import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedSet;

/**
 * A priority queue of objects, least first, that goes wherever {@link PriorityQueue} goes: an
 * implicit heap in one array whose nodes have 2, 4, 8 or 16 children.
 *
 * <p><b>Costs.</b> {@link #peek}, {@link #size}: O(1). {@link #offer}: O(log n) worst, O(1) on
 * average for elements in random order; amortised over growth by half. {@link #poll}: about {@code
 * (d - 1) log}<sub>d</sub>{@code n} comparisons. {@link #replaceTop}, {@link #pushPop}: O(d
 * log<sub>d</sub> n). {@code remove(Object)}, {@code contains}: O(n). Building from a collection,
 * and {@link #addAll} of a collection that is not small beside the heap: linear. Nothing but
 * growth, bulk additions and iteration allocates.
 *
 * <p><b>Space.</b> One reference per slot of {@link #footprintBytes}. The array never shrinks.
 *
 * <p><b>Threads.</b> One at a time; nothing is guarded. Iterators fail fast, as far as they can.
 *
 * <p><b>Nulls</b> are refused with {@link NullPointerException}. <b>Order</b> is that of the
 * comparator, or natural. <b>Ties</b> come out in no order to rely on, and not in the order of
 * {@code PriorityQueue}. Iteration has no order either.
 *
 * <p><b>Exceptions.</b> If a comparison throws, then {@code offer}, {@code add}, {@code poll},
 * {@code remove}, {@code replaceTop}, {@code pushPop} and an iterator's {@code remove} have done
 * nothing: the elements and their places are what they were. {@code addAll} leaves a valid heap
 * that holds all it held before and none, or some, of what was to be added. A comparator must not
 * change the heap it serves.
 *
 * <p><b>Serialization</b> is not offered: write the elements, and build again.
 *
 * <p><b>Prefer instead</b> {@link LongDaryHeap} where the key fits a long, {@link PriorityQueue}
 * where serialization is needed, {@link java.util.concurrent.PriorityBlockingQueue} between
 * threads, {@link java.util.TreeMap} where elements change their priority.
 *
 * <p><b>Source.</b> Williams, Heapsort, and Floyd, Treesort 3, both 1964; Wegener, Bottom-up
 * heapsort, 1993; LaMarca and Ladner, The influence of caches on the performance of heaps, 1996.
 * Departure: every path is chosen before anything moves.
 *
 * @param <E> what the queue holds
 * @see <a href="https://doi.org/10.1016/0304-3975(93)90364-Y">Wegener, 1993</a>
 */
public final class DaryHeap<E> extends AbstractQueue<E> {
  /*
   * Implementation notes. The children of slot i are d*i + 1 to d*i + d. Comparators cost more
   * than moves, so poll takes the hole to a leaf by comparing children with one another and lets
   * the last element climb from there. No move happens before all comparisons are done: from the
   * slot where the element will rest, one walk up the parents shifts the path by one. That walk
   * needs no memory, touches only what the comparisons brought into the cache, and makes an
   * exception harmless.
   */

  /** Additions smaller than this fraction of the heap are made one by one, without copying it. */
  private static final int BULK_FRACTION_SHIFT = 3;

  private final int shift;

  /** Null means natural order. */
  private final Comparator<? super E> comparator;

  /** Slots from {@link #size} on hold null. */
  private Object[] slots;

  private int size;
  private int changes;

  /** An empty heap in natural order, with four children to a node. */
  public DaryHeap() {
    this(0);
  }

  /**
   * An empty heap in natural order, with four children to a node and room for a number of elements.
   *
   * @param capacity how many elements fit before the array grows, at least 0
   */
  public DaryHeap(int capacity) {
    this(Arity.DEFAULT, capacity, null);
  }

  /**
   * An empty heap with four children to a node.
   *
   * @param comparator the order, or null for the natural order
   */
  public DaryHeap(Comparator<? super E> comparator) {
    this(Arity.DEFAULT, 0, comparator);
  }

  /**
   * An empty heap with four children to a node and room for a number of elements.
   *
   * @param capacity how many elements fit before the array grows, at least 0
   * @param comparator the order, or null for the natural order
   */
  public DaryHeap(int capacity, Comparator<? super E> comparator) {
    this(Arity.DEFAULT, capacity, comparator);
  }

  /**
   * A heap of the elements of a collection, built in linear time. The order is that of the
   * collection if it is a {@link SortedSet}, a {@link PriorityQueue} or a {@code DaryHeap}, else
   * the natural order.
   *
   * @param elements what the heap holds, none of it null
   */
  public DaryHeap(Collection<? extends E> elements) {
    this(elements, orderOf(elements));
  }

  /**
   * A heap of the elements of a collection in an order of its own, built in linear time.
   *
   * @param elements what the heap holds, none of it null
   * @param comparator the order, or null for the natural order
   */
  public DaryHeap(Collection<? extends E> elements, Comparator<? super E> comparator) {
    this(Arity.DEFAULT, 0, comparator);
    insert(elements.toArray());
  }

  private DaryHeap(int arity, int capacity, Comparator<? super E> comparator) {
    this.shift = Arity.shiftOf(arity);
    this.slots = new Object[Growth.checkCapacity(capacity)];
    this.comparator = comparator;
  }

  /**
   * An empty heap in natural order with as many children to a node as told.
   *
   * @param <E> what the queue holds
   * @param arity children to a node: 2, 4, 8 or 16
   * @return the heap
   */
  public static <E> DaryHeap<E> withArity(int arity) {
    return withArity(arity, null);
  }

  /**
   * An empty heap with as many children to a node as told.
   *
   * @param <E> what the queue holds
   * @param arity children to a node: 2, 4, 8 or 16
   * @param comparator the order, or null for the natural order
   * @return the heap
   */
  public static <E> DaryHeap<E> withArity(int arity, Comparator<? super E> comparator) {
    return new DaryHeap<>(arity, 0, comparator);
  }

  /**
   * The number of children of an inner node.
   *
   * @return 2, 4, 8 or 16
   */
  public int arity() {
    return 1 << shift;
  }

  /**
   * The order given at construction.
   *
   * @return the comparator, or null if the order is natural
   */
  public Comparator<? super E> comparator() {
    return comparator;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public E peek() {
    return size == 0 ? null : at(0);
  }

  @Override
  public boolean offer(E element) {
    requireStorable(element);
    if (size == slots.length) {
      int capacity = Growth.next(slots.length, size + 1L, Growth.LONGEST_ARRAY);
      slots = Arrays.copyOf(slots, capacity);
    }
    int rest = climb(size, element);
    shiftDown(rest, size, element);
    size++;
    changes++;
    return true;
  }

  @Override
  public E poll() {
    if (size == 0) {
      return null;
    }
    E least = at(0);
    removeAt(0);
    return least;
  }

  /**
   * Takes the least element out and adds another: {@code poll} then {@code offer}, in one descent.
   *
   * @param element the element to add, not null
   * @return the element that was least before
   * @throws NoSuchElementException if the heap is empty
   */
  public E replaceTop(E element) {
    requireStorable(element);
    if (size == 0) {
      throw new NoSuchElementException("the heap is empty; use offer to add a first element");
    }
    E least = at(0);
    sink(0, element);
    changes++;
    return least;
  }

  /**
   * Adds an element and takes the least out: {@code offer} then {@code poll}, in one descent or
   * none.
   *
   * @param element the element to add, not null
   * @return the least of the heap and the element, and the element itself on a tie
   */
  public E pushPop(E element) {
    requireStorable(element);
    return size == 0 || compare(element, at(0)) <= 0 ? element : replaceTop(element);
  }

  /**
   * Adds all elements of another collection, of which none may be null; if one is, nothing is
   * added.
   *
   * @param elements what to add; not this heap
   * @return true if there was anything to add
   */
  @Override
  public boolean addAll(Collection<? extends E> elements) {
    if (elements == this) {
      throw new IllegalArgumentException("a heap cannot be added to itself; add a copy of it");
    }
    return insert(elements.toArray());
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
    return new Walk();
  }

  /**
   * The bytes of the array that holds the references, used or not, with its header; not the
   * elements.
   *
   * @return the size of that array on a 64-bit HotSpot whose references are compressed unless the
   *     largest heap allowed is 32 GiB or more
   */
  public long footprintBytes() {
    return Footprint.arrayBytes(slots.length, Footprint.referenceBytes());
  }

  /**
   * Checks the whole heap; O(n). For tests and for those who doubt their comparator.
   *
   * @return the first invariant found violated and where, or empty if all hold
   */
  public Optional<String> verify() {
    for (int slot = 0; slot < size; slot++) {
      if (slots[slot] == null) {
        return Optional.of("slot %d of %d in use holds null".formatted(slot, size));
      }
      if (slot > 0 && compare(at(slot), at(parent(slot))) < 0) {
        return Optional.of(
            "slot %d holds %s, less than %s in its parent slot %d"
                .formatted(slot, slots[slot], slots[parent(slot)], parent(slot)));
      }
    }
    for (int slot = size; slot < slots.length; slot++) {
      if (slots[slot] != null) {
        return Optional.of("free slot %d holds %s, not null".formatted(slot, slots[slot]));
      }
    }
    return Optional.empty();
  }

  private boolean insert(Object[] added) {
    for (Object element : added) {
      requireStorable(element);
    }
    if (added.length < size >> BULK_FRACTION_SHIFT) {
      for (Object element : added) {
        offer(cast(element));
      }
    } else if (added.length > 0) {
      merge(added);
    }
    return added.length > 0;
  }

  /** Works in a copy, which is given up if a comparison throws. */
  private void merge(Object[] added) {
    Object[] before = slots;
    int sizeBefore = size;
    long needed = (long) size + added.length;
    boolean ordered = false;
    try {
      slots = Arrays.copyOf(slots, roomFor(needed));
      System.arraycopy(added, 0, slots, size, added.length);
      size += added.length;
      repairAbove(sizeBefore);
      ordered = true;
    } finally {
      if (!ordered) {
        slots = before;
        size = sizeBefore;
      }
    }
    changes++;
  }

  private int roomFor(long needed) {
    if (needed <= slots.length) {
      return slots.length;
    }
    boolean first = size == 0 && needed <= Growth.LONGEST_ARRAY;
    return first ? (int) needed : Growth.next(slots.length, needed, Growth.LONGEST_ARRAY);
  }

  /** Restores order after slots from here to the end were filled, visiting their ancestors only. */
  private void repairAbove(int firstAdded) {
    if (size < 2) {
      return;
    }
    int high = parent(size - 1);
    int low = parent(Math.max(firstAdded, 1));
    while (true) {
      for (int slot = high; slot >= low; slot--) {
        sink(slot, at(slot));
      }
      if (low == 0) {
        return;
      }
      high = Math.min(parent(high), low - 1);
      low = parent(low);
    }
  }

  /** Returns the element that moved to a slot before the one emptied, or null if none did. */
  private E removeAt(int slot) {
    int last = size - 1;
    E moved = at(last);
    boolean rose = false;
    if (slot < last) {
      int rest = climb(slot, moved);
      rose = rest < slot;
      if (rose) {
        shiftDown(rest, slot, moved);
      } else {
        settle(slot, last, moved);
      }
    }
    slots[last] = null;
    size = last;
    changes++;
    return rose ? moved : null;
  }

  /**
   * Puts the element where it belongs in the subtree below the hole, comparing it at each level.
   */
  private void sink(int hole, E element) {
    int lastParent = parent(size - 1);
    int slot = hole;
    while (slot <= lastParent) {
      int child = leastChild(slot, size);
      if (compare(at(child), element) >= 0) {
        break;
      }
      slot = child;
    }
    shiftUp(hole, slot, element);
  }

  /** Does the same with fewer comparisons for an element that belongs near a leaf. */
  private void settle(int hole, int end, E element) {
    int lastParent = parent(end - 1);
    int slot = hole;
    while (slot <= lastParent) {
      slot = leastChild(slot, end);
    }
    while (slot > hole && compare(element, at(slot)) < 0) {
      slot = parent(slot);
    }
    shiftUp(hole, slot, element);
  }

  private int leastChild(int slot, int end) {
    int first = (slot << shift) + 1;
    int after = first + Math.min(1 << shift, end - first);
    int best = first;
    E least = at(first);
    for (int child = first + 1; child < after; child++) {
      E other = at(child);
      if (compare(other, least) < 0) {
        best = child;
        least = other;
      }
    }
    return best;
  }

  /** The slot on the way up below whose parent the element may rest. */
  private int climb(int from, E element) {
    int slot = from;
    while (slot > 0 && compare(element, at(parent(slot))) < 0) {
      slot = parent(slot);
    }
    return slot;
  }

  /** Lowers the path from one slot to a hole below it by one step, and fills the slot. */
  private void shiftDown(int slot, int hole, E element) {
    Object[] a = slots;
    int empty = hole;
    while (empty > slot) {
      int above = parent(empty);
      a[empty] = a[above];
      empty = above;
    }
    a[slot] = element;
  }

  /** Raises the path from one slot to a hole above it by one step, and fills the slot. */
  private void shiftUp(int hole, int slot, E element) {
    Object[] a = slots;
    Object carried = element;
    for (int full = slot; full > hole; full = parent(full)) {
      Object next = a[full];
      a[full] = carried;
      carried = next;
    }
    a[hole] = carried;
  }

  private int parent(int slot) {
    return (slot - 1) >> shift;
  }

  @SuppressWarnings("unchecked")
  private int compare(E a, E b) {
    return comparator == null ? ((Comparable<? super E>) a).compareTo(b) : comparator.compare(a, b);
  }

  private void requireStorable(Object element) {
    Objects.requireNonNull(element, "a heap holds no null");
    if (comparator == null && !(element instanceof Comparable)) {
      throw new ClassCastException(
          element.getClass().getName()
              + " is not Comparable; construct the heap with a comparator");
    }
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

  private int indexOfSame(Object element) {
    int slot = 0;
    while (slots[slot] != element) {
      slot++;
    }
    return slot;
  }

  private E at(int slot) {
    return cast(slots[slot]);
  }

  @SuppressWarnings("unchecked")
  private E cast(Object element) {
    return (E) element;
  }

  @SuppressWarnings("unchecked")
  private static <E> Comparator<? super E> orderOf(Collection<? extends E> elements) {
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

  /**
   * Visits the slots in turn, then whatever a removal moved from a slot not yet visited to one
   * already passed.
   */
  private final class Walk implements Iterator<E> {
    private final Deque<E> passedOver = new ArrayDeque<>(0);
    private int next;
    private int expectedChanges = changes;
    private E latest;
    private boolean latestFromSlot;

    @Override
    public boolean hasNext() {
      return next < size || !passedOver.isEmpty();
    }

    @Override
    public E next() {
      requireUnchanged();
      if (!hasNext()) {
        throw new NoSuchElementException("the iteration has ended; ask hasNext() first");
      }
      latestFromSlot = next < size;
      latest = latestFromSlot ? at(next++) : passedOver.remove();
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
        removeAt(indexOfSame(latest));
      }
      latest = null;
      expectedChanges = changes;
    }

    private void removeVisited() {
      E rose = removeAt(next - 1);
      if (rose == null) {
        next--;
      } else {
        passedOver.add(rose);
      }
    }

    private void requireUnchanged() {
      if (changes != expectedChanges) {
        throw new ConcurrentModificationException("the heap changed during the iteration");
      }
    }
  }
}
