package dev.sojourn.benchmarks.heap;

import java.util.SplittableRandom;

/** Random handles and the random keys that they get, one after the other. */
final class KeyUpdates {
  private static final long SEED = 0x55706474L;
  private static final int LENGTH = 1 << 16;

  /** By how much the handles of the next round through the table differ. */
  private static final int STRIDE = 40_503;

  private final int size;
  private final int[] handles;
  private final long[] keys;
  private final long[] firstKeys;
  private int at;
  private int offset;

  KeyUpdates(int size) {
    this.size = size;
    SplittableRandom random = new SplittableRandom(SEED);
    handles = random.ints(LENGTH, 0, size).toArray();
    keys = random.longs(LENGTH, 0, Long.MAX_VALUE).toArray();
    firstKeys = random.longs(size, 0, Long.MAX_VALUE).toArray();
  }

  /** A key for each handle; the caller's own copy. */
  long[] firstKeys() {
    return firstKeys.clone();
  }

  /** Goes on to the next update; later rounds through the table meet other handles. */
  void advance() {
    at = (at + 1) & (LENGTH - 1);
    if (at == 0) {
      offset = (offset + STRIDE) % size;
    }
  }

  int handle() {
    int handle = handles[at] + offset;
    return handle < size ? handle : handle - size;
  }

  long key() {
    return keys[at];
  }
}
