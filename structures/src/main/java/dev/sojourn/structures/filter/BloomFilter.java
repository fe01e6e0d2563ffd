package dev.sojourn.structures.filter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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
 * #expectedFalsePositiveRate}, {@link #stats}, {@link #clear}, {@link #putAll}, {@link #verify}:
 * one pass over the bits.
 *
 * <p><b>Space.</b> About 10.1 bits for each expected key at a rate of 1 % (9.6 in the classic
 * layout); {@link #plan} tells exactly. More than 2<sup>31</sup> bits are fine, up to
 * 2<sup>31</sup> words, on the heap or {@link BloomBuilder#offHeap off it}.
 *
 * <p><b>Error.</b> A key that was put is always reported. One that was not is reported with the
 * probability that {@link #plan} predicts once as many different keys as expected were put, more
 * often beyond: nothing stops at the expected number. {@link #isSaturated} tells, {@link
 * BloomBuilder#onSaturation} calls.
 *
 * <p><b>Threads.</b> One thread may write, and then no other may read or write. Without a writer
 * any number may read, once the filter was published safely. A filter built {@link
 * BloomBuilder#concurrent concurrent} takes any number of writers and readers at once, without
 * locks: who learns of a key after its {@code put} returned (by any happens-before edge) finds it.
 * Writers that put one new key at once may each be told that it is new, since each set some bits.
 * {@link #clear} needs the filter for itself in either mode, and what counts bits while others put
 * counts some of theirs.
 *
 * <p><b>Nulls</b> are refused. The three kinds of key are apart: a {@code long}, a text and a
 * string of bytes are different keys even where their bytes agree. An {@code int} is the {@code
 * long} of its value; texts of equal characters are one key whatever their classes, and so are
 * equal bytes in an array and in a buffer.
 *
 * <p><b>Prefer instead</b> {@link java.util.HashSet} while the keys fit in memory, {@link
 * CountingBloomFilter} when keys must be removed, {@link ScalableBloomFilter} when nobody knows how
 * many there will be. Strangers who choose the keys can fill a filter whose seed they know: give it
 * a secret one.
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
   * The alarm is null unless someone listens: then alone do changes have to be counted.
   */

  /** This object, its plan and its bits, but for the array: 64-bit HotSpot, default layout. */
  static final long OBJECT_BYTES = 40 + 56 + 32;

  private static final int GROUP = Long.SIZE;

  private final BloomPlan plan;
  private final long seed;
  private final long salt;
  private final Bits bits;
  private final SaturationAlarm alarm;

  BloomFilter(BloomPlan plan, long seed) {
    this(plan, seed, HeapWords.allocate(plan.bits() / Long.SIZE), null);
  }

  BloomFilter(BloomPlan plan, long seed, Words words, SaturationAlarm alarm) {
    this.plan = plan;
    this.seed = seed;
    this.salt = KeyHash.salt(seed);
    this.bits = plan.layout().model().over(words, plan.hashes());
    this.alarm = alarm;
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
   * @return true when this call changed the filter: the key is new, or other threads are putting it
   *     too and have not returned yet. False may mean either
   */
  public boolean put(long key) {
    return putHash(KeyHash.of(key, salt));
  }

  /**
   * Adds a text.
   *
   * @param key the text, hashed by its UTF-16 code units
   * @return true when this call changed the filter: the key is new, or other threads are putting it
   *     too and have not returned yet. False may mean either
   */
  public boolean put(CharSequence key) {
    return putHash(KeyHash.of(key, salt));
  }

  /**
   * Adds a string of bytes.
   *
   * @param key the bytes
   * @return true when this call changed the filter: the key is new, or other threads are putting it
   *     too and have not returned yet. False may mean either
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
   * @return true when this call changed the filter: the key is new, or other threads are putting it
   *     too and have not returned yet. False may mean either
   */
  public boolean put(byte[] array, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, array.length);
    return putHash(KeyHash.of(array, offset, length, salt));
  }

  /**
   * Adds a string of bytes that is what remains of a buffer. The buffer is left as it is.
   *
   * @param key the bytes from position to limit
   * @return true when this call changed the filter: the key is new, or other threads are putting it
   *     too and have not returned yet. False may mean either
   */
  public boolean put(ByteBuffer key) {
    return putHash(KeyHash.of(key, salt));
  }

  /**
   * Adds a key that was hashed already. The hash is used as it is, without the seed: all its 64
   * bits must be well mixed, or the error is not the planned one.
   *
   * @param hash the hash of the key
   * @return true when this call changed the filter: the key is new, or other threads are putting it
   *     too and have not returned yet. False may mean either
   */
  public boolean putHash(long hash) {
    boolean changed = bits instanceof SectorBits sectors ? sectors.put(hash) : bits.put(hash);
    if (changed && alarm != null) {
      alarm.count(this);
    }
    return changed;
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

  /**
   * Asks for a string of bytes that is what remains of a buffer. The buffer is left as it is.
   *
   * @param key the bytes from position to limit
   * @return false when it was certainly never put
   */
  public boolean mightContain(ByteBuffer key) {
    return mightContainHash(KeyHash.of(key, salt));
  }

  /**
   * Asks for a key that was hashed already, as {@link #putHash} takes it.
   *
   * @param hash the hash of the key
   * @return false when it was certainly never put
   */
  public boolean mightContainHash(long hash) {
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
    checkCompatible(other);
    bits.words().orAll(other.bits.words());
    if (alarm != null) {
      alarm.recount(this);
    }
  }

  private void checkCompatible(BloomFilter other) {
    if (!isCompatible(other)) {
      throw new IllegalArgumentException(
          "filters must agree in layout, bits, hashes and seed; this is "
              + describe()
              + ", the other "
              + other.describe());
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

  long seed() {
    return seed;
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
    bits.words().clear();
    if (alarm != null) {
      alarm.reset();
    }
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
    return bits.words().bitCount();
  }

  /**
   * Estimates from the bits how many different keys were put.
   *
   * @return the estimate, or {@link Long#MAX_VALUE} when every bit is set and nothing can be told
   */
  public long approximateSize() {
    return rounded(keysFrom(bitCount()));
  }

  /**
   * Estimates how many different keys this filter and another hold together.
   *
   * @param other a filter {@link #isCompatible compatible} with this one
   * @return the estimate, or {@link Long#MAX_VALUE} when every bit is set and nothing can be told
   * @throws IllegalArgumentException when the filters are not compatible
   */
  public long approximateUnionSize(BloomFilter other) {
    return rounded(keysInUnion(other));
  }

  /**
   * Estimates how many keys this filter and another have in common: what the two hold each, less
   * what they hold together. Its error is that of the three estimates added up, so a small
   * intersection of large sets drowns in it.
   *
   * @param other a filter {@link #isCompatible compatible} with this one
   * @return the estimate, or {@link Long#MAX_VALUE} when every bit of the union is set and nothing
   *     can be told
   * @throws IllegalArgumentException when the filters are not compatible
   */
  public long approximateIntersectionSize(BloomFilter other) {
    double together = keysInUnion(other);
    return Double.isInfinite(together)
        ? Long.MAX_VALUE
        : rounded(Math.max(0, keysFrom(bitCount()) + keysFrom(other.bitCount()) - together));
  }

  private double keysInUnion(BloomFilter other) {
    checkCompatible(other);
    return keysFrom(bits.words().bitCountWith(other.bits.words()));
  }

  private double keysFrom(long ones) {
    double taken = (double) ones / plan.bits();
    return -Math.log1p(-taken) * plan.bits() / plan.hashes();
  }

  private static long rounded(double keys) {
    return Double.isInfinite(keys) ? Long.MAX_VALUE : Math.round(keys);
  }

  /**
   * Tells whether more keys were put than expected, as far as {@link #approximateSize} can tell:
   * from here on the error exceeds the plan. A filter that holds about as many as expected may
   * answer either way.
   *
   * @return true when the filter is too full
   */
  public boolean isSaturated() {
    return approximateSize() > plan.expectedKeys();
  }

  /**
   * Tells how often a key never put would be reported as the filter now stands: more than planned
   * when it holds more keys than expected.
   *
   * @return the probability
   */
  public double expectedFalsePositiveRate() {
    return falsePositiveRate(keysFrom(bitCount()));
  }

  /**
   * What the bits of a moment tell.
   *
   * @param fill the part of the bits that is set, from 0 to 1
   * @param approximateSize as {@link BloomFilter#approximateSize} estimates it
   * @param expectedFalsePositiveRate as {@link BloomFilter#expectedFalsePositiveRate} does
   */
  public record Stats(double fill, long approximateSize, double expectedFalsePositiveRate) {}

  /**
   * Tells what the bits tell, all of it from one pass over them.
   *
   * @return as it is now
   */
  public Stats stats() {
    long ones = bitCount();
    double keys = keysFrom(ones);
    return new Stats((double) ones / plan.bits(), rounded(keys), falsePositiveRate(keys));
  }

  private double falsePositiveRate(double keys) {
    return Double.isInfinite(keys)
        ? 1
        : plan.layout().model().falsePositiveRate(keys, plan.bits(), plan.hashes());
  }

  /**
   * Saves the filter: a header, the bits and two checksums, byte by byte as the page of the library
   * describes them. The same keys, plan and seed give the same bytes wherever the bits lie. The
   * stream is neither flushed nor closed, so more may follow. Of a key that another thread puts
   * meanwhile some bits may be missing.
   *
   * @param out receives {@code 48 + bits / 8} bytes, in pieces of 64 KiB; it needs no buffer
   * @throws IOException when the stream does
   */
  public void writeTo(OutputStream out) throws IOException {
    SavedBloom.write(this, out);
  }

  /**
   * Reads a filter that {@link #writeTo} saved, onto the heap and for one writer. To have it in
   * another place, build one from equal parts there and {@link #putAll} this one. The stream may
   * come from a stranger: nothing is allocated for bytes that were only announced, at most twice
   * those that came and a mebibyte are, and nothing beyond the end of the filter is read. The
   * checksums find damage, not malice.
   *
   * @param in the stream, which needs no buffer for the bits
   * @param maxBytes the most that the filter may hold, as {@link #footprintBytes} counts it
   * @return the filter
   * @throws java.io.EOFException when the stream ends early
   * @throws java.io.StreamCorruptedException when it holds no filter, one of a later version, one
   *     that was damaged or one that is too large
   * @throws IOException when the stream throws it
   */
  public static BloomFilter readFrom(InputStream in, long maxBytes) throws IOException {
    return SavedBloom.read(in, maxBytes);
  }

  /**
   * Tells how much memory this filter holds, on a 64-bit HotSpot with its default object layout.
   * Off the heap the bits are counted, and not the few buffer objects that lead to them.
   *
   * @return bytes, headers and padding included
   */
  public long footprintBytes() {
    return plan.bytes();
  }

  /**
   * Checks every invariant and changes nothing, while nobody puts. One pass over the bits. Any bits
   * make a lawful filter of the classic layout, so there only their number can be wrong, and only a
   * filter with a listener {@link BloomBuilder#onSaturation to saturation} has counted its keys.
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    Words words = bits.words();
    if (words.size() != plan.bits() / Long.SIZE) {
      return Optional.of("there are " + words.size() + " words for " + plan.bits() + " bits");
    }
    return Optional.ofNullable(words.strayBit())
        .or(() -> Optional.ofNullable(plan.layout().model().flaw(words)))
        .or(() -> Optional.ofNullable(alarm == null ? null : alarm.flaw(this)));
  }
}
