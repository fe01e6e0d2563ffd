package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.GraphLayout;

/** Bits, header and hash as other writers of Parquet have them. */
class SplitBlockBloomFilterTest {
  private static final int HEADER_OF_32 = 15;

  /** The two-sided 99.9 % quantile of the normal distribution. */
  private static final double Z = 3.2905;

  /** Ten INT64 written by parquet-mr under Spark; published in the tests of parquet2. */
  private static final int[] LONGS_0_TO_9 = {
    24, 130, 24, 8, 134, 8, 68, 6, 2, 101, 128, 10, 64, 2, 38, 78, 114, 1, 64, 38, 1, 192, 194, 152,
    64, 70, 0, 36, 56, 121, 64, 0
  };

  /** The strings a0 to a9, likewise; also in the tests of Apache Arrow's Rust implementation. */
  private static final int[] STRINGS_A0_TO_A9 = {
    200, 1, 80, 20, 64, 68, 8, 109, 6, 37, 4, 67, 144, 80, 96, 32, 8, 132, 43, 33, 0, 5, 99, 65, 2,
    0, 224, 44, 64, 78, 96, 4
  };

  /** The header of a filter of 32 bytes, from the same tests. */
  private static final int[] HEADER = {21, 64, 28, 28, 0, 0, 28, 28, 0, 0, 28, 28, 0, 0, 0};

  @Test
  void numbersSetTheBitsThatParquetSets() throws IOException {
    SplitBlockBloomFilter filter = SplitBlockBloomFilter.ofBytes(32);
    for (long value = 0; value < 10; value++) {
      filter.putInt64(value);
    }

    assertThat(saved(filter)).isEqualTo(bytes(HEADER, LONGS_0_TO_9));
    assertThat(filter.mightContainInt64(10)).isFalse();
  }

