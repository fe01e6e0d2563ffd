package dev.sojourn.structures.filter;

/** Blocks of eight words; a key has one bit in each word of one block. */
final class SectorBits implements Bits {
  /*
   * Implementation notes. The block comes from the high bits of the hash, the places within it
   * from the upper 48 bits of a second product, six for each word, so that keys which share a
   * block do not share places. A query reads all eight words and branches once: the words lie in
   * one line, the loads do not wait for each other, and a test after each would be mispredicted
   * half the time. The processor takes shift counts modulo 64, and so does the language, so the
   * places need no mask.
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

  SectorBits(long bits) {
    long count = bits / Long.SIZE;
    this.words = AlignedLongs.allocate(count);
    this.origin = AlignedLongs.origin(count);
    this.doubledBlocks = 2 * (count / WORDS);
  }

  @Override
  public boolean put(long hash) {
    int block = block(hash);
    long places = hash * SECOND;
    long changed = 0;
    for (int i = 0; i < WORDS; i++) {
      long bit = 1L << (places >>> (16 + 6 * i));
      long word = words[block + i];
      changed |= ~word & bit;
      words[block + i] = word | bit;
    }
    return changed != 0;
  }

  @Override
  public boolean mightContain(long hash) {
    return (test(block(hash), hash * SECOND) & 1) != 0;
  }

  /** All eight tests, folded into the lowest bit; the others are noise. */
  private long test(int block, long places) {
    long[] w = words;
    long low =
        (w[block] >>> (places >>> 16))
            & (w[block + 1] >>> (places >>> 22))
            & (w[block + 2] >>> (places >>> 28))
            & (w[block + 3] >>> (places >>> 34));
    long high =
        (w[block + 4] >>> (places >>> 40))
            & (w[block + 5] >>> (places >>> 46))
            & (w[block + 6] >>> (places >>> 52))
            & (w[block + 7] >>> (places >>> 58));
    return low & high;
  }

  @Override
  public long probe(long[] keys, int from, int length, long salt) {
    long candidates = 0;
    for (int i = 0; i < length; i++) {
      long hash = KeyHash.of(keys[from + i], salt);
      int block = block(hash);
      long places = hash * SECOND;
      long ends = (words[block] >>> (places >>> 16)) & (words[block + 7] >>> (places >>> 58));
      candidates |= (ends & 1) << i;
    }
    long found = 0;
    for (long left = candidates; left != 0; left &= left - 1) {
      int i = Long.numberOfTrailingZeros(left);
      long hash = KeyHash.of(keys[from + i], salt);
      found |= (test(block(hash), hash * SECOND) & 1) << i;
    }
    return found;
  }

  private int block(long hash) {
    return origin + ((int) Math.multiplyHigh(hash >>> 1, doubledBlocks) << BLOCK_SHIFT);
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
    for (int block = origin; block < words.length; block += WORDS) {
      int used = 0;
      for (int i = 0; i < WORDS; i++) {
        used += words[block + i] == 0 ? 0 : 1;
      }
      if (used != 0 && used != WORDS) {
        return "block " + (block - origin) / WORDS + " has bits in " + used + " of 8 words";
      }
    }
    return null;
  }
}
