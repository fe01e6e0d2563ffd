package dev.sojourn.structures.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Words in an array that several threads write. */
final class SharedWords implements Words {
  /*
   * Implementation notes. A bit is only ever set, so a word whose bits are all there already is
   * left alone: no write, and its line stays shared between cores. Otherwise one atomic OR, which
   * cannot lose the bits of another thread. Reads are opaque: a reader that was told of a key (by
   * any happens-before edge) sees its bits, because a word never goes back to an older value.
   */
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] array;
  private final int origin;

  SharedWords(HeapWords words) {
    this.array = words.array();
    this.origin = words.origin();
  }

  @Override
  public long size() {
    return (long) array.length - origin;
  }

  @Override
  public long get(long index) {
    return (long) WORD.getOpaque(array, origin + (int) index);
  }

  @Override
  public long or(long index, long mask) {
    long before = get(index);
    return (before & mask) == mask
        ? before
        : (long) WORD.getAndBitwiseOr(array, origin + (int) index, mask);
  }

  @Override
  public void clear() {
    for (int i = origin; i < array.length; i++) {
      WORD.setOpaque(array, i, 0L);
    }
  }

  @Override
  public String strayBit() {
    return AlignedLongs.strayBit(array, origin);
  }
}
