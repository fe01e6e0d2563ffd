package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.ForkShape;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.execute.study.WindingDownBench;
import dev.sojourn.harness.noise.HiccupMeter;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.CalibrationArm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Tail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs JMH: every test here starts a JVM. */
@Timeout(900) // another JMH on the machine is waited for
class JmhForkRunnerTest {
  private static final ForkShape SHAPE = new ForkShape(2, 20, 3, 20, 2);

  private final List<String> messages = new ArrayList<>();
  private final JmhForkRunner runner = new JmhForkRunner(1, messages::add);

  private static PlannedFork fork(String method) {
    StudyDescriptor study =
        Fixtures.tiny("plain", "allocating", "unrecorded", "noted", "broken", "hanging");
    return new PlannedFork(0, 0, study.arm(method, Map.of("size", "2")), study, SHAPE);
  }

  private static ForkOutcome.Measured measured(ForkOutcome outcome) {
    assertThat(outcome).isInstanceOf(ForkOutcome.Measured.class);
    return (ForkOutcome.Measured) outcome;
  }

  private static Histogram latencies(ForkOutcome.Measured outcome) {
    return Objects.requireNonNull(outcome.views().get(Tail.LATENCY));
  }

  @Test
  void aForkBringsScoresAllocationAndLatenciesHome() {
    var outcome = measured(runner.run(fork("allocating")));

    assertThat(outcome.warmup()).hasSize(2);
    assertThat(outcome.scores()).hasSize(3).allMatch(score -> score > 0);
    // A header with length in 16 bytes and two longs, on every layout of objects that is in use.
    assertThat(outcome.allocatedBytes()).hasValue(32);
    Histogram latencies = latencies(outcome);
    assertThat(latencies.getTotalCount()).isPositive();
    assertThat(latencies.getMaxValue()).isPositive();
  }

  @Test
  void aForkTellsWhatItsMachineDid() {
    var outcome = measured(runner.run(fork("plain")));

    assertThat(outcome.facts())
        .containsKeys(
            ForkConditions.GC_COUNT,
            ForkConditions.GC_MILLIS,
            ForkConditions.JIT_MILLIS,
            ForkConditions.CANARY_ALU,
            ForkConditions.CANARY_L2,
            ForkConditions.CANARY_L3);
    assertThat(outcome.facts().values()).allMatch(value -> value >= 0);
    assertThat(outcome.facts().get(ForkConditions.CANARY_ALU)).isPositive();
  }

  @Test
  void noCallOutsideTheMeasuredTimeIsRecorded() {
    StudyDescriptor study = Fixtures.unbatched(WindingDownBench.class, "straying");
    ForkShape shape = new ForkShape(1, 200, 1, 200, 2);
    var fork = new PlannedFork(0, 0, study.arm("straying", Map.of("size", "1")), study, shape);

    Histogram latencies = latencies(measured(runner.run(fork)));

    assertThat(latencies.getTotalCount()).isPositive();
    assertThat(latencies.getMaxValue()).isLessThan(WindingDownBench.STRAY_NANOS);
  }

  @Test
  void aStudyWithoutClockHasNoLatencies() {
    var outcome = measured(runner.run(fork("unrecorded")));

    assertThat(outcome.views()).isEmpty();
    assertThat(outcome.allocatedBytes()).hasValue(0);
  }

  @Test
  void aCalibrationsForkRunsItsStudyAndRecordsNothing() {
    StudyDescriptor study = Fixtures.tiny("plain");
    Arm arm = CalibrationArm.slowed(study.arm("plain", Map.of("size", "2")), 10).arm();

    var outcome = measured(runner.run(new PlannedFork(0, 0, arm, study, SHAPE)));

    assertThat(outcome.scores()).hasSize(3).allMatch(score -> score > 0);
    assertThat(outcome.views()).isEmpty();
    // Twenty milliseconds on a busy machine tell a tenth from nothing, and no more.
    assertThat(outcome.facts().get(CalibrationArm.SLOWDOWN_SHARE)).isBetween(0.05, 0.2);
  }

  @Test
  void viewsAndNumbersOfAStudyComeHomeByName() {
    var outcome = measured(runner.run(fork("noted")));

    assertThat(outcome.views()).containsOnlyKeys("waiting");
    Histogram waiting = Objects.requireNonNull(outcome.views().get("waiting"));
    assertThat(waiting.getTotalCount()).isEqualTo(SHAPE.tailIterations());
    assertThat(waiting.getMaxValue()).isEqualTo(200);
    assertThat(outcome.metrics())
        .containsOnly(
            Map.entry(new Metric("steps", "count", true), 2.0),
            Map.entry(new Metric("p99.9.other", "ns", false), 7.5));
  }

  @Test
  void aBrokenMethodIsNamedByWhatItThrew() {
    assertThat(runner.run(fork("broken")))
        .isEqualTo(new ForkOutcome.Failed("java.lang.IllegalStateException: no answer at size 2"));
  }

  @Test
  void aForkThatHangsIsEnded() {
    var impatient = new JmhForkRunner(1, messages::add, f -> Duration.ofSeconds(3));

    assertThat(impatient.run(fork("hanging")))
        .isEqualTo(new ForkOutcome.Failed("the fork had not ended after 3 s"));
  }

  @Test
  void aProcessThatWasThereBeforeTheForkOutlivesIt() {
    var impatient = new JmhForkRunner(1, messages::add, f -> Duration.ofSeconds(3));
    try (HiccupMeter meter = HiccupMeter.start(messages::add)) {
      meter.begin();

      assertThat(impatient.run(fork("hanging"))).isInstanceOf(ForkOutcome.Failed.class);

      assertThat(meter.end()).isPresent();
    }
  }

  @Test
  void stopEndsTheForkThatIsRunning() {
    Thread.ofPlatform().start(runner::stop);

    assertThat(runner.run(fork("hanging"))).isInstanceOf(ForkOutcome.Stopped.class);
  }

  @Test
  void aBenchmarkThatDoesNotExistIsNoSilence() {
    StudyDescriptor study = Fixtures.tiny("gone");
    var fork = new PlannedFork(0, 0, study.arm("gone", Map.of("size", "2")), study, SHAPE);

    assertThat(runner.run(fork)).isInstanceOf(ForkOutcome.Failed.class);
  }
}
