package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
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

  @Test
  void sixPairsAreBoundedByTheirExtremes() {
    Interval interval = HodgesLehmann.of(new double[] {6, 1, 3, 2, 5, 4}, 0.05);

    assertThat(interval).isEqualTo(new Interval(3.5, 1, 6));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void intervalLeavesOutZeroExactlyWhenTheTestRejects(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      int n = 6 + i % 20;
      double shift = random.nextDouble(-0.8, 0.8);
      double[] differences = random.doubles(n, -1, 1).map(d -> d + shift).toArray();

      Interval interval = HodgesLehmann.of(differences, 0.05);
      boolean excludesZero = interval.low() > 0 || interval.high() < 0;

      assertThat(excludesZero)
          .as("seed=%d i=%d %s", seed, i, interval)
          .isEqualTo(SignedRank.pValue(differences) <= 0.05);
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
