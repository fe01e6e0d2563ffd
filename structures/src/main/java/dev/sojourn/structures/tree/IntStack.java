package dev.sojourn.structures.tree;

import dev.sojourn.structures.internal.Footprint;
import java.util.Arrays;

/** A stack of ints that grows: the stack of every walk that must not recurse. */
final class IntStack {
  private static final int FIRST_LENGTH = 64;
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;
  private static final int[] NONE = {};

  private int[] items = NONE;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void push(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, longer());
    }
    items[size++] = item;
  }

  /** Takes the top off; there must be one. */
  int pop() {
    return items[--size];
  }

  /** The top, which stays; there must be one. */
  int peek() {
    return items[size - 1];
  }

  void clear() {
    size = 0;
  }

  long footprintBytes() {
    return Footprint.object(Integer.BYTES, 1) + Footprint.array(items.length, Integer.BYTES);
  }

  private int longer() {
    return (int) Math.min(LONGEST_ARRAY, Math.max(FIRST_LENGTH, 2L * size));
  }
}
