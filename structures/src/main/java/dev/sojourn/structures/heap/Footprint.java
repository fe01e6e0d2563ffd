package dev.sojourn.structures.heap;

/** Sizes of arrays as a 64-bit HotSpot lays them out. */
final class Footprint {
  private static final int HEADER_BYTES = 16;
  private static final int ALIGNMENT_BYTES = 8;
  private static final long COMPRESSIBLE_HEAP_BYTES = 32L << 30;

  private Footprint() {}

  static long arrayBytes(int length, int elementBytes) {
    long bytes = HEADER_BYTES + (long) length * elementBytes;
    return (bytes + ALIGNMENT_BYTES - 1) & -ALIGNMENT_BYTES;
  }

  /** Four bytes while the largest heap allowed lets HotSpot compress references, else eight. */
  static int referenceBytes() {
    return Runtime.getRuntime().maxMemory() < COMPRESSIBLE_HEAP_BYTES ? Integer.BYTES : Long.BYTES;
  }
}
