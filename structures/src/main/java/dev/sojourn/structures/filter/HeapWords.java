package dev.sojourn.structures.filter;

import java.util.Arrays;

/** Words in an array, for one writer. */
final class HeapWords implements Words {
  private final long[] array;
  private final int origin;

  /** The words of an array from {@code origin} on. */
  HeapWords(long[] array, int origin) {
    this.array = array;
    this.origin = origin;
  }

  static HeapWords allocate(long count) {
    return new HeapWords(AlignedLongs.allocate(count), AlignedLongs.origin(count));
  }

  /** The words, after some that keep blocks in one line. */
  long[] array() {
    return array;
  }

  /** The index of the first word of use. */
  int origin() {
    return origin;
  }

  @Override
  public long size() {
    return (long) array.length - origin;
  }

  @Override
  public long get(long index) {
    return array[origin + (int) index];
  }

  @Override
  public long or(long index, long mask) {
    int at = origin + (int) index;
    long before = array[at];
    array[at] = before | mask;
    return before;
  }

  @Override
  public void clear() {
    Arrays.fill(array, 0);
  }

  @Override
  public String strayBit() {
    return AlignedLongs.strayBit(array, origin);
  }
}
