package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.duel.Duel;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.harness.execute.ForkRunner;
import dev.sojourn.harness.foreign.ForeignProject;
import dev.sojourn.harness.machine.MachineProbe;
import dev.sojourn.harness.noise.Platform;
import dev.sojourn.results.compare.TwoStageGate;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.Entry;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The gate of a duel from its first fork to its exit code, over forks that are made up. */
class TwoStageDuelTest {
  private static final String BENCHMARK = "SpinBench.changed";
  private static final int POINTS = 2;
  private static final int SCREEN = 2 * POINTS * TwoStageGate.SCREEN_PAIRS;
  private static final int CONFIRM = 2 * TwoStageGate.CONFIRM_PAIRS;
  private static final int SCORES = 8;

  /** The point that the screen suspects; nothing ever happens to the other. */
  private static final Map<String, String> SUSPECT = Map.of("factor", "2");

  @TempDir private static Path folder;
  private static String before = "";
  private static String after = "";

  @TempDir private Path runs;

  private String wish = BENCHMARK;

  /** Of each stage that began, the forks it ran. */
  private final List<List<Arm>> stages = new ArrayList<>();

  @BeforeAll
  static void build() throws Exception {
    ForeignProject project = new ForeignProject(folder);
    before = project.jar("Old", 1000, POINTS).toString();
    after = project.jar("New", 1000, POINTS).toString();
  }

  /** What a stage's forks yield. */
  @FunctionalInterface
  private interface Stage {
    ForkOutcome outcome(PlannedFork fork, int before);
  }

  /** Noise that eight pairs cannot see 5 % through, and sixteen could, were there a suspect. */
  @Test
  void aScreenIsAbleToSeeWhatItsFreshPairsWouldHaveSeen() {
    Spoken alone = duel(List.of("--label", "d", "--pairs", "8"), noisy());
    Spoken screen = duel(List.of("--label", "e"), noisy());

    assertThat(alone.exitCode()).as(alone.toString()).isEqualTo(ExitCode.UNPROVEN);
    assertThat(screen.exitCode()).as(screen.toString()).isEqualTo(ExitCode.OK);
    assertThat(stages).extracting(List::size).containsExactly(SCREEN, SCREEN);
  }

  @Test
  void whatTheScreenDoesNotSuspectIsNotMeasuredAgain() {
    Spoken duel = duel(forks(1));

    assertThat(duel.exitCode()).as(duel.toString()).isEqualTo(ExitCode.OK);
    assertThat(stages).singleElement().satisfies(s -> assertThat(s).hasSize(SCREEN));
    assertThat(duel.err()).doesNotContain("suspects").contains("gate: passed");
    assertThat(comparedAgain().exitCode()).isEqualTo(ExitCode.OK);
    assertThat(stored()).extracting(Run::finished).containsExactly(true, true);
  }

  @Test
  void aSuspectThatFreshPairsClearPasses() {
    Spoken duel = duel(forks(1.1), forks(1));

    assertThat(duel.exitCode()).as(duel.toString()).isEqualTo(ExitCode.OK);
    assertThat(duel.err()).contains("the screen suspects 1 of 2", "gate: passed");
    assertThat(duel.out())
        .as("the table is of the fresh pairs too: all pooled would be +3.3 %")
        .contains("2 equivalent");
    assertThat(comparedAgain().exitCode()).isEqualTo(ExitCode.OK);
    assertThat(stages.get(0)).hasSize(SCREEN);
    assertThat(stages.get(1))
        .as("the suspect's fresh pairs, and no other's")
        .hasSize(CONFIRM)
        .allSatisfy(arm -> assertThat(arm.params()).isEqualTo(SUSPECT));
    assertThat(stored()).extracting(Run::finished).containsExactly(true, true);
    assertThat(stored())
        .allSatisfy(run -> assertThat(forksOf(run)).isEqualTo((SCREEN + CONFIRM) / 2));
  }

  @Test
  void whatIsSlowerInBothStagesFails() {
    Spoken duel = duel(forks(1.1), forks(1.1));

    assertThat(duel.exitCode()).as(duel.toString()).isEqualTo(ExitCode.REGRESSION);
    assertThat(duel.err())
        .contains("1 regressed: time of foreign.SpinBench.changed[factor=2] x1.1");
  }

  /** The screen's 10 % are known by then to have been luck: fresh pairs are judged alone. */
  @Test
  void theVerdictOfASuspectIsThatOfItsFreshPairs() {
    Spoken duel = duel(forks(1.1), forks(1.05));

    assertThat(duel.exitCode()).as(duel.toString()).isEqualTo(ExitCode.REGRESSION);
    assertThat(duel.err()).contains("changed[factor=2] x1.05");
  }

