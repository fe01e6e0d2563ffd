package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HodgesLehmannTest {

  @Test
  void estimateIsTheMedianOfAllPairwiseMeans() {
    Interval interval = HodgesLehmann.of(new double[] {1, 2, 9}, 0.05);

    // 1, 1.5, 2, 5, 5.5, 9
    assertThat(interval.estimate()).isEqualTo(3.5);
    assertThat(HodgesLehmann.walshAverages(new double[] {1, 2, 9}))
        .containsExactly(1, 1.5, 2, 5, 5.5, 9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void fewerThanSixPairsBoundNothing(int n) {
    double[] differences = new double[n];
    Arrays.setAll(differences, i -> i + 1);

    assertThat(HodgesLehmann.of(differences, 0.05).bounded()).isFalse();
    assertThat(HodgesLehmann.of(differences, 0.05).halfWidth()).isInfinite();
  }

  /** Of six pairs the ends miss in 1.5625 % of cases, the next averages in 3.125 %. */
  @Test
  void sixPairsAreBoundedBetweenTheirExtremesAndTheNextAverages() {
    Interval interval = HodgesLehmann.of(new double[] {6, 1, 3, 2, 5, 4}, 0.05);

    assertThat(interval.low()).isCloseTo(1 + 0.6 * 0.5, within(1e-12));
    assertThat(interval.high()).isCloseTo(6 - 0.6 * 0.5, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void intervalLiesBetweenTheTwoExactOnesNextToIt(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      int n = 6 + i % 20;
      double[] differences = random.doubles(n, -0.5, 1).toArray();
      double[] walsh = HodgesLehmann.walshAverages(differences);
      int outside = SignedRank.criticalCount(n, 0.05);

      Interval interval = HodgesLehmann.of(differences, 0.05);

      assertThat(interval.low()).isBetween(walsh[outside - 1], walsh[outside]);
      assertThat(interval.high())
          .isBetween(walsh[walsh.length - outside - 1], walsh[walsh.length - outside]);
      if (SignedRank.pValue(differences) <= 0.05) {
        assertThat(interval.low() > 0 || interval.high() < 0)
            .as("seed=%d i=%d %s", seed, i, interval)
            .isTrue();
      }
    }
  }

  /** Normal, flat, peaked, without a mean: the interval asks only that pairs be symmetric. */
  @ParameterizedTest
  @ValueSource(ints = {7, 8, 12, 16, 24})
  void intervalMissesTheCentreInOneCaseOfTwenty(int n) {
    Random random = new Random(n);
    List<DoubleSupplier> shapes =
        List.of(
            random::nextGaussian,
            () -> random.nextDouble() - 0.5,
            () -> Math.pow(random.nextGaussian(), 3),
            () -> Math.tan(Math.PI * (random.nextDouble() - 0.5)));
    for (DoubleSupplier shape : shapes) {
      int missed = 0;
      for (int i = 0; i < 10_000; i++) {
        double[] differences = DoubleStream.generate(shape).limit(n).toArray();
        Interval interval = HodgesLehmann.of(differences, 0.05);
        missed += interval.low() > 0 || interval.high() < 0 ? 1 : 0;
      }
      assertThat(missed / 10_000.0)
          .as("n=%d shape %s", n, shapes.indexOf(shape))
          .isBetween(0.043, n < 8 ? 0.061 : 0.056);
    }
  }

  @Test
  void shiftingEveryPairShiftsTheInterval() {
    double[] differences = new SplittableRandom(5).doubles(17, -1, 1).toArray();
    double[] shifted = Arrays.stream(differences).map(d -> d + 10).toArray();

    Interval here = HodgesLehmann.of(differences, 0.05);
    Interval there = HodgesLehmann.of(shifted, 0.05);

    assertThat(there.estimate()).isCloseTo(here.estimate() + 10, within(1e-12));
    assertThat(there.low()).isCloseTo(here.low() + 10, within(1e-12));
    assertThat(there.high()).isCloseTo(here.high() + 10, within(1e-12));
  }

  @Test
  void aQuarterOfSpoiledPairsDoesNotDragTheEstimateAway() {
    double[] differences = {0.01, 0.02, 0.0, -0.01, 0.015, 0.005, 0.0, 0.01, 0.02, 50, 70, 90};

    assertThat(HodgesLehmann.of(differences, 0.05).estimate()).isBetween(0.0, 0.1);
  }

  @Test
  void noPairsAreRefused() {
    assertThatThrownBy(() -> HodgesLehmann.of(new double[0], 0.05))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one pair");
  }
}
