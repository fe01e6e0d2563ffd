package dev.sojourn.structures.internal;

/**
 * Sizes of objects and arrays as a 64-bit HotSpot lays them out by default: headers of 12 bytes (16
 * for arrays), everything a multiple of 8.
 */
public final class Footprint {
  private static final int HEADER_BYTES = 12;
  private static final int ARRAY_HEADER_BYTES = 16;
  private static final int ALIGNMENT_BYTES = 8;
  private static final long COMPRESSIBLE_HEAP_BYTES = 32L << 30;

  private Footprint() {}

  /**
   * The bytes of an object, without what it refers to.
   *
   * @param primitiveBytes bytes of its primitive fields
   * @param references number of its references
   * @return header, fields and padding
   */
  public static long object(int primitiveBytes, int references) {
    return align(HEADER_BYTES + primitiveBytes + (long) references * referenceBytes());
  }

  /**
   * The bytes of an array, without what it refers to.
   *
   * @param length number of its elements
   * @param elementBytes bytes of one
   * @return header, elements and padding
   */
  public static long array(int length, int elementBytes) {
    return align(ARRAY_HEADER_BYTES + (long) length * elementBytes);
  }

  /**
   * The bytes of a reference.
   *
   * @return 4 while the largest heap allowed lets HotSpot compress references, else 8
   */
  public static int referenceBytes() {
    return Runtime.getRuntime().maxMemory() < COMPRESSIBLE_HEAP_BYTES ? Integer.BYTES : Long.BYTES;
  }

  private static long align(long bytes) {
    return (bytes + ALIGNMENT_BYTES - 1) & -ALIGNMENT_BYTES;
  }
}
