package dev.sojourn.structures.heap;

import dev.sojourn.structures.internal.Footprint;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.PrimitiveIterator;

/**
 * A priority queue of the handles {@code 0 .. n-1}, each with a {@code long} key, smallest key
 * first, in which any handle can be found, moved up or down, and removed: an implicit heap whose
 * nodes have 2, 4, 8 or 16 children. The handles are the caller's: numbers of vertices, of timers,
 * of slots in an array of objects.
 *
 * <p><b>Costs.</b> {@link #contains}, {@link #keyOf}, {@link #peekHandle}, {@link #peekKey}, {@link
 * #size}: O(1). {@link #insert}, {@link #decreaseKey}: O(log n) worst; amortised over growth by
 * half. {@link #pollHandle}, {@link #replaceTop}, {@link #pushPop}, {@link #increaseKey}, {@link
 * #changeKey}, {@link #remove}: O(d log<sub>d</sub> n). Building from an array: O(n). Inserting m
 * at once, and {@link #merge} of m: O(m + log<sup>2</sup> n). {@link #topK}: O(k d). Nothing but
 * growth, {@code topK} and iteration allocates.
 *
 * <p><b>Space.</b> Four bytes for each handle, in the heap or not; for each slot 12 bytes and one
 * for each {@code d} slots. Slots are taken as elements come, and never given back.
 *
 * <p><b>Threads.</b> One at a time; nothing is guarded.
 *
 * <p><b>Order, ties.</b> Every long is a lawful key. Handles of equal keys come out in no order to
 * rely on, but in the same order whenever the same operations are done. There is no stable twin: a
 * handle that is inserted again, or changes its key, has no one time of arrival. Where ties must
 * keep an order, give the low bits of the key to it. For largest first store {@code ~key}.
 *
 * <p><b>Errors.</b> A handle that does not exist is refused with {@link IndexOutOfBoundsException};
 * one that is in the heap where it must not be, with {@link IllegalArgumentException}; one that is
 * not where it must be, with {@link NoSuchElementException}. Nothing has changed then.
 *
 * <p><b>Prefer instead</b> {@link LongDaryHeap} where keys never change, {@link RadixHeap} where
 * they only rise and what is out of date may be skipped, {@link java.util.TreeMap} where elements
 * have no small numbers.
 *
 * <p><b>Source.</b> As {@link LongDaryHeap}; the array of positions is Sedgewick's (Algorithms,
 * 1983, indirect heaps). Departure: keys lie in the heap beside the handles instead of where the
 * caller keeps them, so that a comparison does not follow a handle.
 *
 * @see <a href="https://doi.org/10.1145/235141.235145">LaMarca and Ladner, 1996</a>
 */
public final class IndexedDaryHeap {
  /*
   * Implementation notes. Keys lie as in LongDaryHeap, handles beside them in an array of their own:
   * finding the smallest of a group reads one line of keys, and of the handles only the one that
   * moves is touched. Each move writes the position of its handle, anywhere in memory, for which
   * nothing waits.
   */

  private final int shift;
  private final IndexedSlots slots;

  /**
   * An empty heap with eight children to a node.
   *
   * @param handles how many handles there are, at least 0: 0 to {@code handles - 1}
   */
  public IndexedDaryHeap(int handles) {
    this(Arity.shiftOf(Arity.OF_LONGS), handles, 0);
  }

  private IndexedDaryHeap(int shift, int handles, int capacity) {
    this(shift, new IndexedSlots(shift, capacity, checkHandles(handles)));
  }

  private IndexedDaryHeap(int shift, IndexedSlots slots) {
    this.shift = shift;
    this.slots = slots;
  }

  /**
   * An empty heap with as many children to a node as told.
   *
   * @param arity children to a node: 2, 4, 8 or 16
   * @param handles how many handles there are, at least 0: 0 to {@code handles - 1}
   * @return the heap
   */
  public static IndexedDaryHeap withArity(int arity, int handles) {
    return new IndexedDaryHeap(Arity.shiftOf(arity), handles, 0);
  }

