package dev.sojourn.benchmarks.heap;

/**
 * The textbook's heap of longs in one array, with two, three, four or eight children to a node: a
 * poll compares all children of every node on its way down, level by level.
 *
 * <p>With nothing in front of the root, as in the textbook, a group of siblings starts anywhere in
 * a cache line. With the first group in slot 6 every group of eight fills a line, where the array's
 * own address is a multiple of 64, as G1 has it for large arrays: HotSpot puts the data of a {@code
 * long[]} sixteen bytes after the object.
 */
final class PlainHeap {
  /*
   * Implementation notes. The moves are given the arity as a constant, so that the compiler makes a
   * loop of its own for each: a division by a variable would cost three children more than they
   * save.
   */
  private static final int ALIGNED_ROOT = 5;

  private final int arity;
  private final int root;
  private final long[] array;
  private int size;

  private PlainHeap(int arity, int root, int capacity) {
    this.arity = arity;
    this.root = root;
    this.array = new long[root + capacity];
  }

  /** The root in the first slot. */
  static PlainHeap ofTextbook(int arity, int capacity) {
    return new PlainHeap(arity, 0, capacity);
  }

  /** The root where its children start a cache line. */
  static PlainHeap aligned(int arity, int capacity) {
    return new PlainHeap(arity, ALIGNED_ROOT, capacity);
  }

  void add(long value) {
    switch (arity) {
      case 2 -> climb(2, value);
      case 3 -> climb(3, value);
      case 4 -> climb(4, value);
      case 8 -> climb(8, value);
      default -> throw new IllegalStateException("no heap has " + arity + " children to a node");
    }
    size++;
  }

  /** Removes the least value of a heap that is not empty. */
  long poll() {
    long least = array[root];
    long last = array[root + --size];
    switch (arity) {
      case 2 -> sink(2, last);
      case 3 -> sink(3, last);
      case 4 -> sink(4, last);
      case 8 -> sink(8, last);
      default -> throw new IllegalStateException("no heap has " + arity + " children to a node");
    }
    return least;
  }

  private void climb(int children, long value) {
    int node = size;
    while (node > 0) {
      int parent = (node - 1) / children;
      long above = array[root + parent];
      if (above <= value) {
        break;
      }
      array[root + node] = above;
      node = parent;
    }
    array[root + node] = value;
  }

  private void sink(int children, long value) {
    int node = 0;
    for (int first = 1; first < size; first = node * children + 1) {
      int end = Math.min(first + children, size);
      int least = first;
      long leastValue = array[root + first];
      for (int child = first + 1; child < end; child++) {
        long childValue = array[root + child];
        least = childValue < leastValue ? child : least;
        leastValue = Math.min(childValue, leastValue);
      }
      if (leastValue >= value) {
        break;
      }
      array[root + node] = leastValue;
      node = least;
    }
    array[root + node] = value;
  }
}
