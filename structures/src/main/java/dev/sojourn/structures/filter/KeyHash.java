package dev.sojourn.structures.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Hashes of 64 bits, each for its own kind of key, each with a salt. */
final class KeyHash {
  /*
   * Implementation notes. A long goes through the SplitMix64 finaliser (Stafford's variant 13), a
   * bijection: two keys never share a hash. Longer keys are folded in eight bytes at a time by the
   * two halves of a full product, and finished by the same mixer. Characters are read as UTF-16
   * code units four at a time, so equal text hashes equally whatever class holds it, and nothing is
   * copied. The salt makes filters independent; a secret one keeps strangers from aiming at a
   * filter, but this is no cryptographic hash.
   */
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle BUFFER_WORDS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long MIX_1 = 0xbf58476d1ce4e5b9L;
  private static final long MIX_2 = 0x94d049bb133111ebL;
  private static final long FOLD = 0xa0761d6478bd642fL;
  private static final long LENGTH = 0x9e3779b97f4a7c15L;
  private static final long TEXT = 0x2545f4914f6cdd1dL;

  private KeyHash() {}

  /** Spreads a seed, so that near seeds give unrelated hashes. */
  static long salt(long seed) {
    return mix(seed + LENGTH);
  }

  static long of(long key, long salt) {
    return mix(key ^ salt);
  }

  static long of(CharSequence key, long salt) {
    int length = key.length();
    long hash = salt ^ TEXT;
    int i = 0;
    for (; i <= length - 4; i += 4) {
      hash = fold(hash, fourChars(key, i));
    }
    long tail = 0;
    for (int shift = 0; i < length; i++, shift += Character.SIZE) {
      tail |= (long) key.charAt(i) << shift;
    }
    return mix(fold(hash, tail) ^ (length * LENGTH));
  }

  private static long fourChars(CharSequence key, int i) {
    return key.charAt(i)
        | (long) key.charAt(i + 1) << 16
        | (long) key.charAt(i + 2) << 32
        | (long) key.charAt(i + 3) << 48;
  }

  static long of(byte[] key, int offset, int length, long salt) {
    long hash = salt;
    int i = offset;
    int end = offset + length;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      hash = fold(hash, (long) WORDS.get(key, i));
    }
    long tail = 0;
    for (int shift = 0; i < end; i++, shift += Byte.SIZE) {
      tail |= (key[i] & 0xffL) << shift;
    }
    return mix(fold(hash, tail) ^ (length * LENGTH));
  }

  /** What remains of a buffer, as the same bytes in an array would hash; the buffer stays as is. */
  static long of(ByteBuffer key, long salt) {
    long hash = salt;
    int i = key.position();
    int end = key.limit();
    int length = end - i;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      hash = fold(hash, (long) BUFFER_WORDS.get(key, i));
    }
    long tail = 0;
    for (int shift = 0; i < end; i++, shift += Byte.SIZE) {
      tail |= (key.get(i) & 0xffL) << shift;
    }
    return mix(fold(hash, tail) ^ (length * LENGTH));
  }

  private static long fold(long hash, long word) {
    long mixed = hash ^ word;
    return Math.multiplyHigh(mixed, FOLD) ^ (mixed * FOLD);
  }

  static long mix(long value) {
    long x = value;
    x = (x ^ (x >>> 30)) * MIX_1;
    x = (x ^ (x >>> 27)) * MIX_2;
    return x ^ (x >>> 31);
  }
}
