package dev.sojourn.structures.filter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The Bloom filter of Apache Parquet, bit for bit: blocks of 256 bits, a key has one bit in each of
 * the eight lanes of 32 bits of one block.
 *
 * <p><b>Costs.</b> {@code put}, {@code mightContain}: O(1) for a number, O(length) for bytes; half
 * a cache line; no allocation. {@link #bitCount}, {@link #approximateSize}, {@link
 * #expectedFalsePositiveRate}, {@link #clear}, {@link #putAll}, {@link #verify}: one pass over the
 * bits.
 *
 * <p><b>Space.</b> About 10.5 bits for each expected key at a rate of 1 %, at most 2<sup>31</sup>
 * bytes: their number must fit an {@code i32}.
 *
 * <p><b>Error.</b> As of {@link BloomFilter}; sized by the distribution of the load of a block, and
 * so somewhat larger than by the formula of the Parquet page, which takes its mean.
 *
 * <p><b>Threads.</b> One thread may write, and then no other may read or write. Without a writer
 * any number may read, once the filter was published safely.
 *
 * <p><b>Keys</b> are hashed by XXH64 with seed 0 over the value in Parquet's plain encoding,
 * without the length that precedes a byte array: methods are named after the physical type, because
 * the same number is another key as an {@code INT32} than as an {@code INT64}. A {@code FLOAT} or
 * {@code DOUBLE} is put as the {@code INT32} or {@code INT64} of its raw bits, a string as its
 * bytes in UTF-8. Since everybody knows the seed, strangers who choose the keys can fill the
 * filter.
 *
 * <p><b>Prefer instead</b> {@link BloomFilter} unless a file or another program wants this form: it
 * takes fewer bits at the same rate, other kinds of key, many of them at once, and a secret seed.
 *
 * <p><b>Source.</b> The Parquet format's page on Bloom filters; Putze, Sanders and Singler 2007.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/BloomFilter.md">Parquet Bloom
 *     Filter</a>
 */
public final class SplitBlockBloomFilter {
  /*
   * Implementation notes. A long holds two lanes, the first in its low half, so that the words
   * written with their lowest byte first are the bitset of the file. Blocks begin where
   * AlignedLongs has them begin, and two of them fill a line.
   */
  private static final int BLOCK_WORDS = 4;
  private static final int BLOCK_BYTES = BLOCK_WORDS * Long.BYTES;
  private static final int BLOCK_BITS = BLOCK_BYTES * Byte.SIZE;
  private static final int MAX_BLOCKS = Integer.MAX_VALUE / BLOCK_BYTES;
  private static final long OBJECT_BYTES = 32;

  private static final BlockModel MODEL = new BlockModel(Integer.SIZE);

  private static final int SALT_0 = 0x47b6137b;
  private static final int SALT_1 = 0x44974d91;
  private static final int SALT_2 = 0x8824ad5b;
  private static final int SALT_3 = 0xa2b7289d;
  private static final int SALT_4 = 0x705495c7;
  private static final int SALT_5 = 0x2df1424b;
  private static final int SALT_6 = 0x9efc4947;
  private static final int SALT_7 = 0x5c6bfb31;

  private final long[] words;
  private final int origin;
  private final int blocks;

  private SplitBlockBloomFilter(HeapWords words) {
    this.words = words.array();
    this.origin = words.origin();
    this.blocks = (int) (words.size() / BLOCK_WORDS);
  }

  /**
   * Makes the smallest empty filter that keeps a rate.
   *
   * @param expectedKeys how many different keys it should hold
   * @param falsePositiveRate how often a key never put may be reported once they were put
   * @return an empty filter
   * @throws IllegalArgumentException when an argument makes no sense or no filter is large enough
   */
  public static SplitBlockBloomFilter ofKeys(long expectedKeys, double falsePositiveRate) {
    BloomBuilder.checkKeys(expectedKeys);
    BloomBuilder.checkRate(falsePositiveRate);
    if (MODEL.falsePositiveRate((double) expectedKeys, MAX_BLOCKS) > falsePositiveRate) {
      throw new IllegalArgumentException(
          "no split-block filter can hold "
              + expectedKeys
              + " keys at rate "
              + falsePositiveRate
              + ": it would need more than "
              + (long) MAX_BLOCKS * BLOCK_BYTES
              + " bytes; raise falsePositiveRate or split the keys over several filters");
    }
    int tooFew = 0;
    int enough = MAX_BLOCKS;
    while (enough - tooFew > 1) {
      int middle = tooFew + (enough - tooFew) / 2;
      if (MODEL.falsePositiveRate((double) expectedKeys, middle) <= falsePositiveRate) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return ofBytes(enough * BLOCK_BYTES);
  }

  /**
   * Makes an empty filter of a given size.
   *
   * @param bytes the size of its bitset, a positive multiple of 32; Parquet's own writers take
   *     powers of two
   * @return an empty filter
   */
  public static SplitBlockBloomFilter ofBytes(int bytes) {
    if (bytes <= 0 || bytes % BLOCK_BYTES != 0) {
      throw new IllegalArgumentException(
          "bytes must be a positive multiple of 32, was " + bytes + "; try 1024");
    }
    return new SplitBlockBloomFilter(HeapWords.allocate(bytes / Long.BYTES));
  }

  /**
   * Adds a value of type {@code INT32}.
   *
   * @param value the value
   * @return true when the filter changed: the key is certainly new. False may mean either
   */
  public boolean putInt32(int value) {
    return putHash(XxHash64.of(value));
  }

  /**
   * Adds a value of type {@code INT64}.
   *
   * @param value the value
   * @return true when the filter changed: the key is certainly new. False may mean either
   */
  public boolean putInt64(long value) {
    return putHash(XxHash64.of(value));
  }

  /**
   * Adds a value of type {@code BYTE_ARRAY} or {@code FIXED_LEN_BYTE_ARRAY}.
   *
   * @param value the bytes
   * @return true when the filter changed: the key is certainly new. False may mean either
   */
  public boolean putBytes(byte[] value) {
    return putHash(XxHash64.of(value, 0, value.length));
  }

  /**
   * Adds a value of type {@code BYTE_ARRAY} or {@code FIXED_LEN_BYTE_ARRAY} that is part of an
   * array.
   *
   * @param array the array
   * @param offset where the value begins
   * @param length how long it is
   * @return true when the filter changed: the key is certainly new. False may mean either
   */
  public boolean putBytes(byte[] array, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, array.length);
    return putHash(XxHash64.of(array, offset, length));
  }

  /**
   * Adds a value that was hashed already.
   *
   * @param hash XXH64 of its plain encoding, with seed 0
   * @return true when the filter changed: the key is certainly new. False may mean either
   */
  public boolean putHash(long hash) {
    int block = block(hash);
    int key = (int) hash;
    long changed =
        set(block, lanes(key, SALT_0, SALT_1))
            | set(block + 1, lanes(key, SALT_2, SALT_3))
            | set(block + 2, lanes(key, SALT_4, SALT_5))
            | set(block + 3, lanes(key, SALT_6, SALT_7));
    return changed != 0;
  }

  /** The bits that were clear before. */
  private long set(int word, long mask) {
    long before = words[word];
    words[word] = before | mask;
    return ~before & mask;
  }

  /**
   * Asks for a value of type {@code INT32}.
   *
   * @param value the value
   * @return false when it was certainly never put
   */
  public boolean mightContainInt32(int value) {
    return mightContainHash(XxHash64.of(value));
  }

  /**
   * Asks for a value of type {@code INT64}.
   *
   * @param value the value
   * @return false when it was certainly never put
   */
  public boolean mightContainInt64(long value) {
    return mightContainHash(XxHash64.of(value));
  }

  /**
   * Asks for a value of type {@code BYTE_ARRAY} or {@code FIXED_LEN_BYTE_ARRAY}.
   *
   * @param value the bytes
   * @return false when it was certainly never put
   */
  public boolean mightContainBytes(byte[] value) {
    return mightContainHash(XxHash64.of(value, 0, value.length));
  }

  /**
   * Asks for a value of type {@code BYTE_ARRAY} or {@code FIXED_LEN_BYTE_ARRAY} that is part of an
   * array.
   *
   * @param array the array
   * @param offset where the value begins
   * @param length how long it is
   * @return false when it was certainly never put
   */
  public boolean mightContainBytes(byte[] array, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, array.length);
    return mightContainHash(XxHash64.of(array, offset, length));
  }

  /**
   * Asks for a value that was hashed already.
   *
   * @param hash XXH64 of its plain encoding, with seed 0
   * @return false when it was certainly never put
   */
  public boolean mightContainHash(long hash) {
    int block = block(hash);
    int key = (int) hash;
    long missing =
        (~words[block] & lanes(key, SALT_0, SALT_1))
            | (~words[block + 1] & lanes(key, SALT_2, SALT_3))
            | (~words[block + 2] & lanes(key, SALT_4, SALT_5))
            | (~words[block + 3] & lanes(key, SALT_6, SALT_7));
    return missing == 0;
  }

  private int block(long hash) {
    return origin + (int) (((hash >>> Integer.SIZE) * blocks) >>> Integer.SIZE) * BLOCK_WORDS;
  }

  private static long lanes(int key, int lowSalt, int highSalt) {
    return (1L << ((key * lowSalt) >>> 27)) | (1L << (Integer.SIZE + ((key * highSalt) >>> 27)));
  }

  /**
   * Adds every key of another filter.
   *
   * @param other a filter of the same size
   * @throws IllegalArgumentException when it has another size; nothing has changed then
   */
  public void putAll(SplitBlockBloomFilter other) {
    if (blocks != other.blocks) {
      throw new IllegalArgumentException(
          "filters must be of one size; this has "
              + sizeBytes()
              + " bytes, the other "
              + other.sizeBytes());
    }
    view().orAll(other.view());
  }

  /** Forgets every key. */
  public void clear() {
    view().clear();
  }

  private HeapWords view() {
    return new HeapWords(words, origin);
  }

  /**
   * Tells how large the bitset is.
   *
   * @return its bytes, a multiple of 32
   */
  public int sizeBytes() {
    return blocks * BLOCK_BYTES;
  }

  /**
   * Counts the bits that are set.
   *
   * @return the number of ones
   */
  public long bitCount() {
    return view().bitCount();
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
    double bits = (double) blocks * BLOCK_BITS;
    return -Math.log1p(-bitCount() / bits) * bits / BlockModel.LANES;
  }

  /**
   * Tells how often a key never put would be reported as the filter now stands.
   *
   * @return the probability
   */
  public double expectedFalsePositiveRate() {
    double keys = estimateKeys();
    return Double.isInfinite(keys) ? 1 : rateAt(keys);
  }

  double rateAt(double keys) {
    return MODEL.falsePositiveRate(keys, blocks);
  }

  /**
   * Writes the filter as it stands in a Parquet file: the Thrift header, then the bitset. The
   * stream is neither flushed nor closed.
   *
   * @param out receives the bytes
   * @throws IOException when the stream does
   */
  public void writeTo(OutputStream out) throws IOException {
    ThriftHeader.write(sizeBytes(), out);
    WordStream.write(view(), out, new CRC32C());
  }

  /**
   * Reads a filter as it stands in a Parquet file. Nothing is allocated for bytes that were only
   * announced, at most twice those that came and a mebibyte are. The form has no checksum: damage
   * to the bits is not found.
   *
   * @param in the stream, at the beginning of the header; nothing beyond the bitset is read
   * @param maxBytes the largest bitset to read
   * @return the filter
   * @throws java.io.EOFException when the stream ends early
   * @throws StreamCorruptedException when the header is another, or announces an impossible size or
   *     more than {@code maxBytes}
   * @throws IOException when the stream throws it
   */
  public static SplitBlockBloomFilter readFrom(InputStream in, long maxBytes) throws IOException {
    long bytes = ThriftHeader.read(in);
    if (bytes <= 0 || bytes % BLOCK_BYTES != 0 || bytes > Integer.MAX_VALUE) {
      throw new StreamCorruptedException(bytes + " is no size of a split-block filter");
    }
    if (bytes > maxBytes) {
      throw new StreamCorruptedException(
          "the bitset has " + bytes + " bytes, more than maxBytes, which is " + maxBytes);
    }
    return new SplitBlockBloomFilter(WordStream.read(in, bytes / Long.BYTES, new CRC32C()));
  }

  /**
   * Tells how much heap this filter holds, on a 64-bit HotSpot with its default object layout.
   *
   * @return bytes, headers and padding included
   */
  public long footprintBytes() {
    return OBJECT_BYTES + AlignedLongs.footprintBytes((long) blocks * BLOCK_WORDS);
  }

  /**
   * Checks every invariant and changes nothing: a block has bits in all of its lanes or in none.
   * One pass over the bits.
   *
   * @return what is broken and where, or empty when all is well
   */
  public Optional<String> verify() {
    for (int block = 0; block < blocks; block++) {
      int used = usedLanes(origin + block * BLOCK_WORDS);
      if (used != 0 && used != BlockModel.LANES) {
        return Optional.of("block " + block + " has bits in " + used + " of 8 lanes");
      }
    }
    return Optional.empty();
  }

  private int usedLanes(int from) {
    int used = 0;
    for (int i = from; i < from + BLOCK_WORDS; i++) {
      used += (int) words[i] == 0 ? 0 : 1;
      used += words[i] >>> Integer.SIZE == 0 ? 0 : 1;
    }
    return used;
  }
}
