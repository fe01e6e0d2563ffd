package dev.sojourn.results.compare;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.Metric;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
  private static final double[] FORKS = {100, 102, 99, 101, 100, 103, 100.5, 99.5};

  private static RunFixture before() {
    return new RunFixture().label("before").time(arm("jdk"), FORKS);
  }

  private static RunFixture after() {
    return new RunFixture().label("after").startedAt(RunFixture.START.plusSeconds(86_400));
  }

  private static double[] times(double factor) {
    return Arrays.stream(FORKS).map(f -> f * factor).toArray();
  }

  @Test
  void runsTakenApartAreComparedWithRoomForTheirSessions() throws Exception {
    RunComparison slight =
        RunComparison.of(before().run(), after().time(arm("jdk"), times(1.05)).run(), false);
    RunComparison large =
        RunComparison.of(before().run(), after().time(arm("jdk"), times(1.5)).run(), false);

    assertThat(slight.pairing()).isEqualTo(Pairing.UNPAIRED);
    assertThat(slight.comparisons().getFirst().verdict().word()).isEqualTo("inconclusive");
    assertThat(slight.warnings()).anyMatch(w -> w.contains("not interleaved"));
    assertThat(large.comparisons().getFirst().verdict().word()).isEqualTo("regressed");
    assertThat(large.comparisons().getFirst().ratio()).isBetween(1.49, 1.51);
  }

  @Test
  void runsThatAreHalvesOfOnePlanArePaired() throws Exception {
    RunFixture after =
        new RunFixture().label("after").positionsFrom(1).time(arm("jdk"), times(1.05));

    RunComparison comparison = RunComparison.of(before().run(), after.run(), false);

    assertThat(comparison.pairing()).isEqualTo(Pairing.PAIRED);
    assertThat(comparison.comparisons().getFirst().verdict().word()).isEqualTo("regressed");
    assertThat(comparison.warnings()).isEmpty();
  }

  @Test
  void forksThatDidNotDoTheSameAreNamed() throws Exception {
    RunComparison comparison =
        RunComparison.of(
            before().shape("5 x 100 ms").run(),
            after().shape("5 x 200 ms").time(arm("jdk"), FORKS).run(),
            false);

    assertThat(comparison.warnings()).anyMatch(w -> w.contains("5 x 100 ms / 5 x 200 ms"));
  }

  @Test
  void aRunAgainstItselfIsNotTakenForInterleaved() throws Exception {
    RunComparison comparison = RunComparison.of(before().run(), before().run(), false);

    assertThat(comparison.pairing()).isEqualTo(Pairing.UNPAIRED);
    assertThat(comparison.comparisons().getFirst().ratio()).isEqualTo(1);
  }

  @Test
  void unlikeMachinesAreRefusedByTheirDifferences() {
    RunFixture after = after().cpu("Other 1").time(arm("jdk"), FORKS);

    assertThatThrownBy(() -> RunComparison.of(before().run(), after.run(), false))
        .isInstanceOf(UnlikeMachinesException.class)
        .hasMessageContaining("cpu.model: Example 9000 / Other 1");
  }

  @Test
  void forceComparesUnlikeMachinesAndStampsIt() throws Exception {
    RunFixture after = after().cpu("Other 1").time(arm("jdk"), FORKS);

    RunComparison comparison = RunComparison.of(before().run(), after.run(), true);

    assertThat(comparison.comparisons()).hasSize(1);
    assertThat(comparison.warnings().getFirst())
        .isEqualTo("UNLIKE MACHINES: cpu.model: Example 9000 / Other 1");
  }

  @Test
  void changedStudiesBeginANewSeries() throws Exception {
    RunFixture after = after().fingerprint("other").time(arm("jdk"), FORKS);

    RunComparison comparison = RunComparison.of(before().run(), after.run(), false);

    assertThat(comparison.comparisons()).isEmpty();
    assertThat(comparison.warnings())
        .anyMatch(w -> w.contains("HeapHold changed between the runs"));
  }

  @Test
  void whatCannotBeComparedIsNamed() throws Exception {
    RunFixture before =
        before()
            .unfinished()
            .failure(new Failure(arm("peer"), "fork", "out of memory"))
            .time(arm("gone"), FORKS)
            .metric(arm("jdk"), new Metric("misses", "count", false), 1)
            .tail(arm("jdk"), 1, RunFixture.histogram(1, 10, 5));
    RunFixture after =
        after()
            .time(arm("jdk"), FORKS)
            .time(arm("fresh"), FORKS)
            .metric(arm("jdk"), new Metric("misses", "misses/op", false), 1)
            .tail(arm("jdk"), 4, RunFixture.histogram(1, 10, 5));

    String warnings =
        String.join("\n", RunComparison.of(before.run(), after.run(), false).warnings());

    assertThat(warnings)
        .contains("run before is unfinished")
        .contains("run before could not measure dev.example.HeapHold.peer[] (fork): out of memory")
        .contains("dev.example.HeapHold.gone[] is only in run before")
        .contains("dev.example.HeapHold.fresh[] is only in run after")
        .contains("misses of dev.example.HeapHold.jdk[] is in count / misses/op")
        .contains("batches of 1 / 4")
        .contains("p99 of 1 arms is not compared: n too small");
  }

  /** A backlog of nothing allows no ratio, and says nothing of the machine. */
  @Test
  void metricsThatAreZeroDoNotMakeTheInstrumentUnfit() throws Exception {
    Metric backlog = new Metric("backlog", "requests", false);
    Metric lost = new Metric("lost", "requests", false);
    RunFixture before =
        before().metric(arm("jdk"), backlog, new double[8]).metric(arm("jdk"), lost, new double[8]);
    RunFixture after =
        after()
            .time(arm("jdk"), times(1.5))
            .metric(arm("jdk"), backlog, new double[8])
            .metric(arm("jdk"), lost, new double[8]);

    RunComparison comparison = RunComparison.of(before.run(), after.run(), false);

    assertThat(comparison.unfit()).isEmpty();
    assertThat(comparison.comparisons().getFirst().verdict().word()).isEqualTo("regressed");
  }

  @Test
  void aMetricThatIsOneConstantAsksNoQuestion() throws Exception {
    RunFixture before = before();
    RunFixture after = after().time(arm("jdk"), times(1.5));
    for (int i = 0; i < 20; i++) {
      Metric constant = new Metric("constant" + i, "requests", false);
      before.metric(arm("jdk"), constant, 7, 7, 7, 7, 7, 7, 7, 7);
      after.metric(arm("jdk"), constant, 7, 7, 7, 7, 7, 7, 7, 7);
    }

    RunComparison comparison = RunComparison.of(before.run(), after.run(), false);

    assertThat(Corrected.questions(comparison.uncorrected())).isEqualTo(1);
    assertThat(comparison.comparisons().getLast().ratio()).isEqualTo(1);
    assertThat(comparison.comparisons().getLast().pValue()).isNaN();
  }

  @Test
  void smokeRunsAllowNoVerdict() throws Exception {
    RunFixture after = after().effort("smoke").time(arm("jdk"), times(3));

    RunComparison comparison = RunComparison.of(before().run(), after.run(), false);

    assertThat(comparison.comparisons().getFirst().verdict().word()).isEqualTo("inconclusive");
    assertThat(comparison.warnings()).anyMatch(w -> w.contains("smoke"));
  }
}
