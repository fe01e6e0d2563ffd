package dev.sojourn.structures.filter;

/** {@link SectorBits} over words that are shared between writers, or outside the heap. */
final class StoredSectorBits implements Bits {
  private final Words words;
  private final long doubledBlocks;

  StoredSectorBits(Words words) {
    this.words = words;
    this.doubledBlocks = 2 * (words.size() / SectorBits.WORDS);
  }

  @Override
  public boolean put(long hash) {
    long block = block(hash);
    long places = SectorBits.places(hash);
    long changed = 0;
    for (int i = 0; i < SectorBits.WORDS; i++) {
      long bit = 1L << SectorBits.place(places, i);
      changed |= ~words.or(block + i, bit) & bit;
    }
    return changed != 0;
  }

  @Override
  public boolean mightContain(long hash) {
    long block = block(hash);
    long places = SectorBits.places(hash);
    long all = 1;
    for (int i = 0; i < SectorBits.WORDS; i++) {
      all &= words.get(block + i) >>> SectorBits.place(places, i);
    }
    return all != 0;
  }

  @Override
  public long probe(long[] keys, int from, int length, long salt) {
    long candidates = 0;
    for (int i = 0; i < length; i++) {
      long hash = KeyHash.of(keys[from + i], salt);
      long word = words.get(block(hash));
      candidates |= ((word >>> SectorBits.place(SectorBits.places(hash), 0)) & 1) << i;
    }
    long found = 0;
    for (long left = candidates; left != 0; left &= left - 1) {
      int i = Long.numberOfTrailingZeros(left);
      found |= mightContain(KeyHash.of(keys[from + i], salt)) ? 1L << i : 0;
    }
    return found;
  }

  private long block(long hash) {
    return Math.multiplyHigh(hash >>> 1, doubledBlocks) * SectorBits.WORDS;
  }

  @Override
  public Words words() {
    return words;
  }
}
