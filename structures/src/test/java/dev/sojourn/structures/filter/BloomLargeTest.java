package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real filter of more bits than an int can count. */
class BloomLargeTest {
  private static final long EXPECTED = 225_000_000;
  private static final int PUT = 1_000_000;
  private static final int BEYOND_INT_WORD = 1 << (31 - 6);

  @ParameterizedTest
  @EnumSource(Layout.class)
  void bitsBeyondAnIntAreUsedAndFound(Layout layout) {
    BloomPlan plan = BloomFilter.plan(EXPECTED, 0.01, layout);
    assertThat(plan.bits()).isGreaterThan(1L << 31);
    assumeTrue(
        Runtime.getRuntime().maxMemory() > 3 * plan.bytes(),
        "needs a heap of " + 3 * plan.bytes() + " bytes");
    BloomFilter filter = new BloomFilter(plan, 3);

    Keys.stream(3, PUT).forEach(filter::put);

    assertThat(Keys.stream(3, PUT).allMatch(filter::mightContain)).isTrue();
    assertThat(Keys.stream(4, PUT).filter(filter::mightContain).count()).isZero();
    assertThat(filter.approximateSize()).isBetween((long) (0.99 * PUT), (long) (1.01 * PUT));
    assertThat(shareBeyondAnInt(filter)).isBetween(0.98 * beyond(plan), 1.02 * beyond(plan));
  }

  private static double beyond(BloomPlan plan) {
    return 1 - (double) (1L << 31) / plan.bits();
  }

  private static double shareBeyondAnInt(BloomFilter filter) {
    Words words = filter.bits().words();
    long ones = 0;
    for (long i = BEYOND_INT_WORD; i < words.size(); i++) {
      ones += Long.bitCount(words.get(i));
    }
    return (double) ones / filter.bitCount();
  }
}
