package dev.sojourn.harness.duel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.Effort;
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
import dev.sojourn.harness.noise.Platform;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.Pairing;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.RunGate;
import dev.sojourn.results.compare.TwoStageGate;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.TimerCost;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two stages over made-up forks: one benchmark of twenty costs a tenth more, the others the same.
 */
class SequelTest {
  private static final String SLOWER = "x.B.m00";
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final List<Bout> BOUTS =
      IntStream.range(0, 20)
          .mapToObj(i -> new Bout("x.B.m%02d".formatted(i), new TreeMap<>(), false))
          .toList();

  @TempDir private Path folder;
  private final Random noise = new Random(11);
  private double slowdown = 1.10;

  private static Duel duel(List<Bout> bouts) {
    JmhJar jar = new JmhJar(Path.of("a.jar"), "0", "1.37", 8, List.of());
    Contender contender = new Contender(jar, List.of("java"), Map.of());
    return new Duel(contender, contender, bouts);
  }

  private ForkOutcome fork(PlannedFork fork) {
    boolean slower =
        Duel.benchmarkOf(fork.arm()).equals(SLOWER) && fork.arm().method().equals(Duel.NEW);
    double nanos = 100 * (slower ? slowdown : 1) * Math.exp(0.02 * noise.nextGaussian());
    return new ForkOutcome.Measured(
        NOON.plusSeconds(fork.position()),
        List.of(),
        Collections.nCopies(8, nanos),
        OptionalDouble.empty(),
        Map.of(),
        Map.of(),
        Collections.emptySortedMap());
  }

  private Run measured(Plan plan) throws InterruptedException {
    ForkRunner runner = this::fork;
    Instruments instruments =
        new Instruments(
            MeasuringLock.at(folder.resolve("lock")),
            false,
            () -> new TimerCost(20, 10, 50),
            AnswerGate.NONE,
            runner,
            Platform.UNWATCHED,
            run -> {},
            Progress.NONE,
            InstantSource.fixed(NOON));
    return new Session(plan, instruments)
        .run(
            new RunHeader(
                new Label("duel"),
                new Machine("m", new TreeMap<>(), new TreeMap<>()),
                new Provenance("dev", "1.37", "r", false, List.of())));
  }

  private static RunComparison comparison(Run run) throws Exception {
    Duel.Runs runs = duel(BOUTS).split(run);
    return RunComparison.of(runs.before(), runs.after(), false);
  }

  private Run inTwoStages() throws Exception {
    Run screen = measured(duel(BOUTS).plan(Effort.SCREEN, TwoStageGate.SCREEN_PAIRS, 1));
    List<Bout> suspects = duel(BOUTS).suspects(comparison(screen).uncorrected());
    if (suspects.isEmpty()) {
      return screen;
    }
    Run fresh = measured(duel(suspects).plan(Effort.CONFIRM, TwoStageGate.CONFIRM_PAIRS, 2));
    return Sequel.of(screen, fresh);
  }

  @Test
  void theFreshRoundsFollowAndNoPlaceIsTakenTwice() throws Exception {
    Run joined = inTwoStages();

    Set<Integer> positions = new HashSet<>();
    for (Measurement measurement : joined.measurements()) {
      assertThat(measurement.forks().size()).isIn(8, 24);
      assertThat(measurement.forks())
          .extracting(ForkSample::round)
          .containsExactlyElementsOf(
              IntStream.range(0, measurement.forks().size()).boxed().toList());
      measurement
          .forks()
          .forEach(fork -> assertThat(positions.add(fork.position())).as("position").isTrue());
    }
    assertThat(comparison(joined).pairing()).isEqualTo(Pairing.PAIRED);
    assertThat(joined.finished()).isTrue();
  }

  @Test
  void aTenthMoreIsConfirmedByPairsThatWereNotScreened() throws Exception {
    Run joined = inTwoStages();

    RunGate.Outcome outcome = RunGate.of(comparison(joined));

    assertThat(outcome.state()).isEqualTo(RunGate.State.REGRESSED);
    assertThat(outcome.comparisons())
        .filteredOn(c -> c.verdict().word().equals("regressed"))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.subject().method()).isEqualTo("m00");
              assertThat(c.forks()).isEqualTo(TwoStageGate.CONFIRM_PAIRS);
            });
  }

  @Test
  void nothingSlowerIsNotConfirmed() throws Exception {
    slowdown = 1;

    RunGate.Outcome outcome = RunGate.of(comparison(inTwoStages()));

    assertThat(outcome.state()).as(outcome.reason()).isNotEqualTo(RunGate.State.REGRESSED);
  }

  @Test
  void suspectsAreNamedAsTheJarsNameThem() throws Exception {
    Run screen = measured(duel(BOUTS).plan(Effort.SCREEN, TwoStageGate.SCREEN_PAIRS, 1));
    List<Comparison> screened = comparison(screen).uncorrected();

    assertThat(duel(BOUTS).suspects(screened)).contains(BOUTS.getFirst()).hasSizeLessThan(10);
  }
}
