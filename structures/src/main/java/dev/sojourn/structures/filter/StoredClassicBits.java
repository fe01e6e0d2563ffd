package dev.sojourn.structures.filter;

/** {@link ClassicBits} over words that are shared between writers, or outside the heap. */
final class StoredClassicBits implements Bits {
  private final Words words;
  private final long doubledBits;
  private final int hashes;

  StoredClassicBits(Words words, int hashes) {
    this.words = words;
    this.doubledBits = 2 * words.size() * Long.SIZE;
    this.hashes = hashes;
  }

  @Override
  public boolean put(long hash) {
    long increment = Places.increment(hash);
    long state = hash;
    long changed = 0;
    for (int i = 0; i < hashes; i++) {
      long place = Places.at(state, doubledBits);
      long bit = 1L << place;
      changed |= ~words.or(place >>> 6, bit) & bit;
      state = Places.next(state, increment);
    }
    return changed != 0;
  }

  @Override
  public boolean mightContain(long hash) {
    long increment = Places.increment(hash);
    long state = hash;
    for (int i = 0; i < hashes; i++) {
      if (bitAt(Places.at(state, doubledBits)) == 0) {
        return false;
      }
      state = Places.next(state, increment);
    }
    return true;
  }

  @Override
  public long probe(long[] keys, int from, int length, long salt) {
    long candidates = 0;
    for (int i = 0; i < length; i++) {
      candidates |= bitAt(Places.at(KeyHash.of(keys[from + i], salt), doubledBits)) << i;
    }
    long found = 0;
    for (long left = candidates; left != 0; left &= left - 1) {
      int i = Long.numberOfTrailingZeros(left);
      found |= mightContain(KeyHash.of(keys[from + i], salt)) ? 1L << i : 0;
    }
    return found;
  }

  private long bitAt(long place) {
    return (words.get(place >>> 6) >>> place) & 1;
  }

  @Override
  public Words words() {
    return words;
  }
}
