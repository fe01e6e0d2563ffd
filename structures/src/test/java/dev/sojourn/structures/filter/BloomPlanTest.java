package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BloomPlanTest {
  @ParameterizedTest
  @CsvSource({
    "CLASSIC, 0.03, 7.30",
    "CLASSIC, 0.01, 9.59",
    "CLASSIC, 0.001, 14.38",
    "SECTORISED_512, 0.03, 7.96",
    "SECTORISED_512, 0.01, 10.10",
    "SECTORISED_512, 0.001, 15.72"
  })
  void bitsPerKeyAreThePublishedOnes(Layout layout, double rate, double bitsPerKey) {
    BloomPlan plan = BloomFilter.plan(100_000_000, rate, layout);

    assertThat(plan.bitsPerKey()).isCloseTo(bitsPerKey, Percentage.withPercentage(0.5));
    assertThat(plan.falsePositiveRate()).isLessThanOrEqualTo(rate).isGreaterThan(rate * 0.999);
  }

  @ParameterizedTest
  @CsvSource({
    "CLASSIC, 0.5, 1",
    "CLASSIC, 0.03, 5",
    "CLASSIC, 0.01, 7",
    "CLASSIC, 0.001, 10",
    "CLASSIC, 0.000000001, 30",
    "SECTORISED_512, 0.01, 8"
  })
  void hashesFollowTheRate(Layout layout, double rate, int hashes) {
    assertThat(BloomFilter.plan(1_000_000, rate, layout).hashes()).isEqualTo(hashes);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void oneBitUnitLessWouldBreakTheRate(Layout layout) {
    for (long n : new long[] {1000, 12_345, 1_000_000, 3_000_000_000L}) {
      BloomPlan plan = BloomFilter.plan(n, 0.01, layout);
      BitModel model = layout.model();

      double before =
          model.falsePositiveRate((double) n, plan.bits() - model.unitBits(), plan.hashes());

      assertThat(plan.falsePositiveRate()).as("n = %d", n).isLessThanOrEqualTo(0.01);
      assertThat(before).as("n = %d", n).isGreaterThan(0.01);
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void moreThanIntBitsAreCountedInFull(Layout layout) {
    BloomPlan plan = BloomFilter.plan(10_000_000_000L, 0.01, layout);

    assertThat(plan.bits()).isGreaterThan(95_000_000_000L);
    assertThat(plan.bytes()).isBetween(plan.bits() / 8, plan.bits() / 8 + 256);
    assertThat(plan.falsePositiveRate()).isBetween(0.0099, 0.01);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void absurdSizesAreRefusedWithAWayOut(Layout layout) {
    for (long n : new long[] {1L << 40, Long.MAX_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> BloomFilter.plan(n, 0.01, layout))
          .withMessageContainingAll(String.valueOf(n), "0.01", "split the keys");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1, 1.5, -1, 1e-12, Double.NaN, Double.POSITIVE_INFINITY})
  void senselessRatesAreRefusedByName(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BloomFilter.builder().falsePositiveRate(rate))
        .withMessageContainingAll("falsePositiveRate", String.valueOf(rate), "try 0.01");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void negativeNumbersOfKeysAreRefusedByName(long keys) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BloomFilter.plan(keys, 0.01, Layout.CLASSIC))
        .withMessageContainingAll("expectedKeys", String.valueOf(keys));
  }

  @Test
  void oneDemandIsNotEnough() {
    assertThatIllegalStateException()
        .isThrownBy(() -> BloomFilter.builder().expectedKeys(10).build())
        .withMessageContaining("two of expectedKeys, falsePositiveRate and maxBytes");
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aBudgetIsUsedAndNeverExceeded(Layout layout) {
    for (long budget = 208; budget < 1L << 36; budget = budget * 3 + 1) {
      BloomPlan plan =
          BloomFilter.builder().expectedKeys(1000).maxBytes(budget).layout(layout).plan();

      assertThat(plan.bytes()).as("budget %d", budget).isLessThanOrEqualTo(budget);
      assertThat(plan.bytes())
          .as("budget %d", budget)
          .isGreaterThan(Math.min(budget, 8L * Integer.MAX_VALUE - 256) - 128);
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aBudgetAndARateGiveTheMostKeys(Layout layout) {
    BloomBuilder builder =
        BloomFilter.builder().falsePositiveRate(0.01).maxBytes(1 << 20).layout(layout);

    BloomPlan plan = builder.plan();

    double over =
        layout.model().falsePositiveRate(plan.expectedKeys() + 1.0, plan.bits(), plan.hashes());
    assertThat(plan.falsePositiveRate()).isLessThanOrEqualTo(0.01);
    assertThat(over).isGreaterThan(0.01);
    assertThat(builder.build().footprintBytes()).isLessThanOrEqualTo(1 << 20);
  }

  @Test
  void aBudgetTooSmallForTheRateIsRefusedWithTheBytesNeeded() {
    BloomBuilder builder =
        BloomFilter.builder().expectedKeys(1_000_000).falsePositiveRate(0.01).maxBytes(1000);
    long needed = BloomFilter.plan(1_000_000, 0.01, Layout.SECTORISED_512).bytes();

    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessageContainingAll("maxBytes is 1000", String.valueOf(needed));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -5, Long.MIN_VALUE})
  void aBudgetMustBePositive(long bytes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BloomFilter.builder().maxBytes(bytes))
        .withMessageContainingAll("maxBytes", String.valueOf(bytes));
  }

  @Test
  void aBudgetBelowTheSmallestFilterIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BloomFilter.builder().expectedKeys(1).maxBytes(100).plan())
        .withMessageContainingAll("maxBytes must be at least", "was 100");
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void theSmallestFilterHoldsAKeyAtTheSmallestRate(Layout layout) {
    BloomPlan plan =
        BloomFilter.builder()
            .falsePositiveRate(BloomPlan.MIN_FALSE_POSITIVE_RATE)
            .maxBytes(208)
            .layout(layout)
            .plan();

    assertThat(plan.expectedKeys()).isPositive();
  }
}
