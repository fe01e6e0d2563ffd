package dev.sojourn.structures.heap;

import dev.sojourn.structures.internal.Footprint;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.PrimitiveIterator;

/**
 * A priority queue of primitive {@code long}s, smallest first: an implicit heap in one array whose
 * nodes have 2, 4, 8 or 16 children.
 *
 * <p><b>Costs.</b> {@link #peek}, {@link #size}: O(1). {@link #add}: O(log n) worst, O(1) on
 * average for values in random order; amortised over growth by half. {@link #poll}, {@link
 * #replaceTop}, {@link #pushPop}: O(d log<sub>d</sub> n). Building from an array: O(n). Adding m
 * values at once: O(m + log<sup>2</sup> n). Nothing but growth allocates.
 *
 * <p><b>Space.</b> Eight bytes for each slot and one for each {@code d} slots, at most {@code d +
 * 8} slots besides those in use and those grown ahead. The arrays never shrink.
 *
 * <p><b>Threads.</b> One at a time; nothing is guarded.
 *
 * <p><b>Order, ties.</b> Every long is a lawful value. Equal values cannot be told apart, so ties
 * have no order. With no null to say "empty", {@code peek} and {@code poll} of an empty heap throw
 * {@link NoSuchElementException}: ask {@link #isEmpty} first. For largest first store {@code ~x}
 * and complement again what is polled; {@code -x} is wrong for {@link Long#MIN_VALUE}, which is its
 * own negation.
 *
 * <p><b>Prefer instead</b> {@link DaryHeap} for objects or for an order of your own, a sorted array
 * for a few dozen values, {@link java.util.concurrent.PriorityBlockingQueue} between threads.
 *
 * <p><b>Source.</b> Williams, Heapsort, and Floyd, Treesort 3, both 1964; LaMarca and Ladner, The
 * influence of caches on the performance of heaps, 1996, for wide nodes aligned to cache lines;
 * Wegener, Bottom-up heapsort, 1993, for the descent to a leaf. Departure: every node remembers its
 * smallest child, as in a tournament tree (Knuth, The Art of Computer Programming 3, 5.4.1), and a
 * bulk addition repairs only the ancestors of what was added.
 *
 * @see <a href="https://doi.org/10.1145/235141.235145">LaMarca and Ladner, 1996</a>
 */
public final class LongDaryHeap {
  /*
   * Implementation notes.
   *
   * Winners. Beside the values, one byte for each node names the smallest of its children. The way
   * from the root down to a leaf is then read from these bytes alone, which are few enough for the
   * second cache, while the lines that hold the values are fetched all at once. Without them every
   * level must see its values before the next level's can even be asked for, and past the last
   * cache a poll waits for memory two or three times over instead of once.
   * The price is one more knock-out for every group whose value changed, after the fact, where
   * nothing waits for it.
   *
   * Layout. Node i lies in slot LongSift.ROOT + i and its children side by side. HotSpot puts the
   * data of a long[] sixteen bytes after the object, and G1 puts large arrays at a multiple of 64,
   * so lines start at slots 6 (mod 8): with the root in slot 5 no group crosses a line more often
   * than it must. Elsewhere the layout is as correct, only no longer aligned.
   *
   * Padding. The array ends with a whole group and every free slot holds Long.MAX_VALUE, so a
   * knock-out needs no bound. The leftmost of equals wins, hence a stored MAX_VALUE beats padding,
   * and a winner is never a free slot while its group holds a value.
   *
   * Refilling the root. The way down is known, and the values along it ascend. So the new value is
   * carried along, and every slot keeps the smaller of what is carried and what rises to it: one
   * pass without a branch on a value. A branch at the leaf would be decided only when the leaf has
   * come from memory, and all that was begun behind it would be begun again whenever the guess was
   * wrong.
   */

  private static final long PADDING = Long.MAX_VALUE;
  private static final int ROOT = LongSift.ROOT;

  private final int shift;

  /** Whole groups of siblings; free slots hold {@link #PADDING}. */
  private long[] array;

  /** For each group the offset of its smallest value; anything for a group without one. */
  private byte[] winners;

