package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiplicityTest {
  /** The worked example of Benjamini and Hochberg, 1995: fifteen comparisons of two treatments. */
  private static final double[] PUBLISHED = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0000
  };

  @Test
  void publishedExampleHasFourDiscoveriesAndThreeByHolm() {
    assertThat(atMost(0.05, Multiplicity.benjaminiHochberg(PUBLISHED))).isEqualTo(4);
    assertThat(atMost(0.05, Multiplicity.holm(PUBLISHED))).isEqualTo(3);
  }

  @Test
  void adjustedValuesAreThoseWorkedOutByHand() {
    double[] pValues = {0.04, 0.01, 0.03, 0.005};

    assertThat(Multiplicity.benjaminiHochberg(pValues))
        .containsExactly(new double[] {0.04, 0.02, 0.04, 0.02}, within(1e-12));
    assertThat(Multiplicity.holm(pValues))
        .containsExactly(new double[] {0.06, 0.03, 0.06, 0.02}, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void adjustedValuesRejectWhatTheProceduresRejectAtEveryLevel(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      double[] pValues = pValues(random, 1 + i % 25);
      double level = random.nextDouble();

      assertThat(atMost(level, Multiplicity.benjaminiHochberg(pValues)))
          .as("seed=%d i=%d", seed, i)
          .isEqualTo(stepUp(pValues, level));
      assertThat(atMost(level, Multiplicity.holm(pValues)))
          .as("seed=%d i=%d", seed, i)
          .isEqualTo(stepDown(pValues, level));
    }
  }

  /** The largest k with p_(k) at most k q / m. */
  private static int stepUp(double[] pValues, double level) {
    double[] sorted = sorted(pValues);
    int m = sorted.length;
    return IntStream.rangeClosed(1, m).filter(k -> sorted[k - 1] * m / k <= level).max().orElse(0);
  }

  /** As many as pass alpha / m, alpha / (m - 1), ... before the first that does not. */
  private static int stepDown(double[] pValues, double level) {
    double[] sorted = sorted(pValues);
    int m = sorted.length;
    return IntStream.range(0, m).filter(i -> sorted[i] * (m - i) > level).findFirst().orElse(m);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void orderIsKeptAndDiscoveriesNeverOutnumberedByHolm(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      double[] pValues = pValues(random, 2 + i % 20);
      double[] found = Multiplicity.benjaminiHochberg(pValues);
      double[] sure = Multiplicity.holm(pValues);

      for (int a = 0; a < pValues.length; a++) {
        assertThat(found[a]).isBetween(pValues[a], sure[a] + 1e-15);
        assertThat(sure[a]).isLessThanOrEqualTo(Math.min(1, pValues[a] * pValues.length) + 1e-15);
        for (int b = 0; b < pValues.length; b++) {
          if (pValues[a] <= pValues[b]) {
            assertThat(found[a]).isLessThanOrEqualTo(found[b]);
            assertThat(sure[a]).isLessThanOrEqualTo(sure[b]);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void aSmallerPValueNeverMakesAnotherLarger(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      double[] pValues = pValues(random, 12);
      double[] smaller = pValues.clone();
      smaller[random.nextInt(12)] *= random.nextDouble();

      assertNowhereLarger(
          Multiplicity.benjaminiHochberg(smaller), Multiplicity.benjaminiHochberg(pValues));
      assertNowhereLarger(Multiplicity.holm(smaller), Multiplicity.holm(pValues));
    }
  }

  @Test
  void whatIsNoNumberAsksNoQuestion() {
    double[] pValues = {0.01, Double.NaN, 0.04};

    assertThat(Multiplicity.holm(pValues)).containsExactly(0.02, Double.NaN, 0.04);
    assertThat(Multiplicity.benjaminiHochberg(pValues)).containsExactly(0.02, Double.NaN, 0.04);
    assertThat(Multiplicity.holm(new double[0])).isEmpty();
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> Multiplicity.holm(new double[] {0.5, 1.5}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("between 0 and 1, was 1.5");
  }

  /** Of twenty questions four have a true answer; the promises hold on average over many runs. */
  @Test
  void promisesHoldWhereTheTruthIsKnown() {
    SplittableRandom random = new SplittableRandom(99);
    int runs = 4000;
    double falseShares = 0;
    int runsWithAnyFalse = 0;
    for (int run = 0; run < runs; run++) {
      double[] pValues = random.doubles(20).toArray();
      for (int i = 0; i < 4; i++) {
        pValues[i] *= 0.005;
      }
      double[] found = Multiplicity.benjaminiHochberg(pValues);
      double[] sure = Multiplicity.holm(pValues);
      falseShares += falseAmong(found) / (double) Math.max(1, atMost(0.05, found));
      runsWithAnyFalse += falseAmong(sure) > 0 ? 1 : 0;
    }

    assertThat(falseShares / runs).isBetween(0.03, 0.05);
    assertThat((double) runsWithAnyFalse / runs).isLessThanOrEqualTo(0.055);
  }

  private static int falseAmong(double[] adjusted) {
    return atMost(0.05, Arrays.copyOfRange(adjusted, 4, adjusted.length));
  }

  private static void assertNowhereLarger(double[] smaller, double[] larger) {
    for (int i = 0; i < smaller.length; i++) {
      assertThat(smaller[i]).isLessThanOrEqualTo(larger[i] + 1e-15);
    }
  }

  private static double[] pValues(SplittableRandom random, int count) {
    return random.doubles(count).map(p -> p * p * p).toArray();
  }

  private static double[] sorted(double[] values) {
    return Arrays.stream(values).sorted().toArray();
  }

  private static int atMost(double level, double[] values) {
    return (int) Arrays.stream(values).filter(v -> v <= level).count();
  }
}
