package dev.sojourn.structures.sets;

/** What every partition of {@code 0 .. size-1} demands of its arguments. */
final class Elements {
  static final int MAX_SIZE = Integer.MAX_VALUE - 8;

  private Elements() {}

  static int checkSize(int size) {
    if (size < 0 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "size must be between 0 and " + MAX_SIZE + ", was " + size);
    }
    return size;
  }

  static void check(int element, int size) {
    if (element < 0 || element >= size) {
      throw outOfRange(element, size);
    }
  }

  static IndexOutOfBoundsException outOfRange(long element, long size) {
    return new IndexOutOfBoundsException(
        size == 0
            ? "element " + element + " is out of range: there are no elements"
            : "element " + element + " is out of range: elements are 0 to " + (size - 1));
  }

  /** Collects the sign bits of what is negative and of what is too great; branches once. */
  static void checkAll(int[] elements, int from, int to, int size) {
    int last = size - 1;
    int signs = 0;
    for (int i = from; i < to; i++) {
      signs |= elements[i] | (last - elements[i]);
    }
    for (int i = from; signs < 0 && i < to; i++) {
      check(elements[i], size);
    }
  }
}
