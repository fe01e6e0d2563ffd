package dev.sojourn.structures.heap;

/** How much room a growing heap takes next. */
final class Growth {
  /** The longest array that every common virtual machine will allocate. */
  static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private static final int FIRST_STEP = 16;

  private Growth() {}

  /**
   * Half as much again, but at least what is needed and at most the limit.
   *
   * @throws OutOfMemoryError when more is needed than the limit allows
   */
  static int next(int capacity, long needed, int limit) {
    if (needed > limit) {
      throw new OutOfMemoryError(
          "a heap holds at most " + limit + " elements, was asked for " + needed + "; use several");
    }
    long grown = (long) capacity + (capacity >> 1) + FIRST_STEP;
    return (int) Math.min(limit, Math.max(needed, grown));
  }

  static int checkCapacity(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException(
          "capacity must not be negative, was " + capacity + "; use 0 to grow from nothing");
    }
    return capacity;
  }

  /** How many of the elements there are to hand out when so many are wanted. */
  static int checkCount(int wanted, int available) {
    if (wanted < 0) {
      throw new IllegalArgumentException(
          "the number of elements must not be negative, was " + wanted + "; use 0 for none");
    }
    return Math.min(wanted, available);
  }
}
