package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often noise is called a change, and how often a change is found where it is. */
class ChangePointsTest {
  private static final int SERIES = 1000;
  private static final int SESSIONS = 48;
  private static final double MEMORY = 0.5;
  private static final double STEP = Math.log(1.05);

  /** Sessions that remember half of the session before. */
  private static double[] noise(Random random, int sessions, double memory, double sigma) {
    double[] noise = new double[sessions];
    double last = sigma * random.nextGaussian();
    for (int i = 0; i < sessions; i++) {
      noise[i] = last;
      last = memory * last + Math.sqrt(1 - memory * memory) * sigma * random.nextGaussian();
    }
    return noise;
  }

  private static double[] step(double[] noise, int at, double step) {
    double[] values = noise.clone();
    for (int i = at; i < values.length; i++) {
      values[i] += step;
    }
    return values;
  }

  private static List<ChangePoints.Change> confirmed(double[] values) {
    return ChangePoints.of(values, Double.NaN).stream()
        .filter(ChangePoints.Change::confirmed)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.01, 0.015, 0.03, 0.06})
  void ofAHundredSeriesOfNoiseAtMostOneHasAConfirmedChange(double sigma) {
    Random random = new Random(20_261_123);
    int wrong = 0;
    int suspected = 0;
    for (int i = 0; i < SERIES; i++) {
      List<ChangePoints.Change> found =
          ChangePoints.of(noise(random, SESSIONS, MEMORY, sigma), Double.NaN);
      wrong += found.stream().anyMatch(ChangePoints.Change::confirmed) ? 1 : 0;
      suspected += found.isEmpty() ? 0 : 1;
    }
    System.out.printf(
        Locale.ROOT,
        "noise of %.3f: confirmed in %d, anything in %d of %d%n",
        sigma,
        wrong,
        suspected,
        SERIES);
    assertThat(wrong).isLessThanOrEqualTo(SERIES / 100);
  }

  /** A step of 5 %, four sessions ago; what share is found within one session of where it is. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.0075, 0.97",
    "0.5, 0.010, 0.90",
    "0.5, 0.0125, 0.75",
    "0.5, 0.015, 0.50",
    "0.0, 0.010, 0.95",
    "0.0, 0.015, 0.50"
  })
  void fivePercentAreDatedAfterFourSessions(double memory, double sigma, double least) {
    Random random = new Random(7);
    int at = SESSIONS - ChangePoints.SHORTEST;
    int dated = 0;
    for (int i = 0; i < SERIES; i++) {
      double[] values = step(noise(random, SESSIONS, memory, sigma), at, STEP);
      dated += confirmed(values).stream().anyMatch(c -> Math.abs(c.index() - at) <= 1) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT, "step of 5 %%, memory %.1f, noise %.4f: dated in %d%n", memory, sigma, dated);
    assertThat(dated).isGreaterThanOrEqualTo((int) (least * SERIES));
  }

  @Test
  void aStepAndBackAreTwoChangesOfTheRightSize() {
    double[] values = noise(new Random(3), 60, 0, 0.005);
    values = step(step(values, 20, Math.log(1.10)), 40, -Math.log(1.10));

    List<ChangePoints.Change> found = confirmed(values);

    assertThat(found).hasSize(2);
    assertThat(found.getFirst().index()).isEqualTo(20);
    assertThat(Math.exp(found.getFirst().jump())).isBetween(1.09, 1.11);
    assertThat(found.getLast().index()).isEqualTo(40);
    assertThat(found.getLast().jump()).isNegative();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void fewerThanFourSessionsAreASuspicion(int sessions) {
    double[] values = step(noise(new Random(5), 30, 0, 0.005), 30 - sessions, Math.log(1.10));

    assertThat(ChangePoints.of(values, Double.NaN))
        .singleElement()
        .matches(change -> !change.confirmed() && change.index() == 30 - sessions);
  }

  @Test
  void oneWildSessionIsNoLevel() {
    double[] values = noise(new Random(6), 30, 0, 0.005);
    values[12] += 1;

    assertThat(confirmed(values)).isEmpty();
  }

  @Test
  void sessionsKnownToDifferMuchRaiseTheFloor() {
    double[] values = step(noise(new Random(8), 30, 0, 0.005), 15, STEP);

    assertThat(ChangePoints.of(values, 0.01)).allMatch(ChangePoints.Change::confirmed).hasSize(1);
    assertThat(ChangePoints.of(values, 0.02)).noneMatch(ChangePoints.Change::confirmed).hasSize(1);
  }

  @Test
  void shortAndFlatSeriesHaveNoChange() {
    for (int n = 0; n < 12; n++) {
      double[] flat = new double[n];
      Arrays.fill(flat, 1.5);
      assertThat(ChangePoints.of(flat, Double.NaN)).isEmpty();
    }
  }

  @Test
  void fiftySessionsTakeMilliseconds() {
    double[] values = noise(new Random(9), 50, MEMORY, 0.01);
    ChangePoints.of(values, Double.NaN);
    Instant start = Instant.now();
    for (int i = 0; i < 20; i++) {
      ChangePoints.of(values, Double.NaN);
    }

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }
}
