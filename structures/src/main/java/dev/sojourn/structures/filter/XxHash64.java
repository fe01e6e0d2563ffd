package dev.sojourn.structures.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * XXH64 with seed 0, written from its specification.
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">xxHash fast digest
 *     algorithm</a>
 */
final class XxHash64 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long PRIME_1 = 0x9e3779b185ebca87L;
  private static final long PRIME_2 = 0xc2b2ae3d27d4eb4fL;
  private static final long PRIME_3 = 0x165667b19e3779f9L;
  private static final long PRIME_4 = 0x85ebca77c2b2ae63L;
  private static final long PRIME_5 = 0x27d4eb2f165667c5L;
  private static final long PRIME_1_PLUS_2 = 0x60ea27eeadc0b5d6L;
  private static final int STRIPE_BYTES = 4 * Long.BYTES;

  private XxHash64() {}

  /** The hash of the four bytes of a number, lowest first. */
  static long of(int value) {
    return avalanche(withInt(PRIME_5 + Integer.BYTES, value));
  }

  /** The hash of the eight bytes of a number, lowest first. */
  static long of(long value) {
    return avalanche(withLong(PRIME_5 + Long.BYTES, value));
  }

  static long of(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    long hash = PRIME_5;
    if (length >= STRIPE_BYTES) {
      hash = stripes(bytes, offset, length);
      at = end - length % STRIPE_BYTES;
    }
    hash += length;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      hash = withLong(hash, (long) LONGS.get(bytes, at));
    }
    if (at <= end - Integer.BYTES) {
      hash = withInt(hash, (int) INTS.get(bytes, at));
      at += Integer.BYTES;
    }
    for (; at < end; at++) {
      hash = Long.rotateLeft(hash ^ ((bytes[at] & 0xff) * PRIME_5), 11) * PRIME_1;
    }
    return avalanche(hash);
  }

  private static long stripes(byte[] bytes, int offset, int length) {
    long first = PRIME_1_PLUS_2;
    long second = PRIME_2;
    long third = 0;
    long fourth = -PRIME_1;
    int end = offset + length - STRIPE_BYTES;
    for (int at = offset; at <= end; at += STRIPE_BYTES) {
      first = round(first, (long) LONGS.get(bytes, at));
      second = round(second, (long) LONGS.get(bytes, at + 8));
      third = round(third, (long) LONGS.get(bytes, at + 16));
      fourth = round(fourth, (long) LONGS.get(bytes, at + 24));
    }
    long hash =
        Long.rotateLeft(first, 1)
            + Long.rotateLeft(second, 7)
            + Long.rotateLeft(third, 12)
            + Long.rotateLeft(fourth, 18);
    return merge(merge(merge(merge(hash, first), second), third), fourth);
  }

  private static long round(long lane, long word) {
    return Long.rotateLeft(lane + word * PRIME_2, 31) * PRIME_1;
  }

  private static long merge(long hash, long lane) {
    return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
  }

  private static long withLong(long hash, long word) {
    return Long.rotateLeft(hash ^ round(0, word), 27) * PRIME_1 + PRIME_4;
  }

  private static long withInt(long hash, int word) {
    return Long.rotateLeft(hash ^ (Integer.toUnsignedLong(word) * PRIME_1), 23) * PRIME_2 + PRIME_3;
  }

  private static long avalanche(long hash) {
    long x = hash;
    x = (x ^ (x >>> 33)) * PRIME_2;
    x = (x ^ (x >>> 29)) * PRIME_3;
    return x ^ (x >>> 32);
  }
}
