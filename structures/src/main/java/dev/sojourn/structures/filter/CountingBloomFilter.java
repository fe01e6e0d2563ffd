package dev.sojourn.structures.filter;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongToIntFunction;

/**
 * A {@link BloomFilter} that can forget: counters of four bits stand where it has bits, so a key
 * that was put can be removed.
 *
 * <p><b>Costs.</b> {@code put}, {@code remove}, {@code mightContain}: O(k) for a {@code long}, k =
 * 7 at a rate of 1 %, O(length) more for text and bytes; up to one cache line for each of the k; no
 * allocation. {@link #approximateSize}, {@link #expectedFalsePositiveRate}, {@link #stuckCounters},
 * {@link #clear}, {@link #verify}: one pass over the counters.
 *
 * <p><b>Space.</b> Four times a classic filter: about 38 bits for each expected key at 1 %.
 *
 * <p><b>Error.</b> That of the classic layout, over the keys that are in. A counter that reaches 15
 * stays there for good, because nobody knows any more how many keys share it: that costs a little
 * accuracy and never a key. <b>Remove only what was put, as often as it was put</b>: removing a key
 * that was never put, but is reported by accident, takes away what other keys need, and they may be
 * forgotten.
 *
 * <p><b>Threads.</b> One thread may write, and then no other may read or write. Without a writer
 * any number may read, once the filter was published safely.
 *
 * <p><b>Nulls</b> are refused. Keys are as those of {@link BloomFilter}.
 *
 * <p><b>Prefer instead</b> {@link BloomFilter} when nothing is ever removed, {@link
 * java.util.HashSet} while the keys fit in memory.
 *
 * <p><b>Source.</b> Fan, Cao, Almeida and Broder, <i>Summary cache</i>, SIGCOMM 1998, who show that
 * four bits suffice.
 *
 * @see <a href="https://doi.org/10.1109/90.851975">Fan, Cao, Almeida and Broder 2000</a>
 */
public final class CountingBloomFilter {
  /*
   * Implementation notes. Places are those of the classic layout. A key whose places coincide
   * raises their counter as often, and lowers it as often, so the two undo each other. Invariant: a
   * counter below 15 is the number of times that keys now in the filter have it as a place.
   */
  private static final int COUNTERS = 16;
  private static final int COUNTER_BITS = 4;
  private static final long STUCK = 15;
  private static final long LOW_BITS = 0x1111111111111111L;
  private static final long OBJECT_BYTES = 48 + 56;

  private final BloomPlan plan;
  private final long salt;
  private final long[] words;
  private final long doubled;
  private final int hashes;

  private CountingBloomFilter(BloomPlan plan, long seed) {
    this.plan = plan;
    this.salt = KeyHash.salt(seed);
    this.words = new long[Math.toIntExact(plan.bits() / COUNTERS)];
    this.doubled = 2 * plan.bits();
    this.hashes = plan.hashes();
  }

  /**
   * Makes the smallest empty filter that keeps a rate.
   *
   * @param expectedKeys how many different keys it should hold at a time
   * @param falsePositiveRate how often a key not in it may be reported then
   * @return an empty filter
   * @throws IllegalArgumentException when an argument makes no sense or no filter is large enough
   */
  public static CountingBloomFilter ofKeys(long expectedKeys, double falsePositiveRate) {
    return ofKeys(expectedKeys, falsePositiveRate, BloomBuilder.DEFAULT_SEED);
  }

  /**
   * Makes the smallest empty filter that keeps a rate.
   *
   * @param expectedKeys how many different keys it should hold at a time
   * @param falsePositiveRate how often a key not in it may be reported then
   * @param seed what the hashes start from
   * @return an empty filter
   * @throws IllegalArgumentException when an argument makes no sense or no filter is large enough
   */
  public static CountingBloomFilter ofKeys(long expectedKeys, double falsePositiveRate, long seed) {
    BloomPlan plan = BloomFilter.plan(expectedKeys, falsePositiveRate, Layout.CLASSIC);
    if (plan.bits() / COUNTERS > AlignedLongs.MAX_WORDS) {
      throw new IllegalArgumentException(
          "no counting filter can hold "
              + expectedKeys
              + " keys at rate "
              + falsePositiveRate
              + ": it would need "
              + plan.bits()
              + " counters; raise falsePositiveRate or split the keys over several filters");
    }
    return new CountingBloomFilter(plan, seed);
  }