  /** The slot after the last element; {@code ROOT <= end <= array.length}. */
  private int end;

  /** An empty heap with eight children to a node. */
  public LongDaryHeap() {
    this(0);
  }

  /**
   * An empty heap with eight children to a node and room for a number of values.
   *
   * @param capacity how many values fit before the array grows, at least 0
   */
  public LongDaryHeap(int capacity) {
    this(Arity.OF_LONGS, capacity);
  }

  private LongDaryHeap(int arity, int capacity) {
    this.shift = Arity.shiftOf(arity);
    this.array = new long[LongSift.lengthFor(shift, Growth.checkCapacity(capacity))];
    this.winners = new byte[LongSift.groupsIn(shift, array.length)];
    this.end = ROOT;
    Arrays.fill(array, end, array.length, PADDING);
  }

  /**
   * An empty heap with as many children to a node as told.
   *
   * @param arity children to a node: 2, 4, 8 or 16
   * @return the heap
   */
  public static LongDaryHeap withArity(int arity) {
    return withArity(arity, 0);
  }

  /**
   * An empty heap with as many children to a node as told, and room for a number of values.
   *
   * @param arity children to a node: 2, 4, 8 or 16
   * @param capacity how many values fit before the array grows, at least 0
   * @return the heap
   */
  public static LongDaryHeap withArity(int arity, int capacity) {
    return new LongDaryHeap(arity, capacity);
  }

  /**
   * A heap of the given values, built in linear time; the array given is only read.
   *
   * @param arity children to a node: 2, 4, 8 or 16
   * @param values what the heap holds
   * @return the heap
   */
  public static LongDaryHeap of(int arity, long... values) {
    LongDaryHeap heap = withArity(arity, values.length);
    heap.addAll(values, 0, values.length);
    return heap;
  }