  /** So few fresh pairs say nothing, and the screen is not asked in their place. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6})
  void aSecondStageThatIsStoppedLeavesRunsThatNoGatePasses(int done) {
    Spoken duel = duel(forks(1.1), stoppedAfter(done));

    assertThat(duel.exitCode()).as(duel.toString()).isEqualTo(ExitCode.UNPROVEN);
    assertThat(stored()).extracting(Run::finished).containsExactly(false, false);
    assertThat(comparedAgain().exitCode()).isEqualTo(ExitCode.UNPROVEN);
    assertThat(duel.out()).doesNotContain("regressed");
  }

  @Test
  void aScreenThatIsStoppedIsNoReasonForASecondStage() {
    Spoken duel = duel(stoppedAfter(SCREEN - 1));

    assertThat(duel.exitCode()).as(duel.toString()).isEqualTo(ExitCode.UNPROVEN);
    assertThat(stages).hasSize(1);
    assertThat(stored()).extracting(Run::finished).containsExactly(false, false);
  }

  /** As when the later run of two that are compared lacks what the earlier one has. */
  @Test
  void aBenchmarkThatOnlyTheOldJarHasIsFive() {
    wish = BENCHMARK + "|OddBench.only";
    Spoken duel = duel(forks(1));

    assertThat(duel.exitCode()).as(duel.toString()).isEqualTo(ExitCode.BENCHMARK_FAILED);
    assertThat(duel.err()).contains("gate: failed (exit 5): foreign.OddBench.onlyOld is not in");
  }

  @Test
  void aBenchmarkThatBreaksInTheSecondStageIsFive() {
    Spoken duel = duel(forks(1.1), (fork, before) -> new ForkOutcome.Failed("planted"));

    assertThat(duel.exitCode()).as(duel.toString()).isEqualTo(ExitCode.BENCHMARK_FAILED);
    assertThat(duel.err()).contains("planted");
  }

  /** On a machine calibrated as so noisy, ten percent are no regression; neither are they later. */
  @Test
  void storedRunsAreJudgedByTheMarginsOfTheirDuel() throws Exception {
    new CalibratedMachine(Ledger.at(runs), Arm.of("foreign.SpinBench", "changed", Map.of()))
        .write(MachineProbe.probe(), "noisy", Instant.parse("2026-11-23T12:00:00Z"), 0.3);

    Spoken duel = duel(forks(1.1), forks(1.1));
    Spoken compared = comparedAgain();

    assertThat(duel.exitCode()).as(duel.toString()).isEqualTo(ExitCode.UNPROVEN);
    assertThat(duel.out()).contains("noise floor in calibration noisy");
    assertThat(compared.exitCode()).as(compared.toString()).isEqualTo(duel.exitCode());
    assertThat(compared.out()).isEqualTo(duel.out());
  }

  private Spoken comparedAgain() {
    return Spoken.by("compare", "d-old", "d-new", "--gate", "--results", runs.toString());
  }

  private Spoken duel(Stage... outcomes) {
    return duel(List.of("--label", "d"), outcomes);
  }

  private Spoken duel(List<String> more, Stage... outcomes) {
    int begun = stages.size();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    PrintWriter toOut = new PrintWriter(out, true);
    PrintWriter toErr = new PrintWriter(err, true);
    CommandLine line = Sojourn.commandLine(toOut, toErr);
    line.getCommandSpec().removeSubcommand("duel");
    line.addSubcommand("duel", new DuelCommand(new Planted(begun, outcomes)));
    line.setOut(toOut).setErr(toErr);
    List<String> words = new ArrayList<>(List.of("duel", before, after, wish, "--gate"));
    words.addAll(List.of("--results", runs.toString()));
    words.addAll(more);
    int code = line.execute(words.toArray(String[]::new));
    return new Spoken(code, out.toString(), err.toString());
  }

  /** A stage's forks as they are planted, on a machine of which nothing is known. */
  private final class Planted implements DuelMeans {
    private final int begun;
    private final Stage[] outcomes;

    Planted(int begun, Stage... outcomes) {
      this.begun = begun;
      this.outcomes = outcomes;
    }

    @Override
    public ForkRunner runner(
        Duel duel, Function<String, List<String>> arguments, long seed, Consumer<String> message) {
      Stage stage = outcomes[stages.size() - begun];
      List<Arm> run = new ArrayList<>();
      stages.add(run);
      return fork -> {
        ForkOutcome outcome = stage.outcome(fork, run.size());
        run.add(fork.arm());
        return outcome;
      };
    }

    @Override
    public Platform platform(Consumer<String> message) {
      return Platform.UNWATCHED;
    }
  }

  /** Forks within half a percent of each other, but for the new jar's at the point suspected. */
  private static Stage forks(double factor) {
    return forks(factor, 0.005);
  }

  private static Stage noisy() {
    return forks(1, 0.2);
  }

  private static Stage forks(double factor, double noise) {
    return (fork, before) -> {
      boolean slow = fork.arm().method().equals(Duel.NEW) && fork.arm().params().equals(SUSPECT);
      SplittableRandom random = new SplittableRandom(fork.position());
      double level = (slow ? factor : 1) * 1000 * (1 + noise * (random.nextDouble() - 0.5));
      List<Double> scores =
          Stream.generate(() -> level + random.nextDouble()).limit(SCORES).toList();
      return new ForkOutcome.Measured(
          Instant.now(),
          scores,
          scores,
          OptionalDouble.empty(),
          Map.of(),
          Map.of(),
          Collections.emptySortedMap());
    };
  }

  private static Stage stoppedAfter(int done) {
    Stage running = forks(1.1);
    return (fork, before) ->
        before < done ? running.outcome(fork, before) : new ForkOutcome.Stopped("planted");
  }

  private static int forksOf(Run run) {
    return run.measurements().stream().mapToInt(m -> m.forks().size()).sum();
  }

  private List<Run> stored() {
    Ledger ledger = Ledger.at(runs);
    List<Run> stored = new ArrayList<>();
    for (Entry entry : ledger.entries()) {
      try {
        stored.add(ledger.read(entry));
      } catch (LedgerException e) {
        throw new AssertionError(e);
      }
    }
    return stored;
  }
}
