package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A filter that is too full says so, and two filters tell what they share. */
class BloomAlarmTest {
  private static final int N = 10_000;

  private final AtomicInteger calls = new AtomicInteger();
  private BloomFilter filter;

  @BeforeEach
  void build() {
    filter = builder().onSaturation(full -> calls.addAndGet(full == filter ? 1 : 100)).build();
  }

  private static BloomBuilder builder() {
    return BloomFilter.builder().expectedKeys(N).falsePositiveRate(0.01);
  }

  @Test
  void ringsOnceAndNeverEarly() {
    Keys.stream(1, N).forEach(filter::put);
    Keys.stream(1, N).forEach(filter::put);
    assertThat(calls).hasValue(0);

    Keys.stream(2, 200).forEach(filter::put);
    assertThat(calls).hasValue(1);
    Keys.stream(3, N).forEach(filter::put);

    assertThat(calls).hasValue(1);
    assertThat(filter.isSaturated()).isTrue();
  }

  @Test
  void ringsAgainAfterClear() {
    Keys.stream(1, 2 * N).forEach(filter::put);
    filter.clear();
    assertThat(filter.isSaturated()).isFalse();

    Keys.stream(1, 2 * N).forEach(filter::put);

    assertThat(calls).hasValue(2);
  }

  @Test
  void ringsForAUnionToo() {
    BloomFilter other = builder().build();
    Keys.stream(1, 6_700).forEach(filter::put);
    Keys.stream(2, 6_700).forEach(other::put);
    filter.putAll(filter);
    assertThat(calls).hasValue(0);

    filter.putAll(other);
    filter.putAll(other);

    assertThat(calls).hasValue(1);
  }

  /** Two threads that put one key at once may both count it: every key is counted twice here. */
  @Test
  void keysCountedTwiceDoNotRingEarly() {
    SaturationAlarm alarm = new SaturationAlarm(N, full -> calls.incrementAndGet(), true);
    BloomFilter full = builder().concurrent().build();
    Keys.stream(1, N - N / 50).forEach(key -> countTwice(alarm, full, key));
    assertThat(calls).hasValue(0);

    Keys.stream(2, N / 20).forEach(key -> countTwice(alarm, full, key));

    assertThat(calls).hasValue(1);
  }

  private static void countTwice(SaturationAlarm alarm, BloomFilter filter, long key) {
    if (filter.put(key)) {
      alarm.count(filter);
      alarm.count(filter);
    }
  }

  @Test
  void unionAndIntersectionAreEstimated() {
    BloomFilter other = builder().build();
    Keys.stream(1, 6000).peek(filter::put).forEach(other::put);
    Keys.stream(2, 3000).forEach(filter::put);
    Keys.stream(3, 2000).forEach(other::put);

    assertThat(filter.approximateUnionSize(other)).isCloseTo(11_000, Percentage.withPercentage(2));
    assertThat(filter.approximateIntersectionSize(other))
        .isCloseTo(6000, Percentage.withPercentage(4));
    assertThat(filter.approximateIntersectionSize(filter)).isEqualTo(filter.approximateSize());
    assertThat(filter.approximateIntersectionSize(builder().build())).isZero();
  }

  @Test
  void filtersThatDisagreeAreNotCompared() {
    BloomFilter other = builder().seed(7).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> filter.approximateUnionSize(other))
        .withMessageContaining("seed 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> filter.approximateIntersectionSize(other));
  }

  @Test
  void nothingCanBeSaidOfAFullUnion() {
    BloomFilter small = BloomFilter.builder().expectedKeys(1).falsePositiveRate(0.5).build();
    Keys.stream(1, 10_000).forEach(small::put);

    assertThat(small.approximateUnionSize(small)).isEqualTo(Long.MAX_VALUE);
    assertThat(small.approximateIntersectionSize(small)).isEqualTo(Long.MAX_VALUE);
    assertThat(small.isSaturated()).isTrue();
  }
}
