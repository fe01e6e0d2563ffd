package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.GraphLayout;

class CountingBloomFilterTest {
  /** Puts and removes in random order against a multiset: nothing that is in may be denied. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void neverDeniesWhatIsIn(long seed) {
    Random random = new Random(seed);
    CountingBloomFilter filter = CountingBloomFilter.ofKeys(200, 0.01, seed);
    Map<Long, Integer> model = new HashMap<>();

    for (int step = 0; step < 20_000; step++) {
      long key = Keys.key(seed, random.nextInt(300));
      int times = model.getOrDefault(key, 0);
      if (random.nextBoolean() && times < 4) {
        filter.put(key);
        model.put(key, times + 1);
      } else if (times > 0) {
        assertThat(filter.remove(key)).as("seed %d, step %d", seed, step).isTrue();
        model.put(key, times - 1);
      }
      if (step % 500 == 0) {
        assertThat(filter.verify()).isEmpty();
        model.forEach(
            (k, count) ->
                assertThat(filter.mightContain(k) || count == 0).as("seed %d", seed).isTrue());
      }
    }
  }

  @Test
  void isEmptyAgainOnceAllWasRemoved() {
    CountingBloomFilter filter = CountingBloomFilter.ofKeys(10_000, 0.01);
    Keys.stream(1, 10_000).forEach(filter::put);
    assertThat(filter.stuckCounters()).isZero();

    assertThat(Keys.stream(1, 10_000).allMatch(filter::remove)).isTrue();

    assertThat(filter.words()).containsOnly(0);
    assertThat(filter.approximateSize()).isZero();
    assertThat(filter.remove(1)).isFalse();
  }

  /** A counter that was full once knows no more: it stays, and the key with it. */
  @ParameterizedTest
  @ValueSource(ints = {15, 16, 1000})
  void fullCountersNeitherWrapNorForget(int times) {
    CountingBloomFilter filter = CountingBloomFilter.ofKeys(1000, 0.01);
    Keys.stream(1, 100).forEach(filter::put);
    for (int i = 0; i < times; i++) {
      filter.put(42);
    }
    assertThat(filter.stuckCounters()).isPositive();
    for (int i = 0; i < times; i++) {
      assertThat(filter.remove(42)).isTrue();
    }

    assertThat(filter.mightContain(42)).isTrue();
    assertThat(Keys.stream(1, 100).allMatch(filter::mightContain)).isTrue();
    filter.clear();
    assertThat(filter.stuckCounters()).isZero();
    assertThat(filter.mightContain(42)).isFalse();
  }

  @Test
  void fourteenTimesAreRememberedExactly() {
    CountingBloomFilter filter = CountingBloomFilter.ofKeys(1_000_000, 0.01);
    for (int i = 0; i < 14; i++) {
      assertThat(filter.put(42)).isEqualTo(i == 0);
    }
    for (int i = 0; i < 14; i++) {
      assertThat(filter.mightContain(42)).isTrue();
      assertThat(filter.remove(42)).isTrue();
    }

    assertThat(filter.mightContain(42)).isFalse();
    assertThat(filter.words()).containsOnly(0);
  }

  /** Answers and error are those of the classic filter with a bit for each counter. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 500, 1_000_000})
  void errsAsTheClassicFilterDoes(int n) {
    CountingBloomFilter filter = CountingBloomFilter.ofKeys(n, 0.01, 9);
    BloomFilter classic = new BloomFilter(filter.plan(), 9);
    Keys.stream(2L * n, n).forEach(filter::put);
    Keys.stream(n, n).peek(classic::put).forEach(filter::put);
    Keys.stream(2L * n, n).forEach(filter::remove);

    long different =
        Keys.stream(77, 200_000)
            .filter(key -> filter.mightContain(key) != classic.mightContain(key))
            .count();

    assertThat(different).isZero();
    assertThat(filter.approximateSize()).isEqualTo(classic.approximateSize());
    assertThat(filter.expectedFalsePositiveRate()).isEqualTo(classic.expectedFalsePositiveRate());
    assertThat(Keys.stream(n, n).allMatch(filter::mightContain)).isTrue();
  }

  @Test
  void everyKindOfKeyComesAndGoes() {
    CountingBloomFilter filter = CountingBloomFilter.ofKeys(100, 0.001);
    byte[] bytes = {1, 2, 3};
    filter.put("text");
    filter.put(bytes);
    filter.put(ByteBuffer.wrap(bytes));
    filter.putHash(Keys.key(1, 1));

    assertThat(filter.mightContain(CharBuffer.wrap("text"))).isTrue();
    assertThat(filter.mightContain(ByteBuffer.allocateDirect(3).put(bytes).flip())).isTrue();
    assertThat(filter.remove("text")).isTrue();
    assertThat(filter.remove(bytes)).isTrue();
    assertThat(filter.remove(ByteBuffer.wrap(bytes))).isTrue();
    assertThat(filter.removeHash(Keys.key(1, 1))).isTrue();
    assertThat(filter.words()).containsOnly(0);
  }

  @Test
  void tellsWhenItHoldsTooMuch() {
    CountingBloomFilter filter = CountingBloomFilter.ofKeys(1000, 0.01);
    Keys.stream(1, 900).forEach(filter::put);
    assertThat(filter.isSaturated()).isFalse();

    Keys.stream(2, 300).forEach(filter::put);

    assertThat(filter.isSaturated()).isTrue();
    assertThat(filter.approximateSize()).isCloseTo(1200, Percentage.withPercentage(5));
  }

  @Test
  void damageIsFound() {
    CountingBloomFilter filter = CountingBloomFilter.ofKeys(1000, 0.01);
    filter.put(42);
    filter.words()[3] += 0x10;

    assertThat(filter.verify()).hasValue("the counters add up to 8, no multiple of 7");
  }

  @Test
  void footprintIsWhatTheHeapHolds() {
    CountingBloomFilter filter = CountingBloomFilter.ofKeys(100_000, 0.01);

    assertThat(filter.footprintBytes())
        .isCloseTo(GraphLayout.parseInstance(filter).totalSize(), Percentage.withPercentage(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CountingBloomFilter.ofKeys(10_000_000_000L, 0.01))
        .withMessageContaining("counters; raise falsePositiveRate or split");
  }
}
