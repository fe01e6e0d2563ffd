package dev.sojourn.harness.duel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.ForkShape;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.execute.AnswerGate;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.harness.execute.ForkRunner;
import dev.sojourn.harness.execute.Instruments;
import dev.sojourn.harness.execute.MeasuringLock;
import dev.sojourn.harness.execute.Progress;
import dev.sojourn.harness.execute.RunHeader;
import dev.sojourn.harness.execute.Session;
import dev.sojourn.harness.foreign.ForeignProject;
import dev.sojourn.harness.noise.Platform;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.Pairing;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.Verdict;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.TimerCost;
import dev.sojourn.results.store.Ledger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of a foreign project, with a change that is planted, in turn and in short forks. */
class DuelTest {
  private static final int PAIRS = 8;
  private static final long SEED = 7;
  private static final ForkShape SHORT = new ForkShape(2, 40, 4, 25, 0);
  private static final List<String> SMALL =
      List.of("-Xms64m", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  @TempDir private static Path folder;
  private static JmhJar old;
  private static Bouts bouts;
  private static List<String> changed;
  private static List<PlannedFork> ran;
  private static Run measured;
  private static Duel.Runs runs;

  @BeforeAll
  static void duel() throws Exception {
    ForeignProject project = new ForeignProject(folder);
    JavaProgram java = JavaProgram.own();
    Contender before = Contender.of(JmhJar.open(project.jar("Old", 1000, 2)), java);
    Contender after = Contender.of(JmhJar.open(project.jar("New", 3000, 3)), java);
    old = before.jar();
    bouts = Bouts.of(before, after, (name, point) -> !name.endsWith("once"), "all");
    changed = ChangedBenchmarks.of(before.jar(), after.jar(), bouts);
    Duel duel = new Duel(before, after, bouts.bouts());
    ran = new ArrayList<>();
    measured = measure(duel, duel.plan(Effort.SCREEN, PAIRS, SEED));
    runs = duel.split(measured);
  }

  private static Run measure(Duel duel, Plan plan) throws Exception {
    JarForkRunner runner = new JarForkRunner(duel, benchmark -> SMALL, SEED, message -> {});
    return new Session(plan, instruments(fork -> shortened(runner, fork))).run(header());
  }

  private static ForkOutcome shortened(ForkRunner runner, PlannedFork fork) {
    ran.add(fork);
    return runner.run(
        new PlannedFork(fork.round(), fork.position(), fork.arm(), fork.study(), SHORT));
  }

  private static Instruments instruments(ForkRunner runner) {
    return new Instruments(
        MeasuringLock.at(folder.resolve("lock")),
        false,
        () -> new TimerCost(20, 10, 50),
        AnswerGate.NONE,
        runner,
        Platform.UNWATCHED,
        run -> {},
        Progress.NONE,
        InstantSource.system());
  }

  private static RunHeader header() {
    return new RunHeader(
        new Label("duel"),
        new Machine("m", new TreeMap<>(), new TreeMap<>()),
        new Provenance("dev", "1.37", "both", false, SMALL));
  }

  private static Arm spin(String method) {
    return Arm.of("foreign.SpinBench", method, Map.of("factor", "1"));
  }

  @Test
  void whatBothJarsHaveIsMeasuredUnderItsOwnName() {
    assertThat(bouts.bouts())
        .extracting(Bout::toString)
        .containsExactly(
            "foreign.OddBench.broken",
            "foreign.SpinBench.changed{factor=1}",
            "foreign.SpinBench.unchanged{factor=1}");
    for (Run run : List.of(runs.before(), runs.after())) {
      assertThat(run.measurements())
          .extracting(Measurement::arm)
          .contains(spin("changed"), spin("unchanged"));
    }
  }

  @Test
  void whatOnlyOneJarHasIsNamed() {
    assertThat(bouts.notes())
        .contains(
            "foreign.OddBench.onlyOld is only in old.jar",
            "foreign.OddBench.onlyNew is only in new.jar",
            "foreign.SpinBench.changed with factor=2 is only in old.jar",
            "foreign.SpinBench.changed with factor=3 is only in new.jar");
  }

  @Test
  void benchmarksThatAreThemselvesOtherCodeAreNamed() throws Exception {
    assertThat(changed)
        .hasSize(2)
        .anyMatch(note -> note.startsWith("foreign.SpinBench is other code in new.jar"));
    assertThat(ChangedBenchmarks.of(old, old, bouts)).isEmpty();
  }

  @Test
  void everyForkButThoseOfTheBrokenOneIsThere() {
    assertThat(measured.finished()).isTrue();
    for (Run run : List.of(runs.before(), runs.after())) {
      for (Arm arm : List.of(spin("changed"), spin("unchanged"))) {
        assertThat(run.measurement(arm, "time").orElseThrow().forks())
            .as("%s of %s", arm, run.label())
            .hasSize(PAIRS)
            .allSatisfy(fork -> assertThat(fork.scores()).hasSize(SHORT.iterations()))
            .allSatisfy(fork -> assertThat(fork.warmup()).hasSize(SHORT.warmupIterations()));
      }
    }
  }

  @Test
  void theTwoRunsKnowThatTheyRanInTurn() throws Exception {
    assertThat(comparison().pairing()).isEqualTo(Pairing.PAIRED);
    assertThat(runs.before().label()).hasToString("duel-old");
    assertThat(runs.after().label()).hasToString("duel-new");
  }

  @Test
  void blocksOfTwoPairsRunOneWayAndThenTheOther() {
    Set<Integer> seen = new HashSet<>();
    List<PlannedFork> changed =
        ran.stream()
            .filter(fork -> fork.arm().study().equals("foreign.SpinBench#changed"))
            .filter(fork -> seen.add(fork.position())) // a restless fork is run twice in a row
            .toList();

    assertThat(changed).hasSize(2 * PAIRS);
    for (int block = 0; block < changed.size(); block += 4) {
      List<String> order =
          changed.subList(block, block + 4).stream().map(fork -> fork.arm().method()).toList();
      assertThat(order)
          .isIn(List.of(List.of("old", "new", "new", "old"), List.of("new", "old", "old", "new")));
    }
  }

  @Test
  void aBenchmarkThatBreaksInOneJarIsNamedWithItsCauseAndHasNoOpponent() {
    assertThat(runs.after().failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.arm()).isEqualTo(Arm.of("foreign.OddBench", "broken", Map.of()));
              assertThat(failure.cause()).isEqualTo("java.lang.IllegalStateException: planted");
            });
    assertThat(runs.before().failures())
        .singleElement()
        .satisfies(
            f -> assertThat(f.cause()).isEqualTo("not measured, because it failed in new.jar"));
  }

  @Test
  void threeTimesTheWorkIsARegression() throws Exception {
    Comparison changed = time(spin("changed"));

    assertThat(changed.verdict()).as(changed.toString()).isInstanceOf(Verdict.Regressed.class);
    assertThat(changed.ratio()).isBetween(1.5, 6.0);
  }

  @Test
  void theSameWorkIsNotTakenForAnother() throws Exception {
    Comparison unchanged = time(spin("unchanged"));

    assertThat(unchanged.low()).as(unchanged.toString()).isLessThan(1.5);
    assertThat(unchanged.high()).as(unchanged.toString()).isGreaterThan(0.67);
  }

  @Test
  void nothingIsAllocatedByEither() {
    for (Run run : List.of(runs.before(), runs.after())) {
      assertThat(run.measurement(spin("changed"), Metric.ALLOCATION.name()).orElseThrow().forks())
          .extracting(ForkSample::median)
          .containsOnly(0.0);
    }
  }

  @Test
  void bothRunsSurviveTheLedger() throws Exception {
    Ledger ledger = Ledger.at(folder.resolve("runs"));
    ledger.write(runs.before());
    ledger.write(runs.after());

    Run before = ledger.read(new Label("duel-old"));
    Run after = ledger.read(new Label("duel-new"));

    assertThat(RunComparison.of(before, after, false).comparisons())
        .isEqualTo(comparison().comparisons());
    assertThat(after.provenance().gitRevision()).startsWith("new.jar (SHA-256 ");
    assertThat(after.provenance().jmhVersion()).isEqualTo("1.37");
  }

  private static RunComparison comparison() throws Exception {
    return RunComparison.of(runs.before(), runs.after(), false);
  }

  private static Comparison time(Arm arm) throws Exception {
    return comparison().comparisons().stream()
        .filter(c -> c.subject().equals(arm) && c.metric().equals(Metric.TIME))
        .findFirst()
        .orElseThrow();
  }
}
