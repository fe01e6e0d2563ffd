package dev.sojourn.structures.filter;

/** Blocks of eight words in an array, for one writer; a key has one bit in each word of one. */
final class SectorBits implements Bits {
  /*
   * Implementation notes. The block comes from the high bits of the hash, the places within it
   * from the upper 48 bits of a second product, six for each word, so that keys which share a
   * block do not share places. The eight words lie in one line, and their loads do not wait for each
   * other. A query branches once within them, after the half that nine in ten absent keys
   * fail: a test after each word would be mispredicted half the time, and without any each query
   * takes twice the instructions, so that fewer are under way while memory is waited for. The
   * processor takes shift counts modulo 64, and so does the language, so the places need no mask.
   *
   * A batch is asked twice. The first pass tests the first and the last word of each block, without
   * branches, so many cache misses are under way at once wherever a block straddles lines; the
   * second pass finishes those that remain, a quarter for absent keys, from the cache. Hashing
   * again is cheaper than a buffer that would have to be allocated or shared between readers.
   */
  static final int WORDS = 8;

  private static final int BLOCK_SHIFT = 3;
  private static final long SECOND = 0x9e3779b97f4a7c15L;

  private final long[] words;
  private final int origin;
  private final long doubledBlocks;

  SectorBits(HeapWords words) {
    this.words = words.array();
    this.origin = words.origin();
    this.doubledBlocks = 2 * (words.size() / WORDS);
  }

  /** All places of a hash; their upper 48 bits count. */
  static long places(long hash) {
    return hash * SECOND;
  }

  /** The place in one word of the block, in the lowest six bits; the others are noise. */
  static long place(long places, int word) {
    return places >>> (16 + 6 * word);
  }

  @Override
  public boolean put(long hash) {
    int block = block(hash);
    long places = places(hash);
    long changed = 0;
    for (int i = 0; i < WORDS; i++) {
      long bit = 1L << place(places, i);
      long word = words[block + i];
      changed |= ~word & bit;
      words[block + i] = word | bit;
    }
    return changed != 0;
  }

  @Override
  public boolean mightContain(long hash) {
    return test(block(hash), places(hash));
  }

  private boolean test(int block, long places) {
    long[] w = words;
    long low =
        (w[block] >>> (places >>> 16))
            & (w[block + 1] >>> (places >>> 22))
            & (w[block + 2] >>> (places >>> 28))
            & (w[block + 3] >>> (places >>> 34));
    if ((low & 1) == 0) {
      return false;
    }
    long high =
        (w[block + 4] >>> (places >>> 40))
            & (w[block + 5] >>> (places >>> 46))
            & (w[block + 6] >>> (places >>> 52))
            & (w[block + 7] >>> (places >>> 58));
    return (high & 1) != 0;
  }

  @Override
  public long probe(long[] keys, int from, int length, long salt) {
    long candidates = 0;
    for (int i = 0; i < length; i++) {
      long hash = KeyHash.of(keys[from + i], salt);
      int block = block(hash);
      long places = places(hash);
      long ends = (words[block] >>> (places >>> 16)) & (words[block + 7] >>> (places >>> 58));
      candidates |= (ends & 1) << i;
    }
    long found = 0;
    for (long left = candidates; left != 0; left &= left - 1) {
      int i = Long.numberOfTrailingZeros(left);
      long hash = KeyHash.of(keys[from + i], salt);
      found |= (test(block(hash), places(hash)) ? 1L : 0L) << i;
    }
    return found;
  }

  private int block(long hash) {
    return origin + ((int) Math.multiplyHigh(hash >>> 1, doubledBlocks) << BLOCK_SHIFT);
  }

  @Override
  public Words words() {
    return new HeapWords(words, origin);
  }

  /** A key sets a bit in every word of its block, so a block is touched wholly or not at all. */
  static String flaw(Words words) {
    for (long block = 0; block < words.size(); block += WORDS) {
      int used = 0;
      for (int i = 0; i < WORDS; i++) {
        used += words.get(block + i) == 0 ? 0 : 1;
      }
      if (used != 0 && used != WORDS) {
        return "block " + block / WORDS + " has bits in " + used + " of 8 words";
      }
    }
    return null;
  }
}
