package dev.sojourn.structures.heap;

/**
 * How {@link LongDaryHeap#poll} refills the root.
 *
 * @param toLeaf whether the hole descends to a leaf before the last element looks for its place
 *     from there upwards; else the last element is compared at every level on the way down
 * @param touchFromSlot the first array slot worth loading ahead of its need; slots before it are
 *     taken to be in cache
 */
record Descent(boolean toLeaf, int touchFromSlot) {
  private static final int FIRST_FAR_SLOT = 1 << 11;

  static final Descent TOP_DOWN = new Descent(false, Integer.MAX_VALUE);
  static final Descent BOTTOM_UP = new Descent(true, Integer.MAX_VALUE);
  static final Descent BOTTOM_UP_TOUCH = new Descent(true, FIRST_FAR_SLOT);
}