  /**
   * A snapshot: a heap with the same values and arity, and no more room than they need; O(n).
   *
   * @param other the heap to copy
   * @return an independent heap
   */
  public static LongDaryHeap copyOf(LongDaryHeap other) {
    LongDaryHeap copy = new LongDaryHeap(other.arity(), other.size());
    System.arraycopy(other.array, ROOT, copy.array, ROOT, other.size());
    System.arraycopy(other.winners, 0, copy.winners, 0, copy.winners.length);
    copy.end = other.end;
    return copy;
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
   * The number of values held.
   *
   * @return at least 0
   */
  public int size() {
    return end - ROOT;
  }

  /**
   * Whether no value is held.
   *
   * @return true if {@link #size} is 0
   */
  public boolean isEmpty() {
    return end == ROOT;
  }

  /**
   * The smallest value, which stays.
   *
   * @return the smallest value
   * @throws NoSuchElementException if the heap is empty
   */
  public long peek() {
    requireNotEmpty();
    return array[ROOT];
  }

  /**
   * Takes the smallest value out.
   *
   * @return the smallest value
   * @throws NoSuchElementException if the heap is empty
   */
  public long poll() {
    requireNotEmpty();
    long[] a = array;
    long least = a[ROOT];
    int last = --end;
    long value = a[last];
    a[last] = PADDING;
    if (last > ROOT) {
      crown(last);
      refillRoot(value);
    }
    return least;
  }

  /**
   * Adds a value.
   *
   * @param value any long
   * @throws OutOfMemoryError if the heap would outgrow the longest array
   */
  public void add(long value) {
    if (end == array.length) {
      growFor(size() + 1L);
    }
    append(value);
  }

  /**
   * Adds a value; the same as {@link #add}, for code written against a queue.
   *
   * @param value any long
   * @return true always
   */
  public boolean offer(long value) {
    add(value);
    return true;
  }

  /**
   * Adds the values of an array.
   *
   * @param values where they are; only read
   * @param from the index of the first
   * @param to the index after the last
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public void addAll(long[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    int count = to - from;
    reserve((long) size() + count);
    if (count <= levels()) {
      for (int i = from; i < to; i++) {
        append(values[i]);
      }
      return;
    }
    int firstAdded = end;
    System.arraycopy(values, from, array, firstAdded, count);
    end += count;
    repairAbove(firstAdded);
  }

  /**
   * Takes the smallest value out and adds another: {@code poll} then {@code add}, in one descent.
   *
   * @param value the value to add
   * @return the value that was smallest before
   * @throws NoSuchElementException if the heap is empty
   */
  public long replaceTop(long value) {
    requireNotEmpty();
    long least = array[ROOT];
    refillRoot(value);
    return least;
  }

  /**
   * Adds a value and takes the smallest out: {@code add} then {@code poll}, in one descent or none.
   *
   * @param value the value to add
   * @return the smallest of the heap and the value
   */
  public long pushPop(long value) {
    return isEmpty() || value <= array[ROOT] ? value : replaceTop(value);
  }

  /**
   * Takes the smallest values out into an array, in ascending order, until either is exhausted.
   *
   * @param target where they go, from index 0
   * @return how many were taken
   */
  public int drainTo(long[] target) {
    return drainTo(target, 0, target.length);
  }

  /**
   * Takes the smallest values out into part of an array, in ascending order, until either is
   * exhausted.
   *
   * @param target where they go
   * @param from the index of the first
   * @param to the index after the last that may be written
   * @return how many were taken
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public int drainTo(long[] target, int from, int to) {
    Objects.checkFromToIndex(from, to, target.length);
    int count = Math.min(to - from, size());
    for (int i = 0; i < count; i++) {
      target[from + i] = poll();
    }
    return count;
  }

  /**
   * The smallest values in ascending order, which stay; O(k d), and O(k d) space meanwhile.
   *
   * @param k how many are wanted, at least 0
   * @return a new array of k values, or of all if there are fewer
   */
  public long[] topK(int k) {
    long[] least = new long[Growth.checkCount(k, size())];
    SortedSlots slots = sortedSlots();
    for (int i = 0; i < least.length; i++) {
      least[i] = array[slots.next()];
    }
    return least;
  }

  /**
   * All values in ascending order, which stay. A step costs O(d), and the iterator's space grows by
   * as much; so look at some of the values, and sort {@link #toArray} to see all.
   *
   * <p>The heap must not change meanwhile: an iterator that meets a change throws {@link
   * ConcurrentModificationException}, but not every change is met.
   *
   * @return a new iterator
   */
  public PrimitiveIterator.OfLong sortedIterator() {
    return new SortedValues(this);
  }

  /**
   * Moves all values of another heap into this one and leaves the other empty; O(m +
   * log<sup>2</sup> n) for m values moved into n, where m is the smaller number if both heaps have
   * one arity.
   *
   * @param other the heap to empty; not this one
   */
  public void merge(LongDaryHeap other) {
    if (other == this) {
      throw new IllegalArgumentException("a heap cannot be merged with itself; merge a copy of it");
    }
    if (other.shift == shift && other.size() > size()) {
      other.reserve((long) size() + other.size());
      swapWith(other);
    }
    addAll(other.array, ROOT, other.end);
    other.clear();
  }

  /** Forgets all values and keeps the array; O(n). */
  public void clear() {
    Arrays.fill(array, ROOT, end, PADDING);
    end = ROOT;
  }

  /**
   * All values, in no order to rely on.
   *
   * @return a new array as long as {@link #size}
   */
  public long[] toArray() {
    return Arrays.copyOfRange(array, ROOT, end);
  }

  /**
   * The shape of a heap at a moment.
   *
   * @param size how many values there are
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
    return new Stats(size(), array.length - ROOT, arity(), Arity.levels(arity(), size()));
  }

  /**
   * The bytes this heap occupies: its object, the array of values, used or not, and the nodes'
   * winners.
   *
   * @return the size on a 64-bit HotSpot
   */
  public long footprintBytes() {
    return Footprint.object(2 * Integer.BYTES, 2)
        + Footprint.array(array.length, Long.BYTES)
        + Footprint.array(winners.length, Byte.BYTES);
  }

  /**
   * Checks the whole heap; O(n). For tests and for those who suspect a race.
   *
   * @return the first invariant found violated and where, or empty if all hold
   */
  public Optional<String> verify() {
    for (int slot = ROOT + 1; slot < end; slot++) {
      int parent = ROOT + LongSift.groupOf(shift, slot);
      if (array[parent] > array[slot]) {
        return Optional.of(
            "slot %d holds %d, less than %d in its parent slot %d"
                .formatted(slot, array[slot], array[parent], parent));
      }
    }
    for (int slot = end; slot < array.length; slot++) {
      if (array[slot] != PADDING) {
        return Optional.of("free slot %d holds %d, not the padding".formatted(slot, array[slot]));
      }
    }
    return wrongWinner();
  }

  /**
   * A description for people, without the values.
   *
   * @return arity and size
   */
  @Override
  public String toString() {
    return "LongDaryHeap[arity=" + arity() + ", size=" + size() + "]";
  }

  /** The slots in ascending order of their values. */
  SortedSlots sortedSlots() {
    return new SortedSlots(shift, array, end);
  }

  /** The value in a slot, for those who look at it later than they found it. */
  long at(int slot) {
    return slot < end ? array[slot] : PADDING;
  }

  private void swapWith(LongDaryHeap other) {
    long[] otherArray = other.array;
    byte[] otherWinners = other.winners;
    int otherEnd = other.end;
    other.array = array;
    other.winners = winners;
    other.end = end;
    array = otherArray;
    winners = otherWinners;
    end = otherEnd;
  }

  private Optional<String> wrongWinner() {
    for (int slot = ROOT + 1; slot < end; slot++) {
      int group = LongSift.groupOf(shift, slot);
      int winner = LongSift.firstSlot(shift, group) + winners[group];
      if (winner >= end || array[winner] > array[slot]) {
        return Optional.of(
            "node %d takes slot %d for its smallest child, but slot %d holds %d"
                .formatted(group, winner, slot, array[slot]));
      }
    }
    return Optional.empty();
  }

  /*
   * The shift is passed as a constant wherever it matters: each arity then has loops of its own.
   */

  private void refillRoot(long value) {
    switch (shift) {
      case 1 -> LongSift.refillRoot(1, array, winners, end, value);
      case 2 -> LongSift.refillRoot(2, array, winners, end, value);
      case 3 -> LongSift.refillRoot(3, array, winners, end, value);
      default -> LongSift.refillRoot(4, array, winners, end, value);
    }
  }

  private void append(long value) {
    LongSift.append(shift, array, winners, end++, value);
  }

  private void crown(int slot) {
    LongSift.crown(shift, array, winners, LongSift.groupOf(shift, slot));
  }

  private void sink(int node) {
    switch (shift) {
      case 1 -> LongSift.sink(1, array, winners, end, node);
      case 2 -> LongSift.sink(2, array, winners, end, node);
      case 3 -> LongSift.sink(3, array, winners, end, node);
      default -> LongSift.sink(4, array, winners, end, node);
    }
  }

  /** Restores order after slots from here to the end were filled, visiting their ancestors only. */
  private void repairAbove(int firstAdded) {
    if (size() < 2) {
      return;
    }
    Ancestors level = new Ancestors(shift, firstAdded - ROOT, end - 1 - ROOT);
    do {
      for (int node = level.high(); node >= level.low(); node--) {
        sink(node);
      }
    } while (level.up());
  }

  private int levels() {
    return (Integer.SIZE - Integer.numberOfLeadingZeros(size())) / shift + 1;
  }

  private void reserve(long needed) {
    if (needed > array.length - ROOT) {
      growFor(needed);
    }
  }

  private void growFor(long needed) {
    int capacity = Growth.next(array.length - ROOT, needed, LongSift.mostElements(shift));
    long[] larger = Arrays.copyOf(array, LongSift.lengthFor(shift, capacity));
    byte[] more = Arrays.copyOf(winners, LongSift.groupsIn(shift, larger.length));
    Arrays.fill(larger, end, larger.length, PADDING);
    array = larger;
    winners = more;
  }

  private void requireNotEmpty() {
    if (end == ROOT) {
      throw new NoSuchElementException("the heap is empty; ask isEmpty() before taking");
    }
  }
}
