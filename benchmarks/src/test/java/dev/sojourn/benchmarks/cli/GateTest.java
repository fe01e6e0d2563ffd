package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import dev.sojourn.results.model.TimerCost;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Arm ARM = Arm.of("x.OneBench", "jdk", Map.of());
  private static final Arm OTHER = Arm.of("x.OtherBench", "jdk", Map.of());
  private static final Failure FAILURE = new Failure(ARM, "fork", "broken");
  private static final Failure OTHER_FAILURE = new Failure(OTHER, "fork", "broken");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Map<String, String> identity = Map.of(Machine.CPU_MODEL, "Example 9000");
  private List<Arm> arms = List.of(ARM);
  private String fingerprint = "a";

  @Test
  void aRegressionIsOne() throws Exception {
    assertThat(gate(run(100, Metric.TIME), run(150, Metric.TIME))).isEqualTo(ExitCode.REGRESSION);
  }

  @Test
  void anImprovementPasses() throws Exception {
    assertThat(gate(run(150, Metric.TIME), run(100, Metric.TIME))).isEqualTo(ExitCode.OK);
  }

  @Test
  void equalCountsPass() throws Exception {
    assertThat(gate(run(24, Metric.ALLOCATION), run(24, Metric.ALLOCATION))).isEqualTo(ExitCode.OK);
  }

  @Test
  void timesThatDidNotRunInTurnAndHardlyDifferProveNothing() throws Exception {
    assertThat(gate(run(100, Metric.TIME), run(100.1, Metric.TIME))).isEqualTo(ExitCode.UNPROVEN);
  }

  @Test
  void aBenchmarkThatFailedIsFive() throws Exception {
    Run failed = run(24, Metric.ALLOCATION, NOON, List.of(FAILURE));

    assertThat(gate(run(24, Metric.ALLOCATION), failed)).isEqualTo(ExitCode.BENCHMARK_FAILED);
    assertThat(RunCommand.exitCode(failed)).isEqualTo(ExitCode.BENCHMARK_FAILED);
  }

  @Test
  void anUnfinishedRunProvesNothing() throws Exception {
    Run unfinished = run(24, Metric.ALLOCATION, null, List.of());

    assertThat(gate(run(24, Metric.ALLOCATION), unfinished)).isEqualTo(ExitCode.UNPROVEN);
    assertThat(RunCommand.exitCode(unfinished)).isEqualTo(ExitCode.UNPROVEN);
    assertThat(RunCommand.exitCode(run(24, Metric.ALLOCATION))).isEqualTo(ExitCode.OK);
  }

  @Test
  void aBaselineInWhichABenchmarkFailedProvesNothing() throws Exception {
    Run failed = run(24, Metric.ALLOCATION, NOON, List.of(FAILURE, FAILURE, OTHER_FAILURE));

    Gate gate = Gate.of(RunComparison.of(failed, run(24, Metric.ALLOCATION), false));

    assertThat(gate.exitCode()).isEqualTo(ExitCode.UNPROVEN);
    assertThat(gate.sentence())
        .endsWith("no whole baseline: failed in run 24.0: x.OneBench.jdk[] and 1 more");
  }

  @Test
  void aBaselineThatIsUnfinishedProvesNothingAndWhatItLacksIsNamed() throws Exception {
    Run unfinished = run(24, Metric.ALLOCATION, null, List.of());
    Run same = run(24, Metric.ALLOCATION);
    arms = List.of(ARM, OTHER);

    Gate whole = Gate.of(RunComparison.of(unfinished, same, false));
    Gate lacking = Gate.of(RunComparison.of(unfinished, run(24, Metric.ALLOCATION), false));

    assertThat(whole.exitCode()).isEqualTo(ExitCode.UNPROVEN);
    assertThat(whole.sentence()).endsWith("no whole baseline: run run 24.0 is unfinished");
    assertThat(lacking.exitCode()).isEqualTo(ExitCode.UNPROVEN);
    assertThat(lacking.sentence()).endsWith("is unfinished and lacks x.OtherBench.jdk[]");
  }

  @Test
  void aBaselineWithGapsHidesNeitherARegressionNorALaterFailure() throws Exception {
    Run failed = run(100, Metric.TIME, null, List.of(OTHER_FAILURE));

    assertThat(gate(failed, run(150, Metric.TIME))).isEqualTo(ExitCode.REGRESSION);
    assertThat(gate(failed, run(100, Metric.TIME, NOON, List.of(FAILURE))))
        .isEqualTo(ExitCode.BENCHMARK_FAILED);
  }

  @Test
  void numbersPassedOverInTheBaselineAreNoGap() throws Exception {
    Failure passedOver = new Failure(ARM, Failure.PASSED_OVER, "thrpt: read in another mode");
    Run before = run(24, Metric.ALLOCATION, NOON, List.of(passedOver));

    assertThat(gate(before, run(24, Metric.ALLOCATION))).isEqualTo(ExitCode.OK);
  }

  /** As a harness does that leaves broken benchmarks out without a word. */
  @Test
  void aBenchmarkThatIsNoLongerThereIsFive() throws Exception {
    arms = List.of(ARM, OTHER);
    Run both = run(24, Metric.ALLOCATION);
    arms = List.of(ARM);

    Gate gate = Gate.of(RunComparison.of(both, run(24, Metric.ALLOCATION), false));

    assertThat(gate.exitCode()).isEqualTo(ExitCode.BENCHMARK_FAILED);
    assertThat(gate.sentence()).contains("x.OtherBench");
  }

  @Test
  void aStudyThatHasChangedItselfIsNotTakenForUnchanged() throws Exception {
    fingerprint = "a";
    Run earlier = run(24, Metric.ALLOCATION);
    fingerprint = "b";

    Gate gate = Gate.of(RunComparison.of(earlier, run(24, Metric.ALLOCATION), false));

    assertThat(gate.exitCode()).isEqualTo(ExitCode.UNPROVEN);
    assertThat(gate.sentence()).contains("x.OneBench").contains("replay");
  }

  @Test
  void numbersOfNobodyKnowsWhichMachineAreNoProofUnlessForced() throws Exception {
    identity = Map.of();

    RunComparison comparison =
        RunComparison.of(run(24, Metric.ALLOCATION), run(24, Metric.ALLOCATION), false);

    assertThat(Gate.of(comparison).exitCode()).isEqualTo(ExitCode.UNPROVEN);
    assertThat(Gate.of(comparison, true).exitCode()).isEqualTo(ExitCode.OK);
    assertThat(comparison.warnings()).anyMatch(w -> w.contains("which machine"));
  }

  private int gate(Run before, Run after) throws Exception {
    return Gate.of(RunComparison.of(before, after, false)).exitCode();
  }

  @Test
  void numbersReadInAnotherModeAreNoFailure() throws Exception {
    Failure passedOver = new Failure(ARM, Failure.PASSED_OVER, "thrpt: read in another mode");
    Run after = run(100, Metric.TIME, NOON, List.of(passedOver));

    assertThat(gate(run(100, Metric.TIME), after)).isNotEqualTo(ExitCode.BENCHMARK_FAILED);
  }

  private Run run(double value, Metric metric) {
    return run(value, metric, NOON, List.of());
  }

  private Run run(double value, Metric metric, @Nullable Instant end, List<Failure> failures) {
    List<ForkSample> forks =
        IntStream.range(0, 16)
            .mapToObj(i -> new ForkSample(i, i, NOON, List.of(), List.of(value)))
            .toList();
    return new Run(
        new Label("run " + value),
        NOON.minusSeconds((long) value),
        end,
        new PlanCard("confirm", 16, 1, List.of(ARM)),
        new Machine("m", new TreeMap<>(identity), Collections.emptySortedMap()),
        new Provenance("1", "1.37", "r", false, List.of()),
        new TimerCost(20, 20, 30),
        List.of(card()),
        arms.stream().map(arm -> new Measurement(arm, metric, forks)).toList(),
        List.of(),
        List.of(),
        failures,
        List.of());
  }

  private StudyCard card() {
    return new StudyCard(
        ARM.study(), 1, "bench", "", "", "", "jdk", List.of("jdk"), List.of(), fingerprint);
  }
}