  /**
   * Adds a number.
   *
   * @param key the number
   * @return true when it is certainly new. False may mean either; it is counted all the same
   */
  public boolean put(long key) {
    return putHash(KeyHash.of(key, salt));
  }

  /**
   * Adds a text.
   *
   * @param key the text, hashed by its UTF-16 code units
   * @return true when it is certainly new. False may mean either; it is counted all the same
   */
  public boolean put(CharSequence key) {
    return putHash(KeyHash.of(key, salt));
  }

  /**
   * Adds a string of bytes.
   *
   * @param key the bytes
   * @return true when it is certainly new. False may mean either; it is counted all the same
   */
  public boolean put(byte[] key) {
    return putHash(KeyHash.of(key, 0, key.length, salt));
  }

  /**
   * Adds a string of bytes that is what remains of a buffer. The buffer is left as it is.
   *
   * @param key the bytes from position to limit
   * @return true when it is certainly new. False may mean either; it is counted all the same
   */
  public boolean put(ByteBuffer key) {
    return putHash(KeyHash.of(key, salt));
  }

  /**
   * Adds a key that was hashed already, to 64 well mixed bits; the seed is not used.
   *
   * @param hash the hash of the key
   * @return true when it is certainly new. False may mean either; it is counted all the same
   */
  public boolean putHash(long hash) {
    long increment = Places.increment(hash);
    long state = hash;
    boolean isNew = false;
    for (int i = 0; i < hashes; i++) {
      isNew |= raise(Places.at(state, doubled)) == 0;
      state = Places.next(state, increment);
    }
    return isNew;
  }

  private long raise(long place) {
    long counter = counter(place);
    if (counter != STUCK) {
      words[word(place)] += 1L << shift(place);
    }
    return counter;
  }

  /**
   * Removes a number that was put.
   *
   * @param key the number
   * @return false when it was certainly not in, and nothing has changed
   */
  public boolean remove(long key) {
    return removeHash(KeyHash.of(key, salt));
  }

  /**
   * Removes a text that was put.
   *
   * @param key the text
   * @return false when it was certainly not in, and nothing has changed
   */
  public boolean remove(CharSequence key) {
    return removeHash(KeyHash.of(key, salt));
  }

  /**
   * Removes a string of bytes that was put.
   *
   * @param key the bytes
   * @return false when it was certainly not in, and nothing has changed
   */
  public boolean remove(byte[] key) {
    return removeHash(KeyHash.of(key, 0, key.length, salt));
  }

  /**
   * Removes a string of bytes that was put, what remains of a buffer. The buffer is left as it is.
   *
   * @param key the bytes from position to limit
   * @return false when it was certainly not in, and nothing has changed
   */
  public boolean remove(ByteBuffer key) {
    return removeHash(KeyHash.of(key, salt));
  }

  /**
   * Removes a key that {@link #putHash} took.
   *
   * @param hash the hash of the key
   * @return false when it was certainly not in, and nothing has changed
   */
  public boolean removeHash(long hash) {
    if (!mightContainHash(hash)) {
      return false;
    }
    long increment = Places.increment(hash);
    long state = hash;
    for (int i = 0; i < hashes; i++) {
      lower(Places.at(state, doubled));
      state = Places.next(state, increment);
    }
    return true;
  }

  /** A key that was never put may have one place twice and find it at one. */
  private void lower(long place) {
    long counter = counter(place);
    if (counter != 0 && counter != STUCK) {
      words[word(place)] -= 1L << shift(place);
    }
  }

  /**
   * Asks for a number.
   *
   * @param key the number
   * @return false when it is certainly not in
   */
  public boolean mightContain(long key) {
    return mightContainHash(KeyHash.of(key, salt));
  }

  /**
   * Asks for a text.
   *
   * @param key the text
   * @return false when it is certainly not in
   */
  public boolean mightContain(CharSequence key) {
    return mightContainHash(KeyHash.of(key, salt));
  }

  /**
   * Asks for a string of bytes.
   *
   * @param key the bytes
   * @return false when it is certainly not in
   */
  public boolean mightContain(byte[] key) {
    return mightContainHash(KeyHash.of(key, 0, key.length, salt));
  }

