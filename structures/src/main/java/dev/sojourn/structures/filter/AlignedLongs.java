package dev.sojourn.structures.filter;

/** Where the first word of a {@code long[]} should lie so that blocks of eight share one line. */
final class AlignedLongs {
  /*
   * Implementation notes. The data of a long[] begin 16 bytes after the array. Under G1 an array
   * of at least half a region is placed at the start of a region, a multiple of 64, so a block of
   * 64 bytes that begins at index 0 always straddles two cache lines, and one that begins at index
   * 6 never does. This is an observation of HotSpot: under other collectors, other header sizes or
   * for small arrays the address is whatever it is, the six words are the only cost, and no answer
   * depends on it. The threshold is half of the smallest region G1 uses.
   */
  static final int ORIGIN = 6;
  static final long MAX_WORDS = Integer.MAX_VALUE - 8 - ORIGIN;

  private static final long HUMONGOUS_WORDS = (512 << 10) / Long.BYTES;
  private static final int ARRAY_HEADER_BYTES = 16;

  private AlignedLongs() {}

  /** The index of the first word of use in an array for this many. */
  static int origin(long words) {
    return words >= HUMONGOUS_WORDS ? ORIGIN : 0;
  }

  static long[] allocate(long words) {
    return new long[Math.toIntExact(words + origin(words))];
  }

  /** Describes a word before the first of use that is not zero, or null. */
  static String strayBit(long[] array, int origin) {
    for (int i = 0; i < origin; i++) {
      if (array[i] != 0) {
        return "word " + i + " before the first block is not zero";
      }
    }
    return null;
  }

  /** Bytes of the array that {@link #allocate} returns. */
  static long footprintBytes(long words) {
    return ARRAY_HEADER_BYTES + (words + origin(words)) * Long.BYTES;
  }
}
