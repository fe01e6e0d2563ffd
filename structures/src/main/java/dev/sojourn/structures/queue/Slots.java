package dev.sojourn.structures.queue;

/**
 * Arrays of slots that keep a distance from their neighbours: every access reads the array's
 * length, which must not share a cache line with slots that another thread writes.
 */
final class Slots {
  /** Unused elements at either end, 128 bytes of the smallest references. */
  static final int PAD = 32;

  static final int LARGEST_CAPACITY = 1 << 29;

  private Slots() {}

  static int checkCapacity(int capacity) {
    if (capacity < 1 || capacity > LARGEST_CAPACITY) {
      throw new IllegalArgumentException(
          "capacity must be between 1 and %d, was %d".formatted(LARGEST_CAPACITY, capacity));
    }
    return capacity;
  }

  /** The slots of one lap: the capacity, rounded up to a power of two. */
  static int lap(int capacity) {
    return 1 << (Integer.SIZE - Integer.numberOfLeadingZeros(checkCapacity(capacity) - 1));
  }

  static Object[] objects(int capacity) {
    return new Object[lap(capacity) + 2 * PAD];
  }

  static long[] longs(int capacity, int width) {
    return new long[Math.addExact(Math.multiplyExact(lap(capacity), width), 2 * PAD)];
  }

  static int checkLimit(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be at least 0, was " + limit);
    }
    return limit;
  }

  static IllegalStateException closed() {
    return new IllegalStateException("queue is closed and takes no more; ask isClosed() first");
  }
}
