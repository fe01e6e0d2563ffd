package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Tail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SpectrumBandTest {
  private static final double[] FRACTIONS = {0, 0.5, 0.9, 0.99, 0.999, 0.9999, 1};

  private static Tail tail(int forks, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Tail.ForkTail> tails = new ArrayList<>();
    for (int round = 0; round < forks; round++) {
      double scale = 1_000 * Math.exp(0.1 * random.nextGaussian());
      tails.add(new Tail.ForkTail(round, RunFixture.histogram(random.nextLong(), 20_000, scale)));
    }
    return new Tail(RunFixture.arm("jdk"), 1, tails);
  }

  @Test
  void curveIsTheMergedHistogramsAndLiesWithinItsBand() {
    Tail tail = tail(10, 1);
    Histogram merged = tail.merged();

    for (SpectrumBand.Point point : SpectrumBand.of(tail, FRACTIONS)) {
      assertThat(point.nanos())
          .isEqualTo(
              (double)
                  merged.highestEquivalentValue(
                      merged.getValueAtPercentile(100 * point.fraction())));
      assertThat(point.low()).isLessThanOrEqualTo(point.nanos());
      assertThat(point.high()).isGreaterThanOrEqualTo(point.nanos());
    }
  }

  /** Any draw of the forks, merged cell by cell, has the quantiles the grid finds. */
  @Test
  void mixturesAreTheMergedHistogramsOfTheirForks() {
    Tail tail = tail(6, 2);
    PooledForks pooled = new PooledForks(TailCounts.of(tail).counts());
    SplittableRandom random = new SplittableRandom(3);

    for (int draw = 0; draw < 50; draw++) {
      int[] weights = SpectrumBand.weights(random, 6);
      Histogram mixture = new Histogram(3);
      for (int fork = 0; fork < 6; fork++) {
        for (int copy = 0; copy < weights[fork]; copy++) {
          mixture.add(tail.forks().get(fork).histogram());
        }
      }
      long[] expected =
          Arrays.stream(FRACTIONS)
              .mapToLong(f -> mixture.highestEquivalentValue(mixture.getValueAtPercentile(100 * f)))
              .toArray();
      assertThat(pooled.quantiles(weights, FRACTIONS)).as("draw %s", draw).isEqualTo(expected);
    }
  }

  @Test
  void equalForksHaveNoBand() {
    Histogram same = RunFixture.histogram(5, 10_000, 1_000);
    Tail tail =
        new Tail(
            RunFixture.arm("jdk"),
            1,
            List.of(
                new Tail.ForkTail(0, same),
                new Tail.ForkTail(1, same),
                new Tail.ForkTail(2, same)));

    assertThat(SpectrumBand.of(tail, FRACTIONS))
        .allMatch(point -> point.low() == point.nanos() && point.high() == point.nanos());
  }

  @Test
  void unlikeForksHaveAWideBandAndTwoHaveNone() {
    assertThat(SpectrumBand.of(tail(10, 7), 0.99).getFirst())
        .matches(point -> point.high() > 1.02 * point.low());
    assertThat(SpectrumBand.of(tail(2, 7), 0.99).getFirst())
        .matches(point -> point.high() == point.low());
  }

  @Test
  void sameForksSameBandAndNoValuesNoCurve() {
    assertThat(SpectrumBand.of(tail(8, 9), FRACTIONS))
        .isEqualTo(SpectrumBand.of(tail(8, 9), FRACTIONS));
    assertThat(SpectrumBand.of(new Tail(RunFixture.arm("jdk"), 1, List.of()), 0.5)).isEmpty();
  }
}
