package dev.sojourn.benchmarks.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.structures.filter.BloomFilter;
import dev.sojourn.structures.filter.BloomPlan;
import dev.sojourn.structures.filter.Layout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTheoryTest {
  private static final int KEYS = 1_000_000;

  /** The table of every account of Bloom filters. */
  @ParameterizedTest
  @CsvSource({"8, 6, 0.0216", "10, 7, 0.00819", "12, 8, 0.00314", "16, 11, 0.000459"})
  void classicFiltersLieAsTheTableSays(int bitsPerKey, int hashes, double rate) {
    assertThat(ErrorTheory.classic(bitsPerKey, hashes)).isCloseTo(rate, within(rate / 200));
  }

  /** One lane of one bit is a filter that says yes wherever its block has a key. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 4})
  void aBlockOfOneBitLiesWhenItHasAnyKey(double bitsPerKey) {
    assertThat(ErrorTheory.blocked(bitsPerKey, 1, 1))
        .isCloseTo(-Math.expm1(-1 / bitsPerKey), within(1e-12));
  }

  /** The plan counts the keys of a block binomially; for a million of them that is the same. */
  @ParameterizedTest
  @ValueSource(ints = {8, 10, 12, 16})
  void sectorisedFiltersLieAsTheirPlanSays(int bitsPerKey) {
    BloomPlan plan =
        BloomFilter.builder()
            .expectedKeys(KEYS)
            .maxBytes((long) bitsPerKey * KEYS / Byte.SIZE)
            .layout(Layout.SECTORISED_512)
            .plan();

    assertThat(ErrorTheory.blocked(plan.bitsPerKey(), 8, 64))
        .isCloseTo(plan.falsePositiveRate(), within(plan.falsePositiveRate() / 1000));
  }
}