  /**
   * A heap of all of its handles, built in linear time; the array given is only read.
   *
   * @param arity children to a node: 2, 4, 8 or 16
   * @param keys the key of each handle, from handle 0 on
   * @return the heap
   */
  public static IndexedDaryHeap of(int arity, long... keys) {
    var heap = new IndexedDaryHeap(Arity.shiftOf(arity), keys.length, keys.length);
    for (int handle = 0; handle < keys.length; handle++) {
      heap.slots.put(IndexedSlots.ROOT + handle, keys[handle], handle);
    }
    heap.slots.end += keys.length;
    heap.repairAbove(IndexedSlots.ROOT);
    return heap;
  }

  /**
   * A snapshot: a heap with the same handles, keys and arity, and no more room than they need;
   * O(n).
   *
   * @param other the heap to copy
   * @return an independent heap
   */
  public static IndexedDaryHeap copyOf(IndexedDaryHeap other) {
    return new IndexedDaryHeap(other.shift, new IndexedSlots(other.shift, other.slots));
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
   * How many handles there are, in the heap or not.
   *
   * @return the number given at construction
   */
  public int handles() {
    return slots.positions.length;
  }

  /**
   * The number of handles in the heap.
   *
   * @return at least 0
   */
  public int size() {
    return slots.size();
  }

  /**
   * Whether no handle is in the heap.
   *
   * @return true if {@link #size} is 0
   */
  public boolean isEmpty() {
    return size() == 0;
  }

  /**
   * Whether a handle is in the heap.
   *
   * @param handle the handle
   * @return true if it is
   */
  public boolean contains(int handle) {
    return slots.positions[checkHandle(handle)] != IndexedSlots.ABSENT;
  }

  /**
   * The key of a handle.
   *
   * @param handle a handle in the heap
   * @return its key
   */
  public long keyOf(int handle) {
    return slots.keys[slotOf(handle)];
  }

  /**
   * The handle of the smallest key, which stays.
   *
   * @return the handle
   * @throws NoSuchElementException if the heap is empty
   */
  public int peekHandle() {
    requireNotEmpty();
    return slots.handles[IndexedSlots.ROOT];
  }

  /**
   * The smallest key, which stays.
   *
   * @return the key
   * @throws NoSuchElementException if the heap is empty
   */
  public long peekKey() {
    requireNotEmpty();
    return slots.keys[IndexedSlots.ROOT];
  }

  /**
   * Takes the handle of the smallest key out; ask {@link #peekKey} before for the key.
   *
   * @return the handle
   * @throws NoSuchElementException if the heap is empty
   */
  public int pollHandle() {
    requireNotEmpty();
    int least = slots.handles[IndexedSlots.ROOT];
    int last = slots.end - 1;
    long key = slots.keys[last];
    int handle = slots.handles[last];
    slots.positions[least] = IndexedSlots.ABSENT;
    slots.dropLast(shift);
    if (last > IndexedSlots.ROOT) {
      refillRoot(key, handle);
    }
    return least;
  }

  /**
   * Takes the handle of the smallest key out and puts one in: {@code pollHandle} then {@code
   * insert}, in one descent.
   *
   * @param handle a handle that is not in the heap, or the very one that is taken out
   * @param key its key, any long
   * @return the handle that had the smallest key before
   * @throws NoSuchElementException if the heap is empty
   */
  public int replaceTop(int handle, long key) {
    requireNotEmpty();
    int least = slots.handles[IndexedSlots.ROOT];
    if (handle != least) {
      requireAbsent(handle);
    }
    slots.positions[least] = IndexedSlots.ABSENT;
    refillRoot(key, handle);
    return least;
  }

  /**
   * Puts a handle in and takes that of the smallest key out: {@code insert} then {@code
   * pollHandle}, in one descent or none.
   *
   * @param handle a handle that is not in the heap
   * @param key its key, any long
   * @return the handle of the smallest key, and the one given on a tie
   */
  public int pushPop(int handle, long key) {
    requireAbsent(handle);
    return isEmpty() || key <= peekKey() ? handle : replaceTop(handle, key);
  }

  /**
   * Puts a handle into the heap.
   *
   * @param handle a handle that is not in the heap
   * @param key its key, any long
   */
  public void insert(int handle, long key) {
    requireAbsent(handle);
    add(handle, key);
  }

  /**
   * Puts handles into the heap, all or, if one is refused, none.
   *
   * @param handles handles that are not in the heap, each once; only read
   * @param keys their keys, at the same indices; only read
   * @param from the index of the first
   * @param to the index after the last
   * @throws IndexOutOfBoundsException if the range is not within both arrays
   */
  public void insertAll(int[] handles, long[] keys, int from, int to) {
    Objects.checkFromToIndex(from, to, Math.min(handles.length, keys.length));
    int count = to - from;
    // More than there are handles are refused below, by name.
    slots.reserve(shift, (int) Math.min((long) size() + count, slots.positions.length));
    claim(handles, from, to);
    if (count <= levels()) {
      for (int i = from; i < to; i++) {
        slots.append(shift, keys[i], handles[i]);
      }
      return;
    }
    int firstAdded = slots.end;
    for (int i = from; i < to; i++) {
      slots.put(slots.end++, keys[i], handles[i]);
    }
    repairAbove(firstAdded);
  }

  /**
   * Moves all handles of another heap into this one, with their keys, and leaves the other empty.
   * The two share the numbers of their handles, as queues do among which the tasks of one table are
   * divided. If one is refused, nothing moves.
   *
   * @param other the heap to empty, none of whose handles is in this one; not this one
   * @throws IndexOutOfBoundsException if one of its handles does not exist here
   */
  public void merge(IndexedDaryHeap other) {
    if (other == this) {
      throw new IllegalArgumentException("a heap cannot be merged with itself; merge a copy of it");
    }
    insertAll(other.slots.handles, other.slots.keys, IndexedSlots.ROOT, other.slots.end);
    other.clear();
  }

  /**
   * Makes the key of a handle smaller, or leaves it.
   *
   * @param handle a handle in the heap
   * @param key at most its key
   * @throws IllegalArgumentException if the key is greater than the handle's
   */
  public void decreaseKey(int handle, long key) {
    int slot = slotOf(handle);
    if (key > slots.keys[slot]) {
      throw wrongDirection("decreased", handle, slots.keys[slot], key);
    }
    slots.climb(shift, slot, key, handle);
  }

  /**
   * Makes the key of a handle greater, or leaves it.
   *
   * @param handle a handle in the heap
   * @param key at least its key
   * @throws IllegalArgumentException if the key is less than the handle's
   */
  public void increaseKey(int handle, long key) {
    int slot = slotOf(handle);
    if (key < slots.keys[slot]) {
      throw wrongDirection("increased", handle, slots.keys[slot], key);
    }
    reseat(slot, key, handle);
  }

  /**
   * Gives a handle another key.
   *
   * @param handle a handle in the heap
   * @param key its new key, any long
   */
  public void changeKey(int handle, long key) {
    reseat(slotOf(handle), key, handle);
  }

  /**
   * Puts a handle into the heap, or makes its key smaller if it is there with a greater one: what
   * shortest paths do with the end of an edge.
   *
   * @param handle any handle
   * @param key its key from now on, unless it has a smaller one
   * @return true if the key given is the handle's key now and was not before
   */
  public boolean insertOrDecrease(int handle, long key) {
    int slot = slots.positions[checkHandle(handle)];
    if (slot == IndexedSlots.ABSENT) {
      add(handle, key);
      return true;
    }
    if (key >= slots.keys[slot]) {
      return false;
    }
    slots.climb(shift, slot, key, handle);
    return true;
  }

  /**
   * Takes a handle out, wherever it is.
   *
   * @param handle a handle in the heap
   * @return the key it had
   */
  public long remove(int handle) {
    int slot = slotOf(handle);
    long removed = slots.keys[slot];
    int last = slots.end - 1;
    long key = slots.keys[last];
    int moved = slots.handles[last];
    slots.positions[handle] = IndexedSlots.ABSENT;
    slots.dropLast(shift);
    if (slot < last) {
      reseat(slot, key, moved);
    }
    return removed;
  }

  /**
   * Takes the handles of the smallest keys out into part of an array, in ascending order of their
   * keys, until either is exhausted.
   *
   * @param target where they go
   * @param from the index of the first
   * @param to the index after the last that may be written
   * @return how many were taken
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public int drainTo(int[] target, int from, int to) {
    Objects.checkFromToIndex(from, to, target.length);
    int count = Math.min(to - from, size());
    for (int i = 0; i < count; i++) {
      target[from + i] = pollHandle();
    }
    return count;
  }

  /**
   * The handles of the smallest keys in ascending order of their keys, which stay; O(k d), and O(k
   * d) space meanwhile.
   *
   * @param k how many are wanted, at least 0
   * @return a new array of k handles, or of all if there are fewer
   */
  public int[] topK(int k) {
    int[] least = new int[Growth.checkCount(k, size())];
    var ascending = new SortedSlots(shift, slots.keys, slots.end);
    for (int i = 0; i < least.length; i++) {
      least[i] = slots.handles[ascending.next()];
    }
    return least;
  }

  /**
   * All handles in ascending order of their keys, which stay. A step costs O(d), and the iterator's
   * space grows by as much; so look at some of the handles with it.
   *
   * <p>The heap must not change meanwhile: an iterator that meets a change throws {@link
   * ConcurrentModificationException}, but not every change is met.
   *
   * @return a new iterator
   */
  public PrimitiveIterator.OfInt sortedIterator() {
    return new SortedHandles(slots, new SortedSlots(shift, slots.keys, slots.end));
  }

  /** Takes all handles out and keeps the arrays; O(size). */
  public void clear() {
    for (int slot = IndexedSlots.ROOT; slot < slots.end; slot++) {
      slots.positions[slots.handles[slot]] = IndexedSlots.ABSENT;
    }
    Arrays.fill(slots.keys, IndexedSlots.ROOT, slots.end, IndexedSlots.PADDING);
    slots.end = IndexedSlots.ROOT;
  }

  /**
   * The handles in the heap, in no order to rely on.
   *
   * @return a new array as long as {@link #size}
   */
  public int[] toArray() {
    return Arrays.copyOfRange(slots.handles, IndexedSlots.ROOT, slots.end);
  }

  /**
   * The shape of a heap at a moment.
   *
   * @param size how many handles there are
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
    return new Stats(
        size(), slots.keys.length - IndexedSlots.ROOT, arity(), Arity.levels(arity(), size()));
  }

  /**
   * The bytes this heap occupies: its objects and arrays, used or not.
   *
   * @return the size on a 64-bit HotSpot
   */
  public long footprintBytes() {
    return Footprint.object(Integer.BYTES, 1)
        + Footprint.object(Integer.BYTES, 4)
        + Footprint.array(slots.keys.length, Long.BYTES)
        + Footprint.array(slots.handles.length, Integer.BYTES)
        + Footprint.array(slots.winners.length, Byte.BYTES)
        + Footprint.array(slots.positions.length, Integer.BYTES);
  }

  /**
   * Checks the whole heap; O(number of handles). For tests and for those who suspect a race.
   *
   * @return the first invariant found violated and where, or empty if all hold
   */
  public Optional<String> verify() {
    return IndexedCheck.of(shift, slots);
  }

  /**
   * A description for people, without handles and keys.
   *
   * @return arity, number of handles, and how many are in the heap
   */
  @Override
  public String toString() {
    return "IndexedDaryHeap[arity=" + arity() + ", handles=" + handles() + ", size=" + size() + "]";
  }

  private void add(int handle, long key) {
    slots.reserve(shift, size() + 1);
    slots.append(shift, key, handle);
  }

  /**
   * Gives each handle a position, so that one named twice is noticed; takes all back if refused.
   */
  private void claim(int[] handles, int from, int to) {
    int claimed = from;
    try {
      while (claimed < to) {
        requireAbsent(handles[claimed]);
        slots.positions[handles[claimed]] = slots.end;
        claimed++;
      }
    } finally {
      if (claimed < to) {
        for (int i = from; i < claimed; i++) {
          slots.positions[handles[i]] = IndexedSlots.ABSENT;
        }
      }
    }
  }

  private int levels() {
    return (Integer.SIZE - Integer.numberOfLeadingZeros(size())) / shift + 1;
  }

  /** Restores order after slots from here to the end were filled, visiting their ancestors only. */
  private void repairAbove(int firstAdded) {
    if (size() < 2) {
      return;
    }
    int root = IndexedSlots.ROOT;
    Ancestors level = new Ancestors(shift, firstAdded - root, slots.end - 1 - root);
    do {
      for (int node = level.high(); node >= level.low(); node--) {
        sink(node);
      }
    } while (level.up());
  }

  /*
   * The shift is passed as a constant wherever it matters: each arity then has loops of its own.
   */

  private void refillRoot(long key, int handle) {
    switch (shift) {
      case 1 -> slots.refillRoot(1, key, handle);
      case 2 -> slots.refillRoot(2, key, handle);
      case 3 -> slots.refillRoot(3, key, handle);
      default -> slots.refillRoot(4, key, handle);
    }
  }

  private void reseat(int slot, long key, int handle) {
    switch (shift) {
      case 1 -> slots.reseat(1, slot, key, handle);
      case 2 -> slots.reseat(2, slot, key, handle);
      case 3 -> slots.reseat(3, slot, key, handle);
      default -> slots.reseat(4, slot, key, handle);
    }
  }

  private void sink(int node) {
    switch (shift) {
      case 1 -> slots.sink(1, node);
      case 2 -> slots.sink(2, node);
      case 3 -> slots.sink(3, node);
      default -> slots.sink(4, node);
    }
  }

  private int slotOf(int handle) {
    int slot = slots.positions[checkHandle(handle)];
    if (slot == IndexedSlots.ABSENT) {
      throw new NoSuchElementException(
          "handle " + handle + " is not in the heap; ask contains() first, or insert it");
    }
    return slot;
  }

  private void requireAbsent(int handle) {
    int slot = slots.positions[checkHandle(handle)];
    if (slot != IndexedSlots.ABSENT) {
      throw new IllegalArgumentException(
          "handle " + handle + " is in the heap already, or named twice; use changeKey");
    }
  }

  private int checkHandle(int handle) {
    if (handle < 0 || handle >= slots.positions.length) {
      throw new IndexOutOfBoundsException(
          "handle must be from 0 to "
              + (slots.positions.length - 1)
              + ", was "
              + handle
              + "; construct the heap with as many handles as there are");
    }
    return handle;
  }

  private static int checkHandles(int handles) {
    if (handles < 0) {
      throw new IllegalArgumentException(
          "the number of handles must not be negative, was " + handles + "; use 0 for none");
    }
    return handles;
  }

  private static IllegalArgumentException wrongDirection(
      String what, int handle, long before, long key) {
    return new IllegalArgumentException(
        "the key of handle "
            + handle
            + " is "
            + before
            + " and cannot be "
            + what
            + " to "
            + key
            + "; use changeKey");
  }

  private void requireNotEmpty() {
    if (isEmpty()) {
      throw new NoSuchElementException("the heap is empty; ask isEmpty() before taking");
    }
  }
}
