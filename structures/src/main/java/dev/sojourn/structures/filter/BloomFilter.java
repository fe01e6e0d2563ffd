package dev.sojourn.structures.filter;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A set that remembers keys in a few bits each: it never forgets a key that was put, and reports
 * one that was not with a small, chosen probability.
 *
 * <p><b>Costs.</b> {@code put}, {@code mightContain}: O(1) for a {@code long}, O(length) for text
 * and bytes; one cache line where blocks are aligned in the {@link Layout#SECTORISED_512} layout,
 * up to one for each hash in the {@link Layout#CLASSIC} one; no allocation. The batch form overlaps
 * its cache misses. {@link #bitCount}, {@link #approximateSize}, {@link
 * #expectedFalsePositiveRate}, {@link #clear}, {@link #putAll}, {@link #verify}: one pass over the
 * bits.
 *
 * <p><b>Space.</b> About 10.1 bits for each expected key at a rate of 1 % (9.6 in the classic
 * layout); {@link #plan} tells exactly. More than 2<sup>31</sup> bits are fine, up to an array of
 * 2<sup>31</sup> words.
 *
 * <p><b>Error.</b> A key that was put is always reported. One that was not is reported with the
 * probability that {@link #plan} predicts once as many different keys as expected were put, more
 * often beyond: nothing stops at the expected number.
 *
 * <p><b>Threads.</b> One thread may write, and then no other may read or write. Without a writer
 * any number may read, once the filter was published safely.
 *
 * <p><b>Nulls</b> are refused. The three kinds of key are apart: a {@code long}, a text and an
 * array are different keys even where their bytes agree; texts of equal characters are one key
 * whatever their classes.
 *
 * <p><b>Prefer instead</b> {@link java.util.HashSet} while the keys fit in memory. Strangers who
 * choose the keys can fill a filter whose seed they know: give it a secret one.
 *
 * <p><b>Source.</b> Bloom 1970; blocks after Putze, Sanders and Singler 2007; one bit in each word
 * of a block after Lang, Neumann, Kemper and Boncz, PVLDB 2019. The size comes from the
 * distribution of the load of a block and not from its mean, which would promise too much.
 *
 * @see <a href="https://doi.org/10.1145/362686.362692">Bloom 1970</a>
 * @see <a href="https://doi.org/10.14778/3303753.3303757">Lang, Neumann, Kemper and Boncz 2019</a>
 */
public final class BloomFilter {
  /*
   * Implementation notes. The default layout is asked for by its own final class before the
   * interface is called, so that its queries are inlined even in a program that uses both layouts.
   */

  /** This object, its plan and its bits, but for the array: 64-bit HotSpot, default layout. */
  static final long OBJECT_BYTES = 40 + 56 + 32;

  private static final int GROUP = Long.SIZE;

  private final BloomPlan plan;
  private final long seed;
  private final long salt;
  private final Bits bits;

  BloomFilter(BloomPlan plan, long seed) {
    this.plan = plan;
    this.seed = seed;
    this.salt = KeyHash.salt(seed);
    this.bits = plan.layout().model().allocate(plan.bits(), plan.hashes());
  }

  /**
   * Starts describing a filter.
   *
   * @return a builder with the default layout
   */
  public static BloomBuilder builder() {
    return new BloomBuilder();
  }

  /**
   * Works out what a filter would cost, allocating nothing.
   *
   * @param expectedKeys how many different keys it should hold
   * @param falsePositiveRate how often a key never put may be reported
   * @param layout where the bits of a key lie
   * @return the smallest filter that keeps the rate
   * @throws IllegalArgumentException when an argument makes no sense or no filter is large enough
   */
  public static BloomPlan plan(long expectedKeys, double falsePositiveRate, Layout layout) {
    return builder()
        .expectedKeys(expectedKeys)
        .falsePositiveRate(falsePositiveRate)
        .layout(layout)
        .plan();
  }

  /**
   * Adds a number.
   *
   * @param key the number
   * @return true when the filter changed: the key is certainly new. False may mean either
   */
  public boolean put(long key) {
    return putHash(KeyHash.of(key, salt));
  }

  /**
   * Adds a text.
   *
   * @param key the text, hashed by its UTF-16 code units
   * @return true when the filter changed: the key is certainly new. False may mean either
   */
  public boolean put(CharSequence key) {
    return putHash(KeyHash.of(key, salt));
  }

  /**
   * Adds a string of bytes.
   *
   * @param key the bytes
   * @return true when the filter changed: the key is certainly new. False may mean either
   */
  public boolean put(byte[] key) {
    return putHash(KeyHash.of(key, 0, key.length, salt));
  }

  /**
   * Adds a string of bytes that is part of an array.
   *
   * @param array the array
   * @param offset where the key begins
   * @param length how long it is
   * @return true when the filter changed: the key is certainly new. False may mean either
   */
  public boolean put(byte[] array, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, array.length);
    return putHash(KeyHash.of(array, offset, length, salt));
  }

  private boolean putHash(long hash) {
    return bits instanceof SectorBits sectors ? sectors.put(hash) : bits.put(hash);
  }

  /**
   * Asks for a number.
   *
   * @param key the number
   * @return false when it was certainly never put
   */
  public boolean mightContain(long key) {
    return mightContainHash(KeyHash.of(key, salt));
  }

  /**
   * Asks for a text.
   *
   * @param key the text
   * @return false when it was certainly never put
   */
  public boolean mightContain(CharSequence key) {
    return mightContainHash(KeyHash.of(key, salt));
  }

  /**
   * Asks for a string of bytes.
   *
   * @param key the bytes
   * @return false when it was certainly never put
   */
  public boolean mightContain(byte[] key) {
    return mightContainHash(KeyHash.of(key, 0, key.length, salt));
  }

  /**
   * Asks for a string of bytes that is part of an array.
   *
   * @param array the array
   * @param offset where the key begins
   * @param length how long it is
   * @return false when it was certainly never put
   */
  public boolean mightContain(byte[] array, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, array.length);
    return mightContainHash(KeyHash.of(array, offset, length, salt));
  }

  private boolean mightContainHash(long hash) {
    return bits instanceof SectorBits sectors
        ? sectors.mightContain(hash)
        : bits.mightContain(hash);
  }

  /**
   * Asks for many numbers at once, so that their cache misses overlap. Bit {@code i % 64} of {@code
   * outBits[i / 64]} is set when {@code keys[offset + i]} might be contained. Words are written
   * whole: the bits beyond the last key are cleared, and the words beyond it left alone.
   *
   * @param keys the numbers
   * @param offset the first of them
   * @param length how many
   * @param outBits receives a bit for each, in {@code (length + 63) / 64} words
   * @return how many might be contained
   */
  public int mightContain(long[] keys, int offset, int length, long[] outBits) {
    Objects.checkFromIndexSize(offset, length, keys.length);
    checkRoom(length, outBits.length);
    int hits = 0;
    int word = 0;
    for (int left = length; left > 0; left -= GROUP) {
      long found = probe(keys, offset + length - left, Math.min(left, GROUP));
      outBits[word++] = found;
      hits += Long.bitCount(found);
    }
    return hits;
  }

  private long probe(long[] keys, int from, int length) {
    return bits instanceof SectorBits sectors
        ? sectors.probe(keys, from, length, salt)
        : bits.probe(keys, from, length, salt);
  }

  private static void checkRoom(int length, int words) {
    int needed = (int) (((long) length + GROUP - 1) / GROUP);
    if (words < needed) {
      throw new IllegalArgumentException(
          "outBits must have " + needed + " words for " + length + " keys, has " + words);
    }
  }

  /**
   * Adds every key of another filter.
   *
   * @param other a filter {@link #isCompatible compatible} with this one
   * @throws IllegalArgumentException when it is not; nothing has changed then
   */
  public void putAll(BloomFilter other) {
    if (!isCompatible(other)) {
      throw new IllegalArgumentException(
          "filters must agree in layout, bits, hashes and seed; this is "
              + describe()
              + ", the other "
              + other.describe());
    }
    long[] mine = bits.words();
    long[] theirs = other.bits.words();
    for (int i = 0; i < mine.length; i++) {
      mine[i] |= theirs[i];
    }
  }

  /**
   * Tells whether the bits of two filters mean the same.
   *
   * @param other another filter
   * @return true when layout, bits, hashes and seed agree
   */
  public boolean isCompatible(BloomFilter other) {
    return plan.layout() == other.plan.layout()
        && plan.bits() == other.plan.bits()
        && plan.hashes() == other.plan.hashes()
        && seed == other.seed;
  }

  Bits bits() {
    return bits;
  }

  private String describe() {
    return plan.layout()
        + " of "
        + plan.bits()
        + " bits, "
        + plan.hashes()
        + " hashes, seed "
        + seed;
  }

  /** Forgets every key. */
  public void clear() {
    Arrays.fill(bits.words(), 0);
  }

  /**
   * Tells what this filter was built for.
   *
   * @return the plan
   */
  public BloomPlan plan() {
    return plan;
  }

  /**
   * Counts the bits that are set.
   *
   * @return the number of ones
   */
  public long bitCount() {
    long count = 0;
    for (long word : bits.words()) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /**
   * Estimates from the bits how many different keys were put.
   *
   * @return the estimate, or {@link Long#MAX_VALUE} when every bit is set and nothing can be told
   */
  public long approximateSize() {
    double keys = estimateKeys();
    return Double.isInfinite(keys) ? Long.MAX_VALUE : Math.round(keys);
  }

  private double estimateKeys() {
    double taken = (double) bitCount() / plan.bits();
    return -Math.log1p(-taken) * plan.bits() / plan.hashes();
  }

  /**
   * Tells how often a key never put would be reported as the filter now stands: more than planned
   * when it holds more keys than expected.
   *
   * @return the probability
   */
  public double expectedFalsePositiveRate() {
    double keys = estimateKeys();
    return Double.isInfinite(keys)
        ? 1
        : plan.layout().model().falsePositiveRate(keys, plan.bits(), plan.hashes());
  }

  /**
   * Tells how much heap this filter holds, on a 64-bit HotSpot with its default object layout.
   *
   * @return bytes, headers and padding included
   */
  public long footprintBytes() {
    return plan.bytes();
  }

  /**
   * Checks every invariant and changes nothing. One pass over the bits.
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    long[] words = bits.words();
    if (words.length - bits.origin() != plan.bits() / Long.SIZE) {
      return Optional.of("the array has " + words.length + " words for " + plan.bits() + " bits");
    }
    for (int i = 0; i < bits.origin(); i++) {
      if (words[i] != 0) {
        return Optional.of("word " + i + " before the first block is not zero");
      }
    }
    return Optional.ofNullable(bits.flaw());
  }
}