  /**
   * Asks for a string of bytes that is what remains of a buffer. The buffer is left as it is.
   *
   * @param key the bytes from position to limit
   * @return false when it is certainly not in
   */
  public boolean mightContain(ByteBuffer key) {
    return mightContainHash(KeyHash.of(key, salt));
  }

  /**
   * Asks for a key that was hashed already, as {@link #putHash} takes it.
   *
   * @param hash the hash of the key
   * @return false when it is certainly not in
   */
  public boolean mightContainHash(long hash) {
    long increment = Places.increment(hash);
    long state = hash;
    for (int i = 0; i < hashes; i++) {
      if (counter(Places.at(state, doubled)) == 0) {
        return false;
      }
      state = Places.next(state, increment);
    }
    return true;
  }

  private long counter(long place) {
    return (words[word(place)] >>> shift(place)) & STUCK;
  }

  private static int word(long place) {
    return (int) (place >>> 4);
  }

  private static int shift(long place) {
    return (int) (place & 15) << 2;
  }

  long[] words() {
    return words;
  }

  /** Forgets every key, and frees the counters that were stuck. */
  public void clear() {
    Arrays.fill(words, 0);
  }

  /**
   * Tells what this filter was built for: the plan of the classic filter that has a bit for each of
   * its counters. Its {@code bytes} are that filter's; ask {@link #footprintBytes} for those here.
   *
   * @return the plan
   */
  public BloomPlan plan() {
    return plan;
  }

  /**
   * Estimates from the counters how many different keys are in.
   *
   * @return the estimate, or {@link Long#MAX_VALUE} when no counter is zero and nothing can be told
   */
  public long approximateSize() {
    double keys = estimateKeys();
    return Double.isInfinite(keys) ? Long.MAX_VALUE : Math.round(keys);
  }

  private double estimateKeys() {
    double taken = (double) countersIn(CountingBloomFilter::usedIn) / plan.bits();
    return -Math.log1p(-taken) * plan.bits() / hashes;
  }

  /**
   * Tells how often a key that is not in would be reported as the filter now stands.
   *
   * @return the probability
   */
  public double expectedFalsePositiveRate() {
    double keys = estimateKeys();
    return Double.isInfinite(keys)
        ? 1
        : ClassicModel.INSTANCE.falsePositiveRate(keys, plan.bits(), hashes);
  }

  /**
   * Tells whether more keys are in than expected, as far as {@link #approximateSize} can tell.
   *
   * @return true when the filter is too full
   */
  public boolean isSaturated() {
    return approximateSize() > plan.expectedKeys();
  }

  /**
   * Counts the counters that reached 15 and cannot be lowered any more.
   *
   * @return how many; {@link #clear} alone frees them
   */
  public long stuckCounters() {
    return countersIn(CountingBloomFilter::stuckIn);
  }

  private long countersIn(LongToIntFunction count) {
    long sum = 0;
    for (long word : words) {
      sum += count.applyAsInt(word);
    }
    return sum;
  }

  private static int usedIn(long word) {
    long pairs = word | (word >>> 1);
    return Long.bitCount((pairs | (pairs >>> 2)) & LOW_BITS);
  }

  private static int stuckIn(long word) {
    long pairs = word & (word >>> 1);
    return Long.bitCount(pairs & (pairs >>> 2) & LOW_BITS);
  }

  /**
   * Tells how much heap this filter holds, on a 64-bit HotSpot with its default object layout.
   *
   * @return bytes, headers and padding included
   */
  public long footprintBytes() {
    return OBJECT_BYTES + 16 + (long) words.length * Long.BYTES;
  }

  /**
   * Checks that the counters can be those of whole keys, and changes nothing: unless some are
   * stuck, their sum is a multiple of k. One pass over the counters.
   *
   * @return what is broken, or empty when all is well
   */
  public Optional<String> verify() {
    long sum = countersIn(CountingBloomFilter::sumIn);
    return stuckCounters() == 0 && sum % hashes != 0
        ? Optional.of("the counters add up to " + sum + ", no multiple of " + hashes)
        : Optional.empty();
  }

  private static int sumIn(long word) {
    long bytes = (word & 0x0f0f0f0f0f0f0f0fL) + ((word >>> COUNTER_BITS) & 0x0f0f0f0f0f0f0f0fL);
    return (int) ((bytes * 0x0101010101010101L) >>> 56);
  }
}
