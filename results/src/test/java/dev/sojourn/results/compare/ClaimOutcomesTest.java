package dev.sojourn.results.compare;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.compare.ClaimOutcome.State;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.ClaimCard.Kind;
import dev.sojourn.results.model.Metric;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimOutcomesTest {
  private static final double[] FORKS = {100, 102, 98, 101, 100, 104, 97, 99};

  private static ClaimCard ratio(double atMost, double atLeast, Map<String, String> where) {
    return new ClaimCard(Kind.RATIO, "fourWay", "jdk", "time", atMost, atLeast, where);
  }

  private static ClaimCard count(double atMost, double atLeast) {
    return new ClaimCard(Kind.COUNT, "fourWay", "", "alloc", atMost, atLeast, Map.of());
  }

  private static double[] spread(double factor) {
    double[] result = FORKS.clone();
    Arrays.setAll(result, i -> 100 * factor * (1 + (i % 2 == 0 ? 0.04 : -0.04)));
    return result;
  }

  private static ClaimOutcome only(RunFixture run) {
    return ClaimOutcomes.of(run.run()).getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "0.6, 0.8, NaN, SHOWN",
    "0.9, 0.8, NaN, NOT_SHOWN",
    "0.8, 0.8, NaN, NOT_SEPARABLE",
    "2.0, NaN, 1.5, SHOWN",
    "1.0, NaN, 1.5, NOT_SHOWN",
    "1.0, 1.2, 0.8, SHOWN",
    "1.5, 1.2, 0.8, NOT_SHOWN",
  })
  void ratioIsShownWhenItsIntervalLiesWithinTheBounds(
      double factor, double atMost, double atLeast, State expected) {
    RunFixture run =
        new RunFixture()
            .claim(ratio(atMost, atLeast, Map.of()))
            .time(arm("jdk"), FORKS)
            .time(arm("fourWay"), spread(factor));

    ClaimOutcome outcome = only(run);

    assertThat(outcome.state()).as(outcome.evidence()).isEqualTo(expected);
    assertThat(outcome.evidence())
        .contains("time of fourWay / jdk = ")
        .contains("8 pairs; claimed");
  }

  @Test
  void theWeakestPointDecides() {
    RunFixture run =
        new RunFixture()
            .claim(ratio(0.8, Double.NaN, Map.of()))
            .time(arm("jdk", "size", "1"), FORKS)
            .time(arm("fourWay", "size", "1"), spread(0.5))
            .time(arm("jdk", "size", "2"), FORKS)
            .time(arm("fourWay", "size", "2"), spread(1.5));

    ClaimOutcome outcome = only(run);

    assertThat(outcome.state()).isEqualTo(State.NOT_SHOWN);
    assertThat(outcome.evidence()).contains("at size=2 (weakest of 2 points)");
  }

  @Test
  void onlyTheClaimsOwnPointsCount() {
    RunFixture run =
        new RunFixture()
            .claim(ratio(0.8, Double.NaN, Map.of("size", "1")))
            .time(arm("jdk", "size", "1"), FORKS)
            .time(arm("fourWay", "size", "1"), spread(0.5))
            .time(arm("jdk", "size", "2"), FORKS)
            .time(arm("fourWay", "size", "2"), spread(1.5));

    assertThat(only(run).state()).isEqualTo(State.SHOWN);
  }

  @Test
  void pointsThatWerePlannedAndAreMissingLeaveAClaimOpen() {
    RunFixture run =
        new RunFixture()
            .claim(ratio(0.8, Double.NaN, Map.of()))
            .planned(arm("fourWay", "size", "1"))
            .planned(arm("fourWay", "size", "2"))
            .time(arm("jdk", "size", "1"), FORKS)
            .time(arm("fourWay", "size", "1"), spread(0.5));

    assertThat(only(run).state()).isEqualTo(State.NOT_SEPARABLE);
    assertThat(only(run).evidence()).contains("1 planned points have no numbers");
  }

  @Test
  void nothingMeasuredIsNotRun() {
    RunFixture run = new RunFixture().claim(ratio(0.8, Double.NaN, Map.of("size", "9")));

    assertThat(only(run).state()).isEqualTo(State.NOT_RUN);
    assertThat(only(run).evidence()).isEqualTo("no numbers of fourWay at size=9");
  }

  @Test
  void onePairCannotShowARatio() {
    RunFixture run =
        new RunFixture()
            .claim(ratio(0.8, Double.NaN, Map.of()))
            .time(arm("jdk"), 100)
            .time(arm("fourWay"), 10);

    assertThat(only(run).state()).isEqualTo(State.NOT_SEPARABLE);
    assertThat(only(run).evidence()).contains("without an interval, 1 pair");
  }

  @ParameterizedTest
  @CsvSource({
    "24, 24, 24, NaN, SHOWN",
    "0.0003, 0.0001, 0, NaN, SHOWN",
    "48, 48, 24, NaN, NOT_SHOWN",
    "24, 48, 24, NaN, NOT_SEPARABLE",
    "24, 48, NaN, 24, SHOWN",
  })
  void countMustHoldAtEveryFork(
      double one, double other, double atMost, double atLeast, State expected) {
    RunFixture run =
        new RunFixture()
            .claim(count(atMost, atLeast))
            .metric(arm("fourWay"), Metric.ALLOCATION, one, other);

    assertThat(only(run).state()).as(only(run).evidence()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.6, 24", "0.6, 48", "1.5, 24", "1.5, 48"})
  void aSmokeRunSpeaksNeitherForAClaimNorAgainstIt(double factor, double bytes) {
    RunFixture run =
        new RunFixture()
            .effort("smoke")
            .claim(ratio(0.8, Double.NaN, Map.of()))
            .claim(count(24, Double.NaN))
            .time(arm("jdk"), FORKS)
            .time(arm("fourWay"), spread(factor))
            .metric(arm("fourWay"), Metric.ALLOCATION, bytes, bytes);

    assertThat(ClaimOutcomes.of(run.run()))
        .hasSize(2)
        .allMatch(outcome -> outcome.state() == State.NOT_SEPARABLE)
        .allMatch(
            outcome ->
                outcome
                    .evidence()
                    .endsWith("smoke effort shows that things run and" + " allows no verdict"));
  }
}
