package dev.sojourn.structures.heap;

import dev.sojourn.structures.internal.Footprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
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
 * log<sub>d</sub> n). {@code remove(Object)}, {@code contains}: O(n). {@link #topK}: O(k d log k).
 * Building from a collection, and {@link #addAll} of a collection that is not small beside the
 * heap: linear. Nothing but growth, bulk additions and iteration allocates.
 *
 * <p><b>Space.</b> One reference per slot of {@link #footprintBytes}. The array never shrinks.
 *
 * <p><b>Threads.</b> One at a time; nothing is guarded. Iterators fail fast, as far as they can.
 *
 * <p><b>Nulls</b> are refused with {@link NullPointerException}. <b>Order</b> is that of the
 * comparator, or natural. <b>Ties</b> come out in no order to rely on, and not in the order of
 * {@code PriorityQueue}; {@link StableDaryHeap} keeps the order of addition. Iteration has no order
 * either, except that of {@link #sortedIterator}.
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
public final class DaryHeap<E> extends SlotQueue<E> {
  /*
   * Implementation notes. How elements are compared and moved is in ObjectSift; here is what is
   * kept, and how it grows. No operation writes to the array before all of its comparisons are
   * done, except a bulk addition, which works in a copy.
   */

  /** Additions smaller than this fraction of the heap are made one by one, without copying it. */
  private static final int BULK_FRACTION_SHIFT = 3;

  private final ObjectSift<E> sift;

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
    this(Arity.OF_OBJECTS, capacity, null);
  }

  /**
   * An empty heap with four children to a node.
   *
   * @param comparator the order, or null for the natural order
   */
  public DaryHeap(Comparator<? super E> comparator) {
    this(Arity.OF_OBJECTS, 0, comparator);
  }

  /**
   * An empty heap with four children to a node and room for a number of elements.
   *
   * @param capacity how many elements fit before the array grows, at least 0
   * @param comparator the order, or null for the natural order
   */
  public DaryHeap(int capacity, Comparator<? super E> comparator) {
    this(Arity.OF_OBJECTS, capacity, comparator);
  }

  /**
   * A heap of the elements of a collection, built in linear time. The order is that of the
   * collection if it is a {@link SortedSet}, a {@link PriorityQueue} or a {@code DaryHeap}, else
   * the natural order.
   *
   * @param elements what the heap holds, none of it null
   */
  public DaryHeap(Collection<? extends E> elements) {
    this(elements, ObjectSift.orderOf(elements));
  }

  /**
   * A heap of the elements of a collection in an order of its own, built in linear time.
   *
   * @param elements what the heap holds, none of it null
   * @param comparator the order, or null for the natural order
   */
  public DaryHeap(Collection<? extends E> elements, Comparator<? super E> comparator) {
    this(Arity.OF_OBJECTS, 0, comparator);
    insert(elements.toArray());
  }

  private DaryHeap(int arity, int capacity, Comparator<? super E> comparator) {
    super(Growth.checkCapacity(capacity));
    this.sift = new ObjectSift<>(Arity.shiftOf(arity), comparator);
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
   * A snapshot: a heap with the same elements, order and arity, and no more room than they need;
   * O(n), without a comparison.
   *
   * @param <E> what the queue holds
   * @param other the heap to copy
   * @return an independent heap
   */
  public static <E> DaryHeap<E> copyOf(DaryHeap<E> other) {
    DaryHeap<E> copy = new DaryHeap<>(other.arity(), other.size, other.comparator());
    System.arraycopy(other.slots, 0, copy.slots, 0, other.size);
    copy.size = other.size;
    return copy;
  }

  /**
   * The number of children of an inner node.
   *
   * @return 2, 4, 8 or 16
   */
  public int arity() {
    return sift.arity();
  }

  /**
   * The order given at construction.
   *
   * @return the comparator, or null if the order is natural
   */
  public Comparator<? super E> comparator() {
    return sift.comparator();
  }

  @Override
  public E peek() {
    return size == 0 ? null : at(0);
  }

  @Override
  public boolean offer(E element) {
    sift.requireStorable(element);
    if (size == slots.length) {
      int capacity = Growth.next(slots.length, size + 1L, Growth.LONGEST_ARRAY);
      slots = Arrays.copyOf(slots, capacity);
    }
    sift.rise(slots, size, element);
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
    sift.requireStorable(element);
    if (size == 0) {
      throw new NoSuchElementException("the heap is empty; use offer to add a first element");
    }
    E least = at(0);
    sift.sink(slots, size, 0, element);
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
    sift.requireStorable(element);
    return size == 0 || sift.compare(element, at(0)) <= 0 ? element : replaceTop(element);
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

  /**
   * Moves all elements of another heap into this one, in this one's order, and leaves the other
   * empty; as fast as {@link #addAll}. If a comparison throws, the other keeps its elements.
   *
   * @param other the heap to empty; not this one
   */
  public void merge(DaryHeap<? extends E> other) {
    if (other == this) {
      throw new IllegalArgumentException("a heap cannot be merged with itself; merge a copy of it");
    }
    addAll(other);
    other.clear();
  }

  /**
   * Takes the least elements out, in ascending order, until there are as many as told or none is
   * left.
   *
   * @param target to which they are added; not this heap
   * @param most how many are taken at most, at least 0
   * @return how many were taken
   */
  public int drainTo(Collection<? super E> target, int most) {
    if (target == this) {
      throw new IllegalArgumentException("a heap cannot be drained to itself; drain to another");
    }
    int count = Growth.checkCount(most, size);
    for (int i = 0; i < count; i++) {
      target.add(at(0));
      removeAt(0);
    }
    return count;
  }

  /**
   * The least elements in ascending order, which stay.
   *
   * @param k how many are wanted, at least 0
   * @return a new list of k elements, or of all if there are fewer
   */
  public List<E> topK(int k) {
    int count = Growth.checkCount(k, size);
    List<E> least = new ArrayList<>(count);
    Iterator<E> ascending = sortedIterator();
    for (int i = 0; i < count; i++) {
      least.add(ascending.next());
    }
    return least;
  }

  /**
   * The elements in ascending order. The iterator cannot remove, and fails fast; its i-th step
   * costs O(d log i) comparisons, and its space grows by O(d): look at some of the elements with
   * it, and sort a copy to see all.
   *
   * @return a new iterator
   */
  public Iterator<E> sortedIterator() {
    return new SortedWalk<>(this);
  }

  /**
   * The shape of a heap at a moment.
   *
   * @param size how many elements there are
   * @param capacity how many fit before the array grows
   * @param arity children to a node
   * @param levels of nodes, one for the root alone
   */
  public record Stats(int size, int capacity, int arity, int levels) {}

  /**
   * Tells the shape of this heap. O(log n).
   *
   * @return as it is now
   */
  public Stats stats() {
    return new Stats(size(), slots.length, arity(), Arity.levels(arity(), size()));
  }

  /**
   * The bytes this heap occupies: its objects and the array of references, used or not; not the
   * elements, nor the comparator.
   *
   * @return the size on a 64-bit HotSpot whose references are compressed unless the largest heap
   *     allowed is 32 GiB or more
   */
  public long footprintBytes() {
    return Footprint.object(2 * Integer.BYTES, 2)
        + ObjectSift.footprintBytes()
        + Footprint.array(slots.length, Footprint.referenceBytes());
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
      int parent = sift.parent(slot);
      if (slot > 0 && sift.compare(at(slot), at(parent)) < 0) {
        return Optional.of(
            "slot %d holds %s, less than %s in its parent slot %d"
                .formatted(slot, slots[slot], slots[parent], parent));
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
      sift.requireStorable(element);
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
      sift.repairAbove(slots, size, sizeBefore);
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

  @Override
  E removeAt(int slot) {
    int last = size - 1;
    E moved = at(last);
    boolean rose = slot < last && sift.refill(slots, last, slot, moved);
    slots[last] = null;
    size = last;
    changes++;
    return rose ? moved : null;
  }

  int compareAt(int slot, int other) {
    return sift.compare(at(slot), at(other));
  }

  /** The first child of a slot; at least {@link #size} if there is none. */
  long firstChildOf(int slot) {
    return ((long) slot << sift.shift()) + 1;
  }
}
