package dev.sojourn.results.compare;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.compare.RunGate.State;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkConditions.Fate;
import dev.sojourn.results.model.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunGateTest {
  private static double[] times(int pairs, double factor) {
    double[] times = new double[pairs];
    Arrays.setAll(times, i -> factor * (100 + i * 7 % 5 * 0.2));
    return times;
  }

  private static Arm point(int i) {
    return arm("jdk", "size", Integer.toString(i));
  }

  private static RunFixture before(int pairs) {
    return new RunFixture().label("before").time(point(0), times(pairs, 1));
  }

  private static RunFixture after() {
    return new RunFixture().label("after").positionsFrom(1);
  }

  private static RunGate.Outcome gate(RunFixture before, RunFixture after) throws Exception {
    return RunGate.of(RunComparison.of(before.run(), after.run(), false));
  }

  @Test
  void freshRoundsConfirmWhatTheFirstSuspect() throws Exception {
    RunGate.Outcome outcome = gate(before(24), after().time(point(0), times(24, 1.1)));

    assertThat(outcome.state()).isEqualTo(State.REGRESSED);
    assertThat(outcome.comparisons().getFirst().forks()).isEqualTo(16);
  }

  /** Eight pairs of twenty-four that were planned are a screen, whatever they show. */
  @ParameterizedTest
  @ValueSource(ints = {8, 9, 12})
  void aPlanThatWasStoppedAfterItsScreenIsNotJudgedByThat(int done) throws Exception {
    RunGate.Outcome outcome =
        gate(before(done).pairs(24), after().pairs(24).time(point(0), times(done, 1.1)));

    assertThat(outcome.state()).isEqualTo(RunGate.State.UNPROVEN);
    assertThat(gate(before(done), after().time(point(0), times(done, 1.1))).state())
        .as("eight that were planned as eight")
        .isEqualTo(RunGate.State.REGRESSED);
  }

  @Test
  void whatOnlyTheFirstRoundsSawIsNoRegression() throws Exception {
    double[] fading = times(24, 1);
    Arrays.setAll(fading, i -> i < 8 ? 1.2 * fading[i] : fading[i]);

    RunGate.Outcome outcome = gate(before(24), after().time(point(0), fading));

    assertThat(outcome.state()).isEqualTo(State.PASSED);
    assertThat(outcome.comparisons().getFirst().verdict().word()).isEqualTo("equivalent");
  }

  /** Each alone beyond the margin in its fresh pairs, and none after correction for ten. */
  @Test
  void suspectsThatFallToTheCorrectionLeaveBothStagesUndecided() throws Exception {
    RunFixture before = before(24);
    RunFixture after = after().time(point(0), faintlySlower());
    for (int i = 1; i < 10; i++) {
      before.time(point(i), times(24, 1));
      after.time(point(i), faintlySlower());
    }

    RunGate.Outcome outcome = gate(before, after);

    assertThat(outcome.state()).as(outcome.reason()).isEqualTo(State.UNPROVEN);
    assertThat(outcome.reason())
        .contains("likely regressed, but not after correction")
        .contains("jdk");
  }

  /** One of 16 fresh pairs is much faster: p is about .006, and a tenth of .05 would be needed. */
  private static double[] faintlySlower() {
    double[] times = times(24, 1);
    Arrays.setAll(times, i -> times[i] * (i == 12 ? 0.85 : 1.1 + 1e-4 * i));
    return times;
  }

  @Test
  void aCountThatIsTheSameProvesNothingAboutTime() throws Exception {
    double[] noisy = times(24, 1);
    Arrays.setAll(noisy, i -> noisy[i] * (i % 2 == 0 ? 1.4 : 0.7));
    RunFixture before = before(24).metric(point(0), Metric.ALLOCATION, 24);
    RunFixture after = after().time(point(0), noisy).metric(point(0), Metric.ALLOCATION, 24);

    RunGate.Outcome outcome = gate(before, after);

    assertThat(outcome.state()).as(outcome.reason()).isEqualTo(State.UNPROVEN);
    assertThat(outcome.reason()).contains("0 of 1 comparisons of time").contains("time of");
  }

  @Test
  void aRegressionIsNamed() throws Exception {
    assertThat(gate(before(24), after().time(point(0), times(24, 1.1))).reason())
        .startsWith("1 regressed: time of ")
        .contains("x1.1");
  }

  @Test
  void identicalTimesPass() throws Exception {
    assertThat(gate(before(24), after().time(point(0), times(24, 1))).state())
        .isEqualTo(State.PASSED);
    assertThat(gate(before(16), after().time(point(0), times(16, 1))).state())
        .isEqualTo(State.PASSED);
  }

  @Test
  void oneStageDecidesWhereThereAreNoFreshRounds() throws Exception {
    assertThat(gate(before(16), after().time(point(0), times(16, 1.1))).state())
        .isEqualTo(State.REGRESSED);
  }

  @Test
  void regressionsThatFallToTheCorrectionLeaveTheGateUndecided() throws Exception {
    RunFixture before = before(8);
    RunFixture after = after().time(point(0), times(8, 1.1));
    for (int i = 1; i < 10; i++) {
      before.time(point(i), times(8, 1));
      after.time(point(i), wavering(8));
    }

    RunGate.Outcome outcome = gate(before, after);

    assertThat(outcome.state()).isEqualTo(State.UNPROVEN);
    assertThat(outcome.reason())
        .contains("1 likely regressed, but not after correction for 10 comparisons");
  }

  /** As often above the usual times as below. */
  private static double[] wavering(int pairs) {
    double[] times = times(pairs, 1);
    Arrays.setAll(times, i -> times[i] * (1 + (i % 2 == 0 ? 1e-3 : -1e-3) * (1 + i / 2)));
    return times;
  }

  @Test
  void tooFewPairsToShowAnythingProveNothing() throws Exception {
    assertThat(gate(before(3), after().time(point(0), times(3, 1))).state())
        .isEqualTo(State.UNPROVEN);
    assertThat(gate(before(3), after().time(point(1), times(3, 1))).state())
        .isEqualTo(State.UNPROVEN);
  }

  @Test
  void anUnfitMachineProvesNothingAboutTimesAndIsNamedInTheReport() throws Exception {
    RunFixture before = before(16).metric(point(0), Metric.ALLOCATION, 24);
    RunFixture after =
        after().time(point(0), times(16, 1.1)).metric(point(0), Metric.ALLOCATION, 24);
    canaries(before, 1.0);
    canaries(after, 1.05);

    RunComparison comparison = RunComparison.of(before.run(), after.run(), false);

    assertThat(RunGate.of(comparison).state()).isEqualTo(State.UNPROVEN);
    assertThat(comparison.unfit()).isPresent();
    assertThat(comparison.warnings().getFirst())
        .startsWith("UNPROVEN: the instrument was not fit in 1 of 1 comparisons");
    assertThat(comparison.comparisons())
        .extracting(c -> c.verdict().word())
        .containsExactly("unproven", "equivalent");
  }

  @Test
  void halfOfTheComparisonsUnfitWithholdTheOthersToo() throws Exception {
    RunFixture before = before(16).time(point(1), times(16, 1));
    RunFixture after = after().time(point(0), times(16, 1.1)).time(point(1), times(16, 1.1));
    canaries(before, 1.0);
    canaries(after, 1.05);

    RunComparison comparison = RunComparison.of(before.run(), after.run(), false);

    assertThat(comparison.comparisons())
        .extracting(c -> c.verdict().word())
        .containsExactly("unproven", "unproven");
    assertThat(comparison.comparisons().get(1).verdict().reason()).contains("1 of 2 comparisons");
  }

  /** The screen ends before the tenth round, which the gate must not pass over all the same. */
  @Test
  void whatAllRoundsObjectToIsUnprovenInBothStages() throws Exception {
    RunFixture before = before(24).time(point(1), times(24, 1)).time(point(2), times(24, 1));
    RunFixture after =
        after()
            .time(point(0), times(24, 1))
            .time(point(1), times(24, 1))
            .time(point(2), times(24, 1))
            .conditions(
                new ForkConditions(
                    point(0),
                    10,
                    10,
                    1,
                    Fate.KEPT,
                    ForkConditions.BUDGET_SPENT,
                    new TreeMap<>(),
                    List.of(),
                    Optional.empty()));

    RunGate.Outcome outcome = gate(before, after);

    assertThat(outcome.comparisons())
        .extracting(c -> c.verdict().word())
        .containsExactly("unproven", "equivalent", "equivalent");
    assertThat(outcome.reason()).startsWith("nothing regressed; 2 of 3 comparisons");
  }

  private static void canaries(RunFixture run, double nanos) {
    for (int round = 0; round < 16; round++) {
      Map<String, Double> facts =
          Map.of(ForkConditions.CANARY_ALU, nanos * (1 + 0.001 * (round % 3)));
      run.conditions(
          new ForkConditions(
              point(0),
              round,
              round,
              1,
              Fate.KEPT,
              "",
              new TreeMap<>(facts),
              List.of(),
              Optional.empty()));
    }
  }

  @Test
  void countsRegressAtOnce() throws Exception {
    RunFixture before = before(16).metric(point(0), Metric.ALLOCATION, 24);
    RunFixture after = after().time(point(0), times(16, 1)).metric(point(0), Metric.ALLOCATION, 40);

    assertThat(gate(before, after).state()).isEqualTo(State.REGRESSED);
  }
}
