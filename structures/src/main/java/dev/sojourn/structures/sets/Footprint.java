package dev.sojourn.structures.sets;

/** Heap sizes under the defaults of a 64-bit HotSpot: 12-byte headers, 4-byte references. */
final class Footprint {
  private static final int HEADER = 12;
  private static final int REFERENCE = 4;
  private static final int ARRAY_HEADER = 16;
  private static final int ALIGNMENT = 8;

  private Footprint() {}

  static long object(int primitiveBytes, int references) {
    return align(HEADER + primitiveBytes + (long) REFERENCE * references);
  }

  static long array(int length, int elementBytes) {
    return align(ARRAY_HEADER + (long) length * elementBytes);
  }

  private static long align(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
