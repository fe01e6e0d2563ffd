package dev.sojourn.structures.filter;

/** Bits of a key anywhere in an array, for one writer. */
final class ClassicBits implements Bits {
  private final long[] words;
  private final int origin;
  private final long doubledBits;
  private final int hashes;

  ClassicBits(HeapWords words, int hashes) {
    this.words = words.array();
    this.origin = words.origin();
    this.doubledBits = 2 * words.size() * Long.SIZE;
    this.hashes = hashes;
  }

  @Override
  public boolean put(long hash) {
    long increment = Places.increment(hash);
    long state = hash;
    long changed = 0;
    for (int i = 0; i < hashes; i++) {
      long place = place(state);
      int word = origin + (int) (place >>> 6);
      long bit = 1L << place;
      changed |= ~words[word] & bit;
      words[word] |= bit;
      state = Places.next(state, increment);
    }
    return changed != 0;
  }

  @Override
  public boolean mightContain(long hash) {
    return containsFrom(hash, Places.increment(hash), 0);
  }

  private boolean containsFrom(long start, long increment, int first) {
    long state = start;
    for (int i = first; i < hashes; i++) {
      if (bitAt(place(state)) == 0) {
        return false;
      }
      state = Places.next(state, increment);
    }
    return true;
  }

  /** First one bit of every key, so that the misses overlap; then the rest of those that remain. */
  @Override
  public long probe(long[] keys, int from, int length, long salt) {
    long candidates = 0;
    for (int i = 0; i < length; i++) {
      candidates |= bitAt(place(KeyHash.of(keys[from + i], salt))) << i;
    }
    long found = 0;
    for (long left = candidates; left != 0; left &= left - 1) {
      int i = Long.numberOfTrailingZeros(left);
      long hash = KeyHash.of(keys[from + i], salt);
      long increment = Places.increment(hash);
      if (containsFrom(Places.next(hash, increment), increment, 1)) {
        found |= 1L << i;
      }
    }
    return found;
  }

  private long place(long state) {
    return Places.at(state, doubledBits);
  }

  private long bitAt(long place) {
    return (words[origin + (int) (place >>> 6)] >>> place) & 1;
  }

  @Override
  public Words words() {
    return new HeapWords(words, origin);
  }
}