  @Test
  void stringsSetTheBitsThatParquetSets() throws IOException {
    SplitBlockBloomFilter filter = SplitBlockBloomFilter.ofBytes(32);
    for (int i = 0; i < 10; i++) {
      filter.putBytes(("a" + i).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(saved(filter)).isEqualTo(bytes(HEADER, STRINGS_A0_TO_A9));
  }

  /** The size of the file bloom_filter.xxhash.bin of parquet-testing, and what is known of it. */
  @Test
  void aFilterOfAThousandBytesHasAHeaderOfSixteen() throws IOException {
    SplitBlockBloomFilter filter = SplitBlockBloomFilter.ofBytes(1024);
    for (String text : new String[] {"hello", "parquet", "bloom", "filter"}) {
      filter.putBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(saved(filter)).hasSize(1040);
    assertThat(read(saved(filter)).mightContainHash(0x26c7827d889f6da3L)).isTrue();
    assertThat(filter.bitCount()).isEqualTo(32);
  }

  /** The page's algorithm, word for word in eight lanes, as an oracle for the one in four longs. */
  @Test
  void bitsAreThoseOfTheSpecification() throws IOException {
    int blocks = 37;
    SplitBlockBloomFilter filter = SplitBlockBloomFilter.ofBytes(32 * blocks);
    int[] salt = {
      0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d, 0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31
    };
    int[] lanes = new int[8 * blocks];
    Keys.stream(3, 500)
        .forEach(
            hash -> {
              filter.putHash(hash);
              int block = (int) (((hash >>> 32) * blocks) >>> 32);
              for (int i = 0; i < 8; i++) {
                lanes[8 * block + i] |= 1 << (((int) hash * salt[i]) >>> 27);
              }
            });

    byte[] bitset = saved(filter);
    int header = bitset.length - 32 * blocks;
    for (int i = 0; i < 32 * blocks; i++) {
      assertThat(bitset[header + i]).isEqualTo((byte) (lanes[i / 4] >>> (8 * (i % 4))));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 500, 1_000_000})
  void theRateIsKeptAndNoKeyForgotten(int n) {
    int filters = Math.max(12, Math.min(300, 1_000_000 / n));
    int queries = 2_000_000 / filters;
    double expected = SplitBlockBloomFilter.ofKeys(n, 0.01).rateAt(n);

    double[] rates =
        IntStream.range(0, filters).mapToDouble(seed -> measure(seed, n, queries)).toArray();

    double mean = Arrays.stream(rates).average().orElseThrow();
    double variance = Arrays.stream(rates).map(r -> (r - mean) * (r - mean)).sum() / (filters - 1);
    double binomial = expected * (1 - expected) / queries;
    double halfWidth = (Z + 12.0 / filters) * Math.sqrt(Math.max(variance, binomial) / filters);
    assertThat(expected).isLessThanOrEqualTo(0.01);
    assertThat(Math.abs(mean - expected))
        .as("%d filters of %d keys: %.3g, not %.3g", filters, n, mean, expected)
        .isLessThanOrEqualTo(halfWidth + 1.0 / filters / queries);
  }

  private static double measure(int seed, int n, int queries) {
    SplitBlockBloomFilter filter = SplitBlockBloomFilter.ofKeys(n, 0.01);
    Keys.stream(seed, n).forEach(filter::putInt64);
    assertThat(Keys.stream(seed, n).allMatch(filter::mightContainInt64)).isTrue();
    assertThat(filter.verify()).isEmpty();
    return Keys.stream(7_777L + seed, queries).filter(filter::mightContainInt64).count()
        / (double) queries;
  }

  @Test
  void numbersOfTwoWidthsAreTwoKeys() {
    SplitBlockBloomFilter filter = SplitBlockBloomFilter.ofBytes(1 << 16);

    assertThat(filter.putInt32(7)).isTrue();

    assertThat(filter.mightContainInt32(7)).isTrue();
    assertThat(filter.mightContainInt64(7)).isFalse();
    assertThat(filter.putInt32(7)).isFalse();
    assertThat(filter.mightContainBytes(new byte[] {9, 7, 0, 0, 0, 9}, 1, 4)).isTrue();
  }

  @Test
  void theUnionIsThatOfTheKeysAndTheEstimateNear() throws IOException {
    SplitBlockBloomFilter one = SplitBlockBloomFilter.ofKeys(10_000, 0.01);
    SplitBlockBloomFilter other = SplitBlockBloomFilter.ofKeys(10_000, 0.01);
    SplitBlockBloomFilter both = SplitBlockBloomFilter.ofKeys(10_000, 0.01);
    Keys.stream(1, 5000).peek(one::putInt64).forEach(both::putInt64);
    Keys.stream(2, 5000).peek(other::putInt64).forEach(both::putInt64);

    one.putAll(other);

    assertThat(saved(one)).isEqualTo(saved(both));
    assertThat(one.approximateSize()).isCloseTo(10_000, Percentage.withPercentage(2));
    assertThat(one.expectedFalsePositiveRate()).isCloseTo(0.01, Percentage.withPercentage(10));
    one.clear();
    assertThat(one.bitCount()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.putAll(SplitBlockBloomFilter.ofBytes(32)))
        .withMessageContaining("the other 32");
  }

  @Test
  void whatIsNoFilterIsRefused() throws IOException {
    byte[] good = saved(SplitBlockBloomFilter.ofBytes(32));
    Random random = new Random(5);

    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(EOFException.class);
    }
    for (int at = 0; at < HEADER_OF_32; at++) {
      byte[] damaged = good.clone();
      damaged[at] ^= (byte) (1 << (at == 1 ? 1 : random.nextInt(8)));
      assertThatThrownBy(() -> read(damaged)).isInstanceOf(StreamCorruptedException.class);
    }
    assertThatThrownBy(() -> SplitBlockBloomFilter.readFrom(new ByteArrayInputStream(good), 31))
        .isInstanceOf(StreamCorruptedException.class)
        .hasMessageContaining("more than maxBytes, which is 31");
    byte[] huge = {21, -64, -1, -1, -1, 15, 28, 28, 0, 0, 28, 28, 0, 0, 28, 28, 0, 0, 0};
    assertThatThrownBy(() -> read(huge)).isInstanceOf(EOFException.class);
  }

  @Test
  void aBlockWithAnEmptyLaneIsFound() throws IOException {
    SplitBlockBloomFilter filter = SplitBlockBloomFilter.ofBytes(96);
    filter.putInt64(42);
    byte[] good = saved(filter);
    int header = good.length - 96;
    int damages = 0;

    for (int lane = 0; lane < 24; lane++) {
      byte[] damaged = good.clone();
      Arrays.fill(damaged, header + 4 * lane, header + 4 * lane + 4, (byte) 0);
      if (!Arrays.equals(damaged, good)) {
        assertThat(read(damaged).verify())
            .contains("block %d has bits in 7 of 8 lanes".formatted(lane / 8));
        damages++;
      }
    }

    assertThat(damages).isEqualTo(8);
    assertThat(read(good).verify()).isEmpty();
  }

  @Test
  void asManyBytesAsAllowedAreRead() throws IOException {
    byte[] good = saved(SplitBlockBloomFilter.ofBytes(96));

    var read = SplitBlockBloomFilter.readFrom(new ByteArrayInputStream(good), 96);

    assertThat(read.sizeBytes()).isEqualTo(96);
  }

  @Test
  void sizesAreChecked() {
    for (int bytes : new int[] {0, -32, 31, 33}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SplitBlockBloomFilter.ofBytes(bytes))
          .withMessageContaining("multiple of 32, was " + bytes);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SplitBlockBloomFilter.ofKeys(1L << 40, 0.01))
        .withMessageContaining("it would need more than 2147483616 bytes");
    assertThat(SplitBlockBloomFilter.ofKeys(0, 0.01).sizeBytes()).isEqualTo(32);
  }

  @Test
  void footprintIsWhatTheHeapHolds() {
    SplitBlockBloomFilter filter = SplitBlockBloomFilter.ofKeys(100_000, 0.01);

    assertThat(filter.footprintBytes())
        .isCloseTo(GraphLayout.parseInstance(filter).totalSize(), Percentage.withPercentage(1));
  }

  private static byte[] saved(SplitBlockBloomFilter filter) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    filter.writeTo(out);
    return out.toByteArray();
  }

  private static SplitBlockBloomFilter read(byte[] bytes) throws IOException {
    return SplitBlockBloomFilter.readFrom(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
  }

  private static byte[] bytes(int[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int[] part : parts) {
      for (int b : part) {
        out.write(b);
      }
    }
    return out.toByteArray();
  }
}
