package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rate that was predicted is the rate that is met. */
class BloomErrorRateTest {
  /** The two-sided 99.9 % quantile of the normal distribution. */
  private static final double Z = 3.2905;

  private static final long ABSENT = 77_777;

  static Stream<Arguments> plans() {
    return Arrays.stream(Layout.values())
        .flatMap(
            layout ->
                Stream.of(1, 2, 63, 64, 65, 500, 1_000_000)
                    .flatMap(
                        n ->
                            Stream.of(0.03, 0.01, 0.001)
                                .map(rate -> Arguments.of(layout, n, rate))));
  }

  /**
   * Several filters, because the bits of one are themselves a matter of luck: the interval is wide
   * enough for the spread between filters and for the binomial spread of the queries.
   */
  @ParameterizedTest
  @MethodSource("plans")
  void measuredRateIsThePredictedOne(Layout layout, int n, double rate) {
    BloomPlan plan = BloomFilter.plan(n, rate, layout);
    int filters = Math.max(12, Math.min(400, 2_000_000 / n));
    int queries = Math.max(20_000, 2_000_000 / filters);

    double[] rates =
        IntStream.range(0, filters).mapToDouble(i -> measure(plan, i, n, queries)).toArray();

    double mean = Arrays.stream(rates).average().orElseThrow();
    double variance = Arrays.stream(rates).map(r -> (r - mean) * (r - mean)).sum() / (filters - 1);
    double expected = plan.falsePositiveRate();
    double binomial = expected * (1 - expected) / queries;
    double halfWidth = student(filters) * Math.sqrt(Math.max(variance, binomial) / filters);
    assertThat(expected).isLessThanOrEqualTo(rate);
    assertThat(Math.abs(mean - expected))
        .as("%s: measured %.3g, seeds 0 to %d", plan, mean, filters - 1)
        .isLessThanOrEqualTo(halfWidth + 1.0 / ((double) filters * queries));
  }

  private static double student(int samples) {
    return Z + 12.0 / samples;
  }

  private static double measure(BloomPlan plan, int seed, int n, int queries) {
    BloomFilter filter = new BloomFilter(plan, seed);
    Keys.stream(seed, n).forEach(filter::put);
    long hits = Keys.stream(ABSENT + seed, queries).filter(filter::mightContain).count();
    return (double) hits / queries;
  }

  /** The numbers to know by heart: 2.2 %, 0.82 % and 0.046 %, within the binomial interval. */
  @ParameterizedTest
  @CsvSource({"8, 6, 0.0216", "10, 7, 0.00819", "16, 11, 0.000459"})
  void bitsPerKeyBuyTheRateOfTheFormula(int bitsPerKey, int hashes, double rate) {
    int n = 1_000_000;
    int queries = 5_000_000;
    BloomPlan plan = BloomPlan.of(n, (long) bitsPerKey * n, hashes, Layout.CLASSIC);
    BloomFilter filter = new BloomFilter(plan, bitsPerKey);
    Keys.stream(1, n).forEach(filter::put);

    long hits = Keys.stream(ABSENT, queries).filter(filter::mightContain).count();

    double halfWidth = Z * Math.sqrt(rate * (1 - rate) / queries);
    assertThat(plan.falsePositiveRate()).isCloseTo(rate, Percentage.withPercentage(0.2));
    assertThat((double) hits / queries).isCloseTo(rate, within(halfWidth + rate * 0.004));
  }

  /** Sequential keys are the commonest of all, and the ones weak hashes fail. */
  @ParameterizedTest
  @MethodSource("layouts")
  void sequentialKeysErrNoMoreOftenThanRandomOnes(Layout layout) {
    int n = 1_000_000;
    BloomFilter filter =
        BloomFilter.builder().expectedKeys(n).falsePositiveRate(0.01).layout(layout).build();
    for (long key = 0; key < n; key++) {
      filter.put(key);
    }

    long hits = 0;
    for (long key = n; key < 3L * n; key++) {
      hits += filter.mightContain(key) ? 1 : 0;
    }

    assertThat(hits / 2.0 / n).isBetween(0.0095, 0.0105);
  }

  static Stream<Layout> layouts() {
    return Arrays.stream(Layout.values());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void textsErrAsPredicted(Layout layout) {
    int n = 200_000;
    BloomFilter filter =
        BloomFilter.builder().expectedKeys(n).falsePositiveRate(0.01).layout(layout).build();
    IntStream.range(0, n).forEach(i -> filter.put("user:" + i));

    long hits = IntStream.range(n, 6 * n).filter(i -> filter.mightContain("user:" + i)).count();

    assertThat(hits / 5.0 / n).isBetween(0.0095, 0.0105);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void theRateIsKnownFromTheBitsAlone(Layout layout) {
    int n = 100_000;
    BloomFilter filter =
        BloomFilter.builder().expectedKeys(n).falsePositiveRate(0.01).layout(layout).build();
    assertThat(filter.expectedFalsePositiveRate()).isZero();
    assertThat(filter.approximateSize()).isZero();

    Keys.stream(5, 2L * n).forEach(filter::put);

    double measured = Keys.stream(ABSENT, 200_000).filter(filter::mightContain).count() / 200_000.0;
    assertThat(filter.expectedFalsePositiveRate()).isBetween(measured * 0.95, measured * 1.05);
    assertThat(filter.approximateSize()).isBetween((long) (1.98 * n), (long) (2.02 * n));
  }

  @Test
  void aFullFilterKnowsThatItKnowsNothing() {
    BloomFilter filter = BloomFilter.builder().expectedKeys(1).falsePositiveRate(0.5).build();
    Keys.stream(5, 100_000).forEach(filter::put);

    assertThat(filter.bitCount()).isEqualTo(512);
    assertThat(filter.approximateSize()).isEqualTo(Long.MAX_VALUE);
    assertThat(filter.expectedFalsePositiveRate()).isEqualTo(1);
  }
}
