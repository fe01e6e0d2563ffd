package dev.sojourn.structures.heap;

import dev.sojourn.structures.internal.Footprint;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * A priority queue of primitive {@code long}s, smallest first: an implicit heap in one array whose
 * nodes have 2, 4, 8 or 16 children.
 *
 * <p><b>Costs.</b> {@link #peek}, {@link #size}: O(1). {@link #add}: O(log n) worst, O(1) on
 * average for values in random order; amortised over growth by half. {@link #poll}, {@link
 * #replaceTop}, {@link #pushPop}: O(d log<sub>d</sub> n). Building from an array: O(n). Adding m
 * values at once: O(m + log<sup>2</sup> n). Nothing but growth allocates.
 *
 * <p><b>Space.</b> Eight bytes for each slot of {@link #footprintBytes} and at most {@code d + 8}
 * slots besides those in use and those grown ahead. The array never shrinks.
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
 * Wegener, Bottom-up heapsort, 1993, for the descent to a leaf. Departure: lines of descendants are
 * loaded ahead of the choice among children, and a bulk addition repairs only the ancestors of what
 * was added.
 *
 * @see <a href="https://doi.org/10.1145/235141.235145">LaMarca and Ladner, 1996</a>
 */
public final class LongDaryHeap {
  /*
   * Implementation notes.
   *
   * Layout. Children of the node at slot p lie at d(p - ROOT) + 1 + ROOT onwards. HotSpot puts the
   * data of a long[] sixteen bytes after the object, and G1 puts large arrays at a multiple of 64,
   * so lines start at slots 6 (mod 8). Each ROOT is chosen so that a group of siblings never
   * crosses a line more often than it must, and so that the group of descendants that is touched
   * ahead starts a line. Elsewhere the layout is as correct, only no longer aligned.
   *
   * Padding. The array ends with a whole group and every free slot holds Long.MAX_VALUE, so
   * choosing among children needs no bound. The leftmost of equals wins, hence a stored MAX_VALUE
   * beats padding.
   *
   * Refilling the root. The last element nearly always belongs near a leaf, so the hole goes to a
   * leaf by comparisons among children only, and the element climbs from there. The choice among
   * children is free of branches, because a branch on random keys is mispredicted half of the
   * time. The price is that no level's loads can start before the level above is decided;
   * therefore the group two levels below (four in a binary heap) is loaded before the choice. The
   * loads must have a use or the compiler drops them: they are merged and stored in slot 0, which
   * belongs to no node.
   *
   * With four and eight children the descent counts levels and takes the last, uncertain step
   * without a branch: a loop that ended where the hole happens to find no children would be
   * mispredicted half of the time, and only once the memory had answered, so nothing of the next
   * operation could have been started. Near and far levels are two loops for the same reason: a
   * load of a near level must not be taken to depend on the store to a far one, whose address is
   * known last.
   *
   * The chosen child is the first plus a chosen offset, and not a choice between two slots:
   * HotSpot compiles a choice to a conditional move only if no comparison uses it directly, and
   * the bounds check of an array access is such a comparison.
   *
   * Overflow. Loops test the parent, not the child, so a child's slot is computed only if it
   * exists.
   */

  /** The slot that belongs to no node. */
  static final int SINK = 0;

  private static final long PADDING = Long.MAX_VALUE;

  private final int shift;
  private final int root;
  private final boolean toLeaf;
  private final int touchFromSlot;

  /** Whole groups of siblings; free slots hold {@link #PADDING}. */
  private long[] array;

  /** The slot after the last element; {@code root <= end <= array.length}. */
  private int end;

  /** An empty heap with four children to a node. */
  public LongDaryHeap() {
    this(0);
  }

  /**
   * An empty heap with four children to a node and room for a number of values.
   *
   * @param capacity how many values fit before the array grows, at least 0
   */
  public LongDaryHeap(int capacity) {
    this(Arity.DEFAULT, capacity, Descent.BOTTOM_UP_TOUCH);
  }

  LongDaryHeap(int arity, int capacity, Descent descent) {
    this.shift = Arity.shiftOf(arity);
    this.root = rootOf(shift);
    this.toLeaf = descent.toLeaf();
    this.touchFromSlot = descent.touchFromSlot();
    this.array = new long[lengthFor(Growth.checkCapacity(capacity))];
    this.end = root;
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
    return new LongDaryHeap(arity, capacity, Descent.BOTTOM_UP_TOUCH);
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
   * A heap with the same values and arity, and no more room than they need.
   *
   * @param other the heap to copy
   * @return an independent heap
   */
  public static LongDaryHeap copyOf(LongDaryHeap other) {
    LongDaryHeap copy =
        new LongDaryHeap(
            other.arity(), other.size(), new Descent(other.toLeaf, other.touchFromSlot));
    System.arraycopy(other.array, other.root, copy.array, copy.root, other.size());
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
    return end - root;
  }

  /**
   * Whether no value is held.
   *
   * @return true if {@link #size} is 0
   */
  public boolean isEmpty() {
    return end == root;
  }

  /**
   * The smallest value, which stays.
   *
   * @return the smallest value
   * @throws NoSuchElementException if the heap is empty
   */
  public long peek() {
    requireNotEmpty();
    return array[root];
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
    long least = a[root];
    int last = --end;
    long value = a[last];
    a[last] = PADDING;
    if (last > root) {
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
    up(end++, value);
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
        up(end++, values[i]);
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
    long least = array[root];
    down(root, value);
    return least;
  }

  /**
   * Adds a value and takes the smallest out: {@code add} then {@code poll}, in one descent or none.
   *
   * @param value the value to add
   * @return the smallest of the heap and the value
   */
  public long pushPop(long value) {
    return isEmpty() || value <= array[root] ? value : replaceTop(value);
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

  /** Forgets all values and keeps the array; O(n). */
  public void clear() {
    Arrays.fill(array, root, end, PADDING);
    end = root;
  }

  /**
   * All values, in no order to rely on.
   *
   * @return a new array as long as {@link #size}
   */
  public long[] toArray() {
    return Arrays.copyOfRange(array, root, end);
  }

  /**
   * The bytes this heap occupies: its object and the array of values, used or not.
   *
   * @return the size on a 64-bit HotSpot
   */
  public long footprintBytes() {
    return Footprint.object(4 * Integer.BYTES + 1, 1) + Footprint.array(array.length, Long.BYTES);
  }

  /**
   * Checks the whole heap; O(n). For tests and for those who suspect a race.
   *
   * @return the first invariant found violated and where, or empty if all hold
   */
  public Optional<String> verify() {
    for (int slot = root + 1; slot < end; slot++) {
      if (array[parent(slot)] > array[slot]) {
        return Optional.of(
            "slot %d holds %d, less than %d in its parent slot %d"
                .formatted(slot, array[slot], array[parent(slot)], parent(slot)));
      }
    }
    for (int slot = end; slot < array.length; slot++) {
      if (array[slot] != PADDING) {
        return Optional.of("free slot %d holds %d, not the padding".formatted(slot, array[slot]));
      }
    }
    return Optional.empty();
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

  private void refillRoot(long value) {
    if (toLeaf) {
      up(holeToLeaf(), value);
    } else {
      down(root, value);
    }
  }

  private int holeToLeaf() {
    return switch (shift) {
      case Sift2.SHIFT -> Sift2.toLeaf(array, end, touchFromSlot);
      case Sift4.SHIFT -> Sift4.toLeaf(array, end, touchFromSlot);
      case Sift8.SHIFT -> Sift8.toLeaf(array, end, touchFromSlot);
      default -> Sift16.toLeaf(array, end);
    };
  }

  private void down(int hole, long value) {
    switch (shift) {
      case Sift2.SHIFT -> Sift2.down(array, hole, end, value);
      case Sift4.SHIFT -> Sift4.down(array, hole, end, value);
      case Sift8.SHIFT -> Sift8.down(array, hole, end, value);
      default -> Sift16.down(array, hole, end, value);
    }
  }

  private void up(int hole, long value) {
    long[] a = array;
    int slot = hole;
    while (slot > root) {
      int above = parent(slot);
      long other = a[above];
      if (other <= value) {
        break;
      }
      a[slot] = other;
      slot = above;
    }
    a[slot] = value;
  }

  /** Restores order after slots from here to the end were filled, visiting their ancestors only. */
  private void repairAbove(int firstAdded) {
    if (size() < 2) {
      return;
    }
    int high = parent(end - 1);
    int low = parent(Math.max(firstAdded, root + 1));
    while (true) {
      for (int slot = high; slot >= low; slot--) {
        down(slot, array[slot]);
      }
      if (low == root) {
        return;
      }
      high = Math.min(parent(high), low - 1);
      low = parent(low);
    }
  }

  private int parent(int slot) {
    return ((slot - root - 1) >> shift) + root;
  }

  private int levels() {
    return (Integer.SIZE - Integer.numberOfLeadingZeros(size())) / shift + 1;
  }

  private void reserve(long needed) {
    if (needed > array.length - root) {
      growFor(needed);
    }
  }

  private void growFor(long needed) {
    int longest = root + 1 + ((Growth.LONGEST_ARRAY - root - 1) & -arity());
    int capacity = Growth.next(array.length - root, needed, longest - root);
    array = Arrays.copyOf(array, lengthFor(capacity));
    Arrays.fill(array, end, array.length, PADDING);
  }

  /** A root and as many whole groups of siblings as the other elements fill. */
  private int lengthFor(int capacity) {
    long groups = (Math.max(capacity, 1) - 1L + arity() - 1) >> shift;
    long length = root + 1 + (groups << shift);
    if (length > Growth.LONGEST_ARRAY) {
      throw new OutOfMemoryError(
          "capacity " + capacity + " needs an array of " + length + " longs; use several heaps");
    }
    return (int) length;
  }

  private static int rootOf(int shift) {
    return switch (shift) {
      case Sift2.SHIFT -> Sift2.ROOT;
      case Sift4.SHIFT -> Sift4.ROOT;
      case Sift8.SHIFT -> Sift8.ROOT;
      default -> Sift16.ROOT;
    };
  }

  private void requireNotEmpty() {
    if (end == root) {
      throw new NoSuchElementException("the heap is empty; ask isEmpty() before taking");
    }
  }
}
