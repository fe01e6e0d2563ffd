package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.Tail;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {
  private static final long SEED = 20_261_201L;
  private static final double[] FRACTIONS = {0, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999, 1};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 999, 1_000, 1_001, 100_000})
  void quantilesAreTheHistogramsOwn(int count) {
    Histogram histogram = RunFixture.histogram(7, count, 30_000);

    Counts counts = Counts.of(Cells.of(histogram));

    assertThat(counts.total()).isEqualTo(count);
    assertThat(counts.max()).isEqualTo(histogram.getMaxValue());
    for (double fraction : FRACTIONS) {
      assertThat(counts.quantile(fraction))
          .as("quantile %s of %s values", fraction, count)
          .isEqualTo(
              histogram.highestEquivalentValue(histogram.getValueAtPercentile(100 * fraction)));
    }
  }

  @Test
  void countsAreTheHistogramsOwn() {
    Histogram histogram = RunFixture.histogram(11, 50_000, 5_000);
    Counts counts = Counts.of(Cells.of(histogram));

    for (double fraction : FRACTIONS) {
      long value = counts.quantile(fraction);
      assertThat(counts.atMost(value)).isEqualTo(histogram.getCountBetweenValues(0, value));
      assertThat(counts.atLeast(value))
          .isEqualTo(histogram.getCountBetweenValues(value, histogram.getMaxValue()));
    }
  }

  @Test
  void anEmptyHistogramHasNothing() {
    Counts counts = Counts.of(Cells.NONE);

    assertThat(counts.total()).isZero();
    assertThat(counts.max()).isZero();
    assertThat(counts.quantile(0.99)).isZero();
    assertThat(counts.atLeast(5)).isZero();
  }

  /** Of a tail alone the same is known as of the whole, whatever part of it each fork holds. */
  @Test
  void whatIsLeftOutBelowChangesNothingAbove() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 300; i++) {
      List<Cells> forks = forks(random);
      List<Counts> whole = forks.stream().map(Counts::of).toList();
      Tail tail =
          new Tail(
              RunFixture.arm("jdk"),
              1,
              forks.stream().map(cells -> new Tail.ForkTail(0, cells)).toList());
      List<Counts> tops = TailCounts.of(tail, 0.9).counts();

      for (double fraction : new double[] {0.9, 0.95, 0.99, 0.999, 1}) {
        long pooled = Counts.pooled(fraction, whole);
        assertThat(Counts.pooled(fraction, tops)).as("seed=%d i=%d", SEED, i).isEqualTo(pooled);
        for (int fork = 0; fork < forks.size(); fork++) {
          Counts all = whole.get(fork);
          Counts top = tops.get(fork);
          assertThat(top.quantile(fraction)).isEqualTo(all.quantile(fraction));
          assertThat(top.atMost(pooled)).isEqualTo(all.atMost(pooled));
          assertThat(top.atLeast(pooled)).isEqualTo(all.atLeast(pooled));
          assertThat(top.total()).isEqualTo(all.total());
        }
      }
    }
  }

  /** Several forks, some of other sizes, some elsewhere, some of one value, some empty. */
  private static List<Cells> forks(SplittableRandom random) {
    return IntStream.range(0, 1 + random.nextInt(6))
        .mapToObj(
            fork -> {
              int values = random.nextInt(4) == 0 ? random.nextInt(3) : 1 + random.nextInt(3_000);
              double mean = random.nextBoolean() ? 1_000 : 1_000_000;
              return Cells.of(RunFixture.histogram(random.nextLong(), values, mean));
            })
        .toList();
  }

  /** Three digits: no quantile of a recorded sample is further than 0.2 % from the sample's own. */
  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.0001, 0.05})
  void quantilesOfABodyWithATailAreWithinAFifthOfAPercent(double tail) {
    SplittableRandom random = new SplittableRandom(20_261_123);
    long[] sample = new long[2_000_000];
    Histogram histogram = new Histogram(3);
    for (int i = 0; i < sample.length; i++) {
      boolean slow = random.nextDouble() < tail;
      double body = 200 * Math.exp(0.25 * random.nextGaussian());
      sample[i] = (long) (slow ? 20_000 - 50_000 * Math.log(1 - random.nextDouble()) : body);
      histogram.recordValue(sample[i]);
    }
    Arrays.sort(sample);
    Counts counts = Counts.of(Cells.of(histogram));

    for (double fraction : new double[] {0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999}) {
      double exact = sample[(int) Counts.rank(fraction, sample.length) - 1];
      assertThat(Math.abs(counts.quantile(fraction) / exact - 1))
          .as("error at %s with a tail of %s", fraction, tail)
          .isLessThanOrEqualTo(0.002);
    }
  }
}
