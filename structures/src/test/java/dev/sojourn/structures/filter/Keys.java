package dev.sojourn.structures.filter;

import java.util.stream.LongStream;

/** Streams of different keys: those of one seed never repeat, those of two seeds hardly meet. */
final class Keys {
  private static final long WEYL = 0x9e3779b97f4a7c15L;

  private Keys() {}

  static long key(long seed, long index) {
    long x = (seed << 40) + index * WEYL;
    x = (x ^ (x >>> 32)) * 0xd6e8feb86659fd93L;
    x = (x ^ (x >>> 32)) * 0xd6e8feb86659fd93L;
    return x ^ (x >>> 32);
  }

  static LongStream stream(long seed, long count) {
    return LongStream.range(0, count).map(i -> key(seed, i));
  }

  static long[] array(long seed, int count) {
    return stream(seed, count).toArray();
  }
}
