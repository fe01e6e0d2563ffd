package dev.sojourn.structures.filter;

/** Bits of a key anywhere in the array. */
final class ClassicBits implements Bits {
  /*
   * Implementation notes. The places come from a linear congruential sequence that starts at the
   * hash and whose increment is drawn from the hash as well; the high half of the product with the
   * number of bits maps each to the range without a division. Places in arithmetic progression
   * would save a multiplication, but in a filter of a few words they fall on each other so often
   * that the error rate can no longer be predicted.
   */
  private static final long STEP = 0xd1342543de82ef95L;
  private static final long STREAM = 0x9e3779b97f4a7c15L;

  private final long[] words;
  private final int origin;
  private final long doubledBits;
  private final int hashes;

  ClassicBits(long bits, int hashes) {
    long count = bits / Long.SIZE;
    this.words = AlignedLongs.allocate(count);
    this.origin = AlignedLongs.origin(count);
    this.doubledBits = 2 * bits;
    this.hashes = hashes;
  }

  @Override
  public boolean put(long hash) {
    long increment = increment(hash);
    long state = hash;
    long changed = 0;
    for (int i = 0; i < hashes; i++) {
      long place = place(state);
      int word = origin + (int) (place >>> 6);
      long bit = 1L << place;
      changed |= ~words[word] & bit;
      words[word] |= bit;
      state = state * STEP + increment;
    }
    return changed != 0;
  }

  @Override
  public boolean mightContain(long hash) {
    return containsFrom(hash, increment(hash), 0);
  }

  private boolean containsFrom(long start, long increment, int first) {
    long state = start;
    for (int i = first; i < hashes; i++) {
      if (bitAt(place(state)) == 0) {
        return false;
      }
      state = state * STEP + increment;
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
      long increment = increment(hash);
      if (containsFrom(hash * STEP + increment, increment, 1)) {
        found |= 1L << i;
      }
    }
    return found;
  }

  private long place(long state) {
    return Math.multiplyHigh(state >>> 1, doubledBits);
  }

  private long bitAt(long place) {
    return (words[origin + (int) (place >>> 6)] >>> place) & 1;
  }

  private static long increment(long hash) {
    return Long.rotateLeft(hash * STREAM, Integer.SIZE) | 1;
  }

  @Override
  public long[] words() {
    return words;
  }

  @Override
  public int origin() {
    return origin;
  }

  @Override
  public String flaw() {
    return null;
  }
}
