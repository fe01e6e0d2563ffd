package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyStateTest {
  private static final int FORKS = 4000;
  private static final int SCORES = 8;

  /** Share of simulated forks that are called unsteady. */
  private static double flagged(
      long seed, int warmup, double start, double noise, IntToDoubleFunction level) {
    Random random = new Random(seed);
    int flagged = 0;
    for (int fork = 0; fork < FORKS; fork++) {
      flagged += steadiness(random, warmup, start, noise, level).steady() ? 0 : 1;
    }
    return (double) flagged / FORKS;
  }

  /** The warm-up starts slower by a factor of e^start, and loses four fifths of that each time. */
  private static SteadyState.Steadiness steadiness(
      Random random, int warmup, double start, double noise, IntToDoubleFunction level) {
    List<Double> before = new ArrayList<>();
    for (int i = 0; i < warmup; i++) {
      before.add(50 * Math.exp(start * Math.pow(0.2, i) + noise * random.nextGaussian()));
    }
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < SCORES; i++) {
      scores.add(50 * Math.exp(level.applyAsDouble(i) + noise * random.nextGaussian()));
    }
    return SteadyState.of(before, scores);
  }

  private static IntToDoubleFunction stepAt(int at, double height) {
    return i -> i < at ? 0 : Math.log(height);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.005", "0, 0.01", "0, 0.02", "0, 0.03",
    "5, 0.005", "5, 0.01", "5, 0.02", "5, 0.03",
    "6, 0.005", "6, 0.01", "6, 0.02", "6, 0.03",
    "12, 0.005", "12, 0.01", "12, 0.02", "12, 0.03"
  })
  void whiteNoiseIsSeldomTakenForUnrest(int warmup, double noise) {
    assertThat(flagged(20261123, warmup, 0, noise, i -> 0)).isLessThanOrEqualTo(0.02);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 12})
  void aRoughStartIsNoUnrest(int warmup) {
    assertThat(flagged(5, warmup, 2, 0.01, i -> 0)).isLessThanOrEqualTo(0.02);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 2", "5, 3", "5, 4", "5, 5", "6, 2", "6, 3", "6, 4", "6, 5", "12, 2", "12, 4", "12, 5"
  })
  void aJumpOfFivePercentIsSeenAtLowNoise(int warmup, int at) {
    assertThat(flagged(7, warmup, 0, 0.005, stepAt(at, 1.05))).isGreaterThanOrEqualTo(0.9);
    assertThat(flagged(7, warmup, 0, 0.005, stepAt(at, 1 / 1.05))).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void aRoughStartDoesNotHideAJump(int at) {
    assertThat(flagged(11, 6, 1, 0.003, stepAt(at, 1.05))).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void aCreepOfFivePercentIsSeenAtLowNoise() {
    assertThat(flagged(13, 5, 0, 0.003, i -> 0.05 * i / (SCORES - 1))).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void oneIterationThatMetAStallIsNoUnrest() {
    for (int at = 0; at < SCORES; at++) {
      int hit = at;
      assertThat(flagged(17, 5, 0, 0.005, i -> i == hit ? 0.3 : 0))
          .as("stall in iteration %d", at)
          .isLessThanOrEqualTo(0.02);
    }
  }

  @Test
  void theReasonSaysWhatMoved() {
    assertThat(SteadyState.of(List.of(), List.of(100.0, 101.0, 102.0, 103.0, 104.0, 105.0, 106.0)))
        .isEqualTo(
            new SteadyState.Steadiness(false, "no steady state: the scores creep by +6.0 %"));
    assertThat(
            SteadyState.of(
                List.of(9.0, 3.0, 1.0), List.of(1.0, 1.001, 1.0, 1.001, 0.9, 0.901, 0.9, 0.901)))
        .isEqualTo(
            new SteadyState.Steadiness(false, "no steady state: the scores jump by -10.0 %"));
  }

  @Test
  void equalScoresAreSteady() {
    assertThat(SteadyState.of(List.of(7.0), Collections.nCopies(8, 7.0)))
        .isEqualTo(new SteadyState.Steadiness(true, ""));
  }

  @Test
  void fewScoresCannotTell() {
    assertThat(SteadyState.of(List.of(), List.of(1.0, 2.0, 3.0, 4.0, 5.0)))
        .isEqualTo(new SteadyState.Steadiness(true, "steadiness unknown: 5 scores, 6 are needed"));
  }
}
