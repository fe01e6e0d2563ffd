package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that was put is always reported, whatever its kind and however many there are. */
class BloomNeverForgetsTest {
  private static final long SEED = 19_700_701;

  static Stream<Arguments> sizes() {
    return Arrays.stream(Layout.values())
        .flatMap(
            layout ->
                Stream.of(0, 1, 2, 63, 64, 65, 500, 100_000, 1_000_000)
                    .map(n -> Arguments.of(layout, n)));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void everyNumberPutIsReported(Layout layout, int n) {
    BloomFilter filter = filter(layout, n);
    Keys.stream(SEED, n).forEach(filter::put);

    assertThat(missing(filter, Keys.stream(SEED, n))).as("seed %d", SEED).isZero();
    assertThat(filter.verify()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void everyTextPutIsReported(Layout layout, int n) {
    BloomFilter filter = filter(layout, n);
    Keys.stream(SEED, n).forEach(key -> filter.put(text(key)));

    long missing =
        Keys.stream(SEED, n)
            .filter(
                key ->
                    !filter.mightContain(text(key))
                        || !filter.mightContain(CharBuffer.wrap(text(key).toCharArray())))
            .count();
    assertThat(missing).as("seed %d", SEED).isZero();
    assertThat(filter.verify()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void everyArrayPutIsReportedAlsoAsPartOfAnother(Layout layout, int n) {
    BloomFilter filter = filter(layout, n);
    Keys.stream(SEED, n).forEach(key -> filter.put(bytes(key)));

    long missing =
        Keys.stream(SEED, n)
            .filter(key -> !filter.mightContain(bytes(key)) || !foundAsSlice(filter, bytes(key)))
            .count();
    assertThat(missing).as("seed %d", SEED).isZero();
    assertThat(filter.verify()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void aPutThatChangesNothingWasReportedBefore(Layout layout, int n) {
    BloomFilter filter = filter(layout, n);

    long contradictions =
        Keys.stream(SEED, n).filter(key -> filter.mightContain(key) == filter.put(key)).count();

    assertThat(contradictions).as("seed %d", SEED).isZero();
    assertThat(Keys.stream(SEED, n).filter(filter::put).count()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void anOverfullFilterStillForgetsNothing(Layout layout) {
    BloomFilter filter = filter(layout, 100);
    Keys.stream(SEED, 100_000).forEach(filter::put);

    assertThat(missing(filter, Keys.stream(SEED, 100_000))).isZero();
    assertThat(filter.expectedFalsePositiveRate()).isGreaterThan(0.99);
  }

  private static BloomFilter filter(Layout layout, int n) {
    return BloomFilter.builder().expectedKeys(n).falsePositiveRate(0.01).layout(layout).build();
  }

  private static long missing(BloomFilter filter, LongStream keys) {
    return keys.filter(key -> !filter.mightContain(key)).count();
  }

  private static boolean foundAsSlice(BloomFilter filter, byte[] key) {
    byte[] around = new byte[key.length + 5];
    System.arraycopy(key, 0, around, 3, key.length);
    return filter.mightContain(around, 3, key.length);
  }

  private static String text(long key) {
    String digits = Long.toString(key, 36);
    return (key & 1) == 0 ? digits : digits + "\u20ac";
  }

  /** Between 8 and 16 bytes, so that whole words and tails both occur. */
  private static byte[] bytes(long key) {
    ByteBuffer buffer = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(key).putLong(Long.reverse(key));
    return Arrays.copyOf(buffer.array(), 8 + (int) (key & 7));
  }
}
