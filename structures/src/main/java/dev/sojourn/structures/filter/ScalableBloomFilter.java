package dev.sojourn.structures.filter;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A {@link BloomFilter} for an unknown number of keys: a series of filters, each twice as large as
 * the one before and stricter, so that the error of all together stays below a bound however many
 * keys come.
 *
 * <p><b>Costs.</b> {@code put}, {@code mightContain}: a query of each filter of the series, whose
 * number is the logarithm of the growth: O(log(keys / initialKeys)). A {@code put} that finds the
 * last filter full allocates the next one; nothing else allocates. {@link
 * #expectedFalsePositiveRate}, {@link #clear}, {@link #verify}: one pass over the bits.
 *
 * <p><b>Space.</b> The last filter may be nearly empty, and stricter filters need more bits:
 * between one and a half and four times a {@link BloomFilter} that was told the number of keys, the
 * worst just after growing.
 *
 * <p><b>Error.</b> A key that was put is always reported. One that was not is reported with at most
 * the rate asked for: the rates of the series are a geometric one that adds up to it, a quarter of
 * it for the first filter and three quarters of its predecessor's for each further one.
 *
 * <p><b>Threads.</b> One thread may write, and then no other may read or write. Without a writer
 * any number may read, once the filter was published safely.
 *
 * <p><b>Nulls</b> are refused. Keys are as those of {@link BloomFilter}.
 *
 * <p><b>Prefer instead</b> {@link BloomFilter} when the number of keys is known even roughly: a
 * query then touches one filter and not several.
 *
 * <p><b>Source.</b> Almeida, Baquero, Preguica and Hutchison, <i>Scalable Bloom filters</i>,
 * Information Processing Letters 2007.
 *
 * @see <a href="https://doi.org/10.1016/j.ipl.2006.10.007">Almeida, Baquero, Preguica and Hutchison
 *     2007</a>
 */
public final class ScalableBloomFilter {
  /*
   * Implementation notes. A filter is full when as many keys were added as it was planned for; only
   * keys that no filter reports are added, so a repeated key takes no room. All filters see the
   * same hash: the bound is a sum and asks for no independence. The last filter is asked first, as
   * it holds the most.
   */
  private static final double TIGHTENING = 0.75;
  private static final double MIN_BOUND = 1e-6;
  private static final long OBJECT_BYTES = 56;
  private static final int REFERENCES = 8;

  private final long initialKeys;
  private final double falsePositiveRate;
  private final long seed;
  private final long salt;
  private BloomFilter[] filters = new BloomFilter[REFERENCES];
  private int count;
  private long room;

  private ScalableBloomFilter(long initialKeys, double falsePositiveRate, long seed) {
    this.initialKeys = initialKeys;
    this.falsePositiveRate = falsePositiveRate;
    this.seed = seed;
    this.salt = KeyHash.salt(seed);
    grow();
  }

  /**
   * Makes an empty filter.
   *
   * @param initialKeys for how many keys the first of the series is made
   * @param falsePositiveRate how often a key never put may be reported, however many were
   * @return an empty filter
   * @throws IllegalArgumentException when an argument makes no sense
   */
  public static ScalableBloomFilter ofInitialKeys(long initialKeys, double falsePositiveRate) {
    return ofInitialKeys(initialKeys, falsePositiveRate, BloomBuilder.DEFAULT_SEED);
  }

  /**
   * Makes an empty filter.
   *
   * @param initialKeys for how many keys the first of the series is made
   * @param falsePositiveRate how often a key never put may be reported, however many were
   * @param seed what the hashes start from
   * @return an empty filter
   * @throws IllegalArgumentException when an argument makes no sense
   */
  public static ScalableBloomFilter ofInitialKeys(
      long initialKeys, double falsePositiveRate, long seed) {
    if (initialKeys <= 0) {
      throw new IllegalArgumentException(
          "initialKeys must be positive, was " + initialKeys + "; try 1000");
    }
    return new ScalableBloomFilter(initialKeys, checkBound(falsePositiveRate), seed);
  }

  /** Low enough to be a rate and high enough for some nineteen filters to share it. */
  private static double checkBound(double rate) {
    if (!(rate >= MIN_BOUND && rate < 1)) {
      throw new IllegalArgumentException(
          "falsePositiveRate must be from "
              + MIN_BOUND
              + " to below 1, was "
              + rate
              + "; try 0.01");
    }
    return rate;
  }

  private void grow() {
    BloomFilter next = new BloomFilter(nextPlan(), seed);
    if (count == filters.length) {
      filters = Arrays.copyOf(filters, 2 * count);
    }
    filters[count++] = next;
    room = next.plan().expectedKeys();
  }

  /** Long before the number of keys could overflow, no filter can hold as many. */
  private BloomPlan nextPlan() {
    double rate = falsePositiveRate * (1 - TIGHTENING) * Math.pow(TIGHTENING, count);
    double possible = Math.max(rate, BloomPlan.MIN_FALSE_POSITIVE_RATE);
    return BloomFilter.plan(initialKeys << count, possible, Layout.SECTORISED_512);
  }

  /**
   * Adds a number.
   *
   * @param key the number
   * @return true when it is certainly new. False may mean either
   */
  public boolean put(long key) {
    return putHash(KeyHash.of(key, salt));
  }

  /**
   * Adds a text.
   *
   * @param key the text, hashed by its UTF-16 code units
   * @return true when it is certainly new. False may mean either
   */
  public boolean put(CharSequence key) {
    return putHash(KeyHash.of(key, salt));
  }

  /**
   * Adds a string of bytes.
   *
   * @param key the bytes
   * @return true when it is certainly new. False may mean either
   */
  public boolean put(byte[] key) {
    return putHash(KeyHash.of(key, 0, key.length, salt));
  }

  /**
   * Adds a string of bytes that is what remains of a buffer. The buffer is left as it is.
   *
   * @param key the bytes from position to limit
   * @return true when it is certainly new. False may mean either
   */
  public boolean put(ByteBuffer key) {
    return putHash(KeyHash.of(key, salt));
  }

  /**
   * Adds a key that was hashed already, to 64 well mixed bits; the seed is not used.
   *
   * @param hash the hash of the key
   * @return true when it is certainly new. False may mean either
   * @throws IllegalArgumentException when the series would need a filter larger than any can be;
   *     the key is not in then
   */
  public boolean putHash(long hash) {
    if (mightContainHash(hash)) {
      return false;
    }
    if (room == 0) {
      grow();
    }
    room--;
    return filters[count - 1].putHash(hash);
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
    for (int i = count - 1; i >= 0; i--) {
      if (filters[i].mightContainHash(hash)) {
        return true;
      }
    }
    return false;
  }

  /** Forgets every key and all filters but the first. */
  public void clear() {
    Arrays.fill(filters, 1, count, null);
    filters[0].clear();
    count = 1;
    room = initialKeys;
  }

  /**
   * Tells how many filters there are.
   *
   * @return one or more
   */
  public int filterCount() {
    return count;
  }

  /**
   * Tells how many keys were added: those put, less repetitions, and less the few that were
   * reported already when they came.
   *
   * @return the number of keys
   */
  public long approximateSize() {
    long keys = -room;
    for (int i = 0; i < count; i++) {
      keys += filters[i].plan().expectedKeys();
    }
    return keys;
  }

  /**
   * Tells what the error can be at most as the series now stands, when its last filter is full.
   *
   * @return the sum of the rates of its filters, at most the rate asked for
   */
  public double falsePositiveBound() {
    double bound = 0;
    for (int i = 0; i < count; i++) {
      bound += filters[i].plan().falsePositiveRate();
    }
    return bound;
  }

  /**
   * Tells how often a key never put would be reported as the series now stands.
   *
   * @return the probability
   */
  public double expectedFalsePositiveRate() {
    double allSilent = 1;
    for (int i = 0; i < count; i++) {
      allSilent *= 1 - filters[i].expectedFalsePositiveRate();
    }
    return 1 - allSilent;
  }

  /**
   * How the series of a moment stands.
   *
   * @param filters how many filters there are, each of which a query may touch
   * @param approximateSize as {@link ScalableBloomFilter#approximateSize} counts it
   * @param room how many more keys the last filter takes before another is made
   */
  public record Stats(int filters, long approximateSize, long room) {}

  /**
   * Tells how the series stands. O(number of filters), no bit is looked at.
   *
   * @return as it is now
   */
  public Stats stats() {
    return new Stats(count, approximateSize(), room);
  }

  /**
   * Tells how much heap this filter holds, on a 64-bit HotSpot with its default object layout.
   *
   * @return bytes, headers and padding included
   */
  public long footprintBytes() {
    long bytes = OBJECT_BYTES + 16 + 4L * filters.length;
    for (int i = 0; i < count; i++) {
      bytes += filters[i].footprintBytes();
    }
    return bytes;
  }

  /**
   * Checks every invariant and changes nothing. One pass over the bits.
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    if (room < 0 || room > filters[count - 1].plan().expectedKeys()) {
      return Optional.of("the last filter has room for " + room + " keys");
    }
    for (int i = 0; i < count; i++) {
      Optional<String> flaw = filters[i].verify();
      if (flaw.isPresent()) {
        return Optional.of("filter " + i + ": " + flaw.orElseThrow());
      }
    }
    return Optional.empty();
  }
}
