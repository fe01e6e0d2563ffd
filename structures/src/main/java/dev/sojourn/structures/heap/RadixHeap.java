package dev.sojourn.structures.heap;

import dev.sojourn.structures.internal.Footprint;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A monotone priority queue of {@code long} keys, each with a {@code long} to go with it, smallest
 * key first: no key may be added that is less than the last one looked at or taken. Shortest paths,
 * sweeps and event simulations never do.
 *
 * <p><b>Costs.</b> {@link #add}: O(1). {@link #peekKey}, {@link #pollValue}: amortised: an element
 * moves at most once for each hexadecimal digit of C, the range of the keys held at a time, before
 * it is due. One call may take O(n). Nothing but growth allocates.
 *
 * <p><b>Space.</b> 16 bytes an element and one for each 32 elements, in blocks of 512 bytes of
 * which at most two for each of 257 buckets are not full; grown by half. The arrays never shrink.
 *
 * <p><b>Threads.</b> One at a time; nothing is guarded, and a look moves elements.
 *
 * <p><b>Order, ties.</b> Every long is a lawful key and a lawful value. Elements of one key come
 * out in the order in which they were added. Empty: {@link #peekKey} and {@link #pollValue} throw
 * {@link NoSuchElementException}; ask {@link #isEmpty} first. A key below {@link #floor} is refused
 * with {@link IllegalArgumentException}.
 *
 * <p><b>Prefer instead</b> {@link IndexedDaryHeap} where keys must be changed or removed, {@link
 * LongDaryHeap} where they do not rise.
 *
 * <p><b>Source.</b> Ahuja, Mehlhorn, Orlin and Tarjan, Faster algorithms for the shortest path
 * problem, 1990. Departure: buckets by digits of four bits instead of single ones.
 *
 * @see <a href="https://doi.org/10.1145/77600.77615">Ahuja, Mehlhorn, Orlin and Tarjan, 1990</a>
 */
public final class RadixHeap {
  /*
   * Implementation notes. An element waits in the bucket of the highest digit in which its key
   * differs from the floor, by that digit's value. All keys in a bucket share the higher digits with
   * the floor, so lower levels come first and, within a level, lower digits. When the floor rises to
   * the least key of the first bucket, that bucket's elements, and no others, get a new place, on a
   * lower level. Equal keys always share a bucket and keep their order there.
   * Digits are those of the key with its sign bit flipped, which orders them as the keys.
   */
  private static final int DIGIT_BITS = 4;
  private static final int DIGITS = 1 << DIGIT_BITS;
  private static final int LEVELS = Long.SIZE / DIGIT_BITS;

  /** The queue of the elements whose key is the floor. */
  private static final int DUE = LEVELS * DIGITS;

  private final BlockChains buckets = new BlockChains(DUE + 1);

  /** For each level the digits whose bucket is not empty, as bits. */
  private final int[] digitsOf = new int[LEVELS];

  /** The levels that have a bucket that is not empty, as bits. */
  private int levels;

  private long floor = Long.MIN_VALUE;
  private int size;

  /** An empty heap to which every key may be added. */
  public RadixHeap() {
    // Nothing to do: the fields say it.
  }

  /**
   * The number of elements held.
   *
   * @return at least 0
   */
  public int size() {
    return size;
  }

  /**
   * Whether no element is held.
   *
   * @return true if {@link #size} is 0
   */
  public boolean isEmpty() {
    return size == 0;
  }

  /**
   * The least key that may be added: the last that was looked at or taken.
   *
   * @return {@link Long#MIN_VALUE} at first
   */
  public long floor() {
    return floor;
  }

  /**
   * Adds an element.
   *
   * @param key at least {@link #floor}
   * @param value what goes with it, any long
   * @throws IllegalArgumentException if the key is less than the floor
   */
  public void add(long key, long value) {
    if (key < floor) {
      throw new IllegalArgumentException(
          "key must be at least "
              + floor
              + ", the last key looked at or taken, was "
              + key
              + "; use LongDaryHeap for keys that fall");
    }
    place(key, value);
    size++;
  }

  /**
   * The smallest key, which stays, and becomes the {@link #floor}.
   *
   * @return the key
   * @throws NoSuchElementException if the heap is empty
   */
  public long peekKey() {
    raiseFloor();
    return floor;
  }

  /**
   * What goes with the smallest key; both stay, and the key becomes the {@link #floor}.
   *
   * @return the value
   * @throws NoSuchElementException if the heap is empty
   */
  public long peekValue() {
    raiseFloor();
    return buckets.firstValue(DUE);
  }

  /**
   * Takes out the element of the smallest key, which is the {@link #floor} afterwards.
   *
   * @return what went with the key
   * @throws NoSuchElementException if the heap is empty
   */
  public long pollValue() {
    raiseFloor();
    long value = buckets.firstValue(DUE);
    buckets.removeFirst(DUE);
    size--;
    return value;
  }

  /** Forgets all elements and the floor, and keeps the arrays; O(1). */
  public void clear() {
    buckets.clear();
    Arrays.fill(digitsOf, 0);
    levels = 0;
    floor = Long.MIN_VALUE;
    size = 0;
  }

  /**
   * The bytes this heap occupies: its objects and arrays, used or not.
   *
   * @return the size on a 64-bit HotSpot
   */
  public long footprintBytes() {
    return Footprint.object(Long.BYTES + 2 * Integer.BYTES, 2)
        + Footprint.array(LEVELS, Integer.BYTES)
        + buckets.footprintBytes();
  }

  /**
   * Checks the whole heap; O(n). For tests and for those who suspect a race.
   *
   * @return the first invariant found violated and where, or empty if all hold
   */
  public Optional<String> verify() {
    long held = buckets.count(DUE);
    for (int bucket = 0; bucket < DUE; bucket++) {
      boolean marked = isMarked(digitsOf[bucket / DIGITS], bucket % DIGITS);
      if (marked == buckets.isEmpty(bucket)) {
        return Optional.of(
            "bucket %d holds %d elements, but is marked as %s"
                .formatted(bucket, buckets.count(bucket), marked ? "in use" : "empty"));
      }
      if (marked && bucketOf(buckets.leastKey(bucket)) != bucket) {
        return Optional.of(
            "bucket %d holds key %d, which belongs in bucket %d"
                .formatted(bucket, buckets.leastKey(bucket), bucketOf(buckets.leastKey(bucket))));
      }
      held += buckets.count(bucket);
    }
    if (held != size) {
      return Optional.of("the buckets hold %d elements, not %d".formatted(held, size));
    }
    return wrongLevel();
  }

  /**
   * A description for people, without the elements.
   *
   * @return size and floor
   */
  @Override
  public String toString() {
    return "RadixHeap[size=" + size + ", floor=" + floor + "]";
  }

  private Optional<String> wrongLevel() {
    for (int level = 0; level < LEVELS; level++) {
      if (isMarked(levels, level) == (digitsOf[level] == 0)) {
        return Optional.of("level %d is marked contrary to its buckets".formatted(level));
      }
    }
    return Optional.empty();
  }

  private static boolean isMarked(int bits, int bit) {
    return ((bits >> bit) & 1) != 0;
  }

  private void place(long key, long value) {
    int bucket = bucketOf(key);
    buckets.append(bucket, key, value);
    if (bucket != DUE) {
      int level = bucket / DIGITS;
      digitsOf[level] |= 1 << (bucket % DIGITS);
      levels |= 1 << level;
    }
  }

  private int bucketOf(long key) {
    long differing = key ^ floor;
    if (differing == 0) {
      return DUE;
    }
    int level = (Long.SIZE - 1 - Long.numberOfLeadingZeros(differing)) / DIGIT_BITS;
    int digit = (int) ((key ^ Long.MIN_VALUE) >>> (level * DIGIT_BITS)) & (DIGITS - 1);
    return level * DIGITS + digit;
  }

  /** Makes the smallest key the floor, if it is not. */
  private void raiseFloor() {
    if (buckets.isEmpty(DUE)) {
      requireNotEmpty();
      int level = Integer.numberOfTrailingZeros(levels);
      int digit = Integer.numberOfTrailingZeros(digitsOf[level]);
      buckets.reserveBlocks(level * DIGITS + 1);
      unmark(level, digit);
      spread(level, level * DIGITS + digit);
    }
  }

  private void unmark(int level, int digit) {
    digitsOf[level] &= ~(1 << digit);
    if (digitsOf[level] == 0) {
      levels &= ~(1 << level);
    }
  }

  /** Moves the elements of the first bucket to lower levels, the least of them to those due. */
  private void spread(int level, int bucket) {
    if (level == 0) {
      floor = buckets.firstKey(bucket);
      buckets.move(bucket, DUE);
      return;
    }
    floor = buckets.leastKey(bucket);
    while (!buckets.isEmpty(bucket)) {
      long key = buckets.firstKey(bucket);
      long value = buckets.firstValue(bucket);
      buckets.removeFirst(bucket);
      place(key, value);
    }
  }

  private void requireNotEmpty() {
    if (size == 0) {
      throw new NoSuchElementException("the heap is empty; ask isEmpty() before taking");
    }
  }
}
