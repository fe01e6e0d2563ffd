package dev.sojourn.structures.sets;

import dev.sojourn.structures.internal.Footprint;
import java.util.Optional;

/**
 * A partition of the elements {@code 0 .. size-1} where {@code size} may exceed what one array
 * holds.
 *
 * <p><b>Costs.</b> {@link #union}, {@link #find}, {@link #connected}: as those of {@link
 * DisjointSet} with its default variant, plus one dependent load for each step; no allocation.
 * {@link #count}, {@link #size}: O(1). {@link #reset}, {@link #verify}: one pass.
 *
 * <p><b>Space.</b> Eight bytes for each element, in chunks of 128 MB.
 *
 * <p><b>Threads.</b> For one thread; even {@code find} writes.
 *
 * <p><b>Order.</b> The representative is any member of the set. <b>An element out of range</b> is
 * refused before anything changes.
 *
 * <p><b>Prefer instead</b> {@link DisjointSet} up to 2<sup>31</sup> elements: half the space, and
 * faster.
 *
 * <p><b>Source.</b> Patwary, Blair and Manne, <i>Experiments on union-find algorithms for the
 * disjoint-set data structure</i>, SEA 2010, algorithm REM-SPL.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-13193-6_35">Patwary, Blair and Manne 2010</a>
 */
public final class LongDisjointSet {
  private static final int CHUNK_BITS = 24;

  /** No element has a smaller index than its child; a root is its own parent. */
  private final LongCells parent;

  private long count;

  /**
   * Puts every element into a set of its own.
   *
   * @param size how many elements there are; eight bytes of heap for each
   * @throws IllegalArgumentException when it is negative or the heap can never hold as many
   */
  public LongDisjointSet(long size) {
    this(size, CHUNK_BITS);
  }

  LongDisjointSet(long size, int chunkBits) {
    long most = Runtime.getRuntime().maxMemory() / Long.BYTES;
    if (size < 0 || size > most) {
      throw new IllegalArgumentException(
          "size must be between 0 and "
              + most
              + ", which is all this heap can hold, was "
              + size
              + "; more elements need a larger -Xmx");
    }
    parent = new LongCells(size, chunkBits);
    reset();
  }

  /**
   * Merges the sets of two elements.
   *
   * @param a an element
   * @param b another, or the same
   * @return true when they were in different sets before
   * @throws IndexOutOfBoundsException when either is not an element; nothing has changed then
   */
  public boolean union(long a, long b) {
    check(a);
    check(b);
    long u = a;
    long v = b;
    long pu = parent.get(u);
    long pv = parent.get(v);
    while (pu != pv) {
      if (pu < pv) {
        parent.set(u, pv);
        if (u == pu) {
          return merged();
        }
        u = pu;
        pu = parent.get(u);
      } else {
        parent.set(v, pu);
        if (v == pv) {
          return merged();
        }
        v = pv;
        pv = parent.get(v);
      }
    }
    return false;
  }

  private boolean merged() {
    count--;
    return true;
  }

  /**
   * Names a member that stands for the whole set until the next merge.
   *
   * @param element an element
   * @return the representative, the same for every element of its set
   * @throws IndexOutOfBoundsException when it is not an element
   */
  public long find(long element) {
    check(element);
    long x = element;
    long up = parent.get(x);
    while (up != x) {
      long above = parent.get(up);
      parent.set(x, above);
      x = above;
      up = parent.get(x);
    }
    return x;
  }

  /**
   * Tells whether two elements are in one set.
   *
   * @param a an element
   * @param b another, or the same
   * @return true when one set holds both
   * @throws IndexOutOfBoundsException when either is not an element
   */
  public boolean connected(long a, long b) {
    check(b);
    return find(a) == find(b);
  }

  /**
   * Tells how many sets there are.
   *
   * @return the number of sets, {@code size()} at first
   */
  public long count() {
    return count;
  }

  /**
   * Tells how many elements there are, in whatever sets.
   *
   * @return the number of elements
   */
  public long size() {
    return parent.size();
  }

  /** Puts every element back into a set of its own. */
  public void reset() {
    for (long i = 0; i < parent.size(); i++) {
      parent.set(i, i);
    }
    count = parent.size();
  }

  /**
   * Tells how much heap this structure holds, on a 64-bit HotSpot with its default object layout.
   *
   * @return bytes, headers and padding included
   */
  public long footprintBytes() {
    return Footprint.object(Long.BYTES, 1) + parent.footprintBytes();
  }

  /**
   * Checks every invariant and changes nothing. O(size). Parents never have the smaller index,
   * which rules out circles.
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    long roots = 0;
    for (long element = 0; element < size(); element++) {
      long up = parent.get(element);
      if (up < 0 || up >= size()) {
        return Optional.of("parent " + up + " of " + element + " is not an element");
      }
      if (up < element) {
        return Optional.of("parent " + up + " is smaller than its child " + element);
      }
      roots += up == element ? 1 : 0;
    }
    return roots == count
        ? Optional.empty()
        : Optional.of("count is " + count + " but there are " + roots + " roots");
  }

  private void check(long element) {
    if (element < 0 || element >= parent.size()) {
      throw Elements.outOfRange(element, parent.size());
    }
  }
}
