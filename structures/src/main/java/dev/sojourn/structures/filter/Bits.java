package dev.sojourn.structures.filter;

/** The bits behind a filter, addressed by 64-bit hashes. */
sealed interface Bits permits ClassicBits, SectorBits, StoredClassicBits, StoredSectorBits {
  /** Sets the bits of a hash; true when any was clear. */
  boolean put(long hash);

  boolean mightContain(long hash);

  /** Asks for up to 64 keys; bit i of the answer belongs to {@code keys[from + i]}. */
  long probe(long[] keys, int from, int length, long salt);

  Words words();
}
