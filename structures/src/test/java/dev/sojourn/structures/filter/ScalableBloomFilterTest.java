package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.GraphLayout;

class ScalableBloomFilterTest {
  /** The 99.9 % quantile of the normal distribution, for a bound that holds on one side. */
  private static final double Z = 3.0902;

  private static final int QUERIES = 400_000;

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0.01",
    "1, 2, 0.01",
    "1, 63, 0.01",
    "1, 64, 0.01",
    "1, 65, 0.01",
    "10, 500, 0.03",
    "1, 5000, 0.01",
    "1000, 1000000, 0.01",
    "1000, 1000000, 0.001"
  })
  void theErrorStaysBelowTheBoundHoweverManyCome(long initial, int n, double rate) {
    ScalableBloomFilter filter = ScalableBloomFilter.ofInitialKeys(initial, rate, n);
    Keys.stream(n, n).forEach(filter::put);

    long hits = Keys.stream(99_999, QUERIES).filter(filter::mightContain).count();

    assertThat(Keys.stream(n, n).allMatch(filter::mightContain)).isTrue();
    assertThat((double) hits / QUERIES)
        .isLessThanOrEqualTo(rate + Z * Math.sqrt(rate * (1 - rate) / QUERIES));
    assertThat(filter.falsePositiveBound()).isLessThanOrEqualTo(rate);
    assertThat(filter.expectedFalsePositiveRate()).isLessThanOrEqualTo(rate * 1.05);
    assertThat(filter.verify()).isEmpty();
    assertThat(filter.approximateSize()).isBetween((long) (n * (1 - 2 * rate)) - 1, (long) n);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void answersAsASetDoesUpToItsError(long seed) {
    Random random = new Random(seed);
    ScalableBloomFilter filter = ScalableBloomFilter.ofInitialKeys(4, 0.001, seed);
    Set<Long> model = new HashSet<>();

    for (int step = 0; step < 20_000; step++) {
      long key = Keys.key(seed, random.nextInt(8000));
      boolean reported = filter.mightContain(key);
      assertThat(filter.put(key)).as("seed %d, step %d", seed, step).isEqualTo(!reported);
      assertThat(reported || !model.contains(key)).as("seed %d, step %d", seed, step).isTrue();
      model.add(key);
    }
    assertThat(model.stream().allMatch(filter::mightContain)).isTrue();
  }

  @Test
  void growsByDoublingAndNotForRepetitions() {
    ScalableBloomFilter filter = ScalableBloomFilter.ofInitialKeys(1000, 0.01);
    for (int round = 0; round < 5; round++) {
      Keys.stream(1, 1000).forEach(filter::put);
    }
    assertThat(filter.filterCount()).isEqualTo(1);

    Keys.stream(2, 6100).forEach(filter::put);

    assertThat(filter.filterCount()).isEqualTo(4);
    ScalableBloomFilter.Stats stats = filter.stats();
    assertThat(stats.filters()).isEqualTo(4);
    assertThat(stats.approximateSize()).isEqualTo(filter.approximateSize());
    assertThat(stats.approximateSize() + stats.room()).isEqualTo(1000 * (1 + 2 + 4 + 8));
    filter.clear();
    assertThat(filter.filterCount()).isEqualTo(1);
    assertThat(filter.approximateSize()).isZero();
    assertThat(Keys.stream(2, 1000).noneMatch(filter::mightContain)).isTrue();
    assertThat(filter.put(7)).isTrue();
  }

  @Test
  void everyKindOfKeyIsTaken() {
    ScalableBloomFilter filter = ScalableBloomFilter.ofInitialKeys(1, 0.001);
    byte[] bytes = {1, 2, 3};

    assertThat(filter.put("text")).isTrue();
    assertThat(filter.put(bytes)).isTrue();
    assertThat(filter.put(ByteBuffer.wrap(bytes))).isFalse();
    assertThat(filter.putHash(Keys.key(1, 1))).isTrue();

    assertThat(filter.mightContain("text")).isTrue();
    assertThat(filter.mightContain(bytes)).isTrue();
    assertThat(filter.mightContain(ByteBuffer.wrap(bytes))).isTrue();
    assertThat(filter.mightContainHash(Keys.key(1, 1))).isTrue();
  }

  @Test
  void argumentsAreCheckedAndTheFootprintIsTrue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScalableBloomFilter.ofInitialKeys(0, 0.01))
        .withMessage("initialKeys must be positive, was 0; try 1000");
    for (double rate : new double[] {0, 1, -1, 1e-9, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ScalableBloomFilter.ofInitialKeys(10, rate))
          .withMessageContaining("to below 1, was " + rate);
    }
    ScalableBloomFilter filter = ScalableBloomFilter.ofInitialKeys(1000, 0.01);
    Keys.stream(1, 10_000).forEach(filter::put);
    assertThat(filter.footprintBytes())
        .isCloseTo(GraphLayout.parseInstance(filter).totalSize(), Percentage.withPercentage(1));
  }
}
