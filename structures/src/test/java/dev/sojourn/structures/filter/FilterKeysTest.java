package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every filter answers alike for every kind of key; no key here is taken for another. */
class FilterKeysTest {
  private static final int N = 100;
  private static final double RATE = 1e-6;

  static Stream<Arguments> additions() {
    BloomFilter bloom = BloomFilter.builder().expectedKeys(6 * N).falsePositiveRate(RATE).build();
    CountingBloomFilter counting = CountingBloomFilter.ofKeys(6 * N, RATE);
    ScalableBloomFilter scalable = ScalableBloomFilter.ofInitialKeys(N, RATE);
    SplitBlockBloomFilter split = SplitBlockBloomFilter.ofKeys(6 * N, RATE);
    return Stream.of(
        kind("bloom, long", bloom::put, bloom::mightContain),
        kind("bloom, text", k -> bloom.put(text(k)), k -> bloom.mightContain(text(k))),
        kind("bloom, bytes", k -> bloom.put(bytes(k)), k -> bloom.mightContain(bytes(k))),
        kind(
            "bloom, part of bytes",
            k -> bloom.put(around(k), 2, 9),
            k -> bloom.mightContain(around(k), 2, 9)),
        kind("bloom, buffer", k -> bloom.put(buffer(k)), k -> bloom.mightContain(buffer(k))),
        kind("bloom, hash", bloom::putHash, bloom::mightContainHash),
        kind("counting, long", counting::put, counting::mightContain),
        kind("counting, text", k -> counting.put(text(k)), k -> counting.mightContain(text(k))),
        kind("counting, bytes", k -> counting.put(bytes(k)), k -> counting.mightContain(bytes(k))),
        kind(
            "counting, buffer",
            k -> counting.put(buffer(k)),
            k -> counting.mightContain(buffer(k))),
        kind("scalable, long", scalable::put, scalable::mightContain),
        kind("scalable, text", k -> scalable.put(text(k)), k -> scalable.mightContain(text(k))),
        kind("scalable, bytes", k -> scalable.put(bytes(k)), k -> scalable.mightContain(bytes(k))),
        kind(
            "scalable, buffer",
            k -> scalable.put(buffer(k)),
            k -> scalable.mightContain(buffer(k))),
        kind("split, int", k -> split.putInt32((int) k), k -> split.mightContainInt32((int) k)),
        kind("split, long", split::putInt64, split::mightContainInt64),
        kind("split, bytes", k -> split.putBytes(bytes(k)), k -> split.mightContainBytes(bytes(k))),
        kind(
            "split, part of bytes",
            k -> split.putBytes(around(k), 2, 9),
            k -> split.mightContainBytes(around(k), 2, 9)));
  }

  static Stream<Arguments> removals() {
    CountingBloomFilter counting = CountingBloomFilter.ofKeys(N, RATE);
    return Stream.of(
        kind("long", counting::put, counting::remove),
        kind("text", k -> counting.put(text(k)), k -> counting.remove(text(k))),
        kind("bytes", k -> counting.put(bytes(k)), k -> counting.remove(bytes(k))),
        kind("buffer", k -> counting.put(buffer(k)), k -> counting.remove(buffer(k))));
  }

  /** Keys of a kind are no other kind's. */
  private static Arguments kind(String name, LongPredicate put, LongPredicate other) {
    long seed = name.hashCode();
    LongPredicate putKey = i -> put.test(Keys.key(seed, i));
    LongPredicate otherKey = i -> other.test(Keys.key(seed, i));
    return Arguments.of(name, putKey, otherKey);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("additions")
  void aKeyIsAbsentUntilPutAndNewOnce(String name, LongPredicate put, LongPredicate contains) {
    for (int i = 0; i < N; i++) {
      assertThat(contains.test(i)).as("key %d before", i).isFalse();
      assertThat(put.test(i)).as("key %d", i).isTrue();
      assertThat(put.test(i)).as("key %d again", i).isFalse();
      assertThat(contains.test(i)).as("key %d after", i).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("removals")
  void aKeyIsRemovedAsOftenAsItWasPut(String name, LongPredicate put, LongPredicate remove) {
    for (int i = 0; i < N; i++) {
      assertThat(remove.test(i)).as("key %d before", i).isFalse();
      assertThat(put.test(i)).as("key %d", i).isTrue();
      assertThat(remove.test(i)).as("key %d", i).isTrue();
      assertThat(remove.test(i)).as("key %d again", i).isFalse();
    }
  }

  private static String text(long key) {
    return "key " + key;
  }

  private static byte[] bytes(long key) {
    return ByteBuffer.allocate(10).putLong(key).array();
  }

  private static byte[] around(long key) {
    return ByteBuffer.allocate(12).putShort((short) 7).putLong(key).put((byte) 5).array();
  }

  private static ByteBuffer buffer(long key) {
    return ByteBuffer.allocate(11).putLong(key).put((byte) 3).rewind();
  }
}
