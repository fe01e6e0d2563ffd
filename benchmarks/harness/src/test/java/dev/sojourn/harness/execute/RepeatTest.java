package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.noise.Readings;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkConditions.Fate;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.TimerCost;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forks that are disturbed, that do not settle, or whose neighbours a stop has taken from them. */
class RepeatTest {
  private static final int PAIRS = 4;
  private static final StudyDescriptor STUDY =
      Fixtures.study("x.HeapBench", "f1", Map.of(), "jdk", "ours");
  private static final Plan PLAN = Plan.of(List.of(STUDY), Map.of(), Effort.SCREEN, PAIRS, 42);
  private static final Arm JDK = Arm.of("x.HeapBench", "jdk", Map.of());
  private static final Arm OURS = Arm.of("x.HeapBench", "ours", Map.of());
  private static final List<Double> STEADY = List.of(9.0, 9.01, 9.0, 9.01, 9.0, 9.01, 9.0, 9.01);
  private static final List<Double> RISING = List.of(9.0, 9.1, 9.2, 9.3, 9.4, 9.5, 9.6, 9.7);

  /** What happens in a fork: decided by arm, round, and which try it is. */
  @FunctionalInterface
  private interface Script<T> {
    T at(PlannedFork fork, int attempt);
  }

  @TempDir private Path folder;
  private final List<Run> stored = new ArrayList<>();
  private final List<PlannedFork> forked = new ArrayList<>();
  private Script<Double> steal = (fork, attempt) -> 0.0;
  private Script<List<Double>> scores = (fork, attempt) -> STEADY;
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private int killedAt = Integer.MAX_VALUE;

  /** Stands for a process that dies: nothing after it is executed. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static RunHeader header() {
    return new RunHeader(
        new Label("2026-W47"),
        new Machine("m", new TreeMap<>(), new TreeMap<>()),
        new Provenance("dev", "1.37", "abc", false, List.of()));
  }

  private static Answers answers(StudyDescriptor study, SortedMap<String, String> params) {
    return new Answers(
        study.card().study(), params, 9, new TreeMap<>(), new TreeMap<>(Map.of("ours", 0.0)), 0);
  }

  private int attempt(PlannedFork fork) {
    return 1
        + (int)
            stored.getLast().conditions().stream()
                .filter(c -> c.arm().equals(fork.arm()) && c.round() == fork.round())
                .count();
  }

  private ForkOutcome fork(PlannedFork fork) {
    forked.add(fork);
    if (forked.size() > killedAt) {
      throw new Killed();
    }
    Instant startedAt = now;
    now = now.plusSeconds(5);
    return new ForkOutcome.Measured(
        startedAt,
        List.of(30.0, 9.0),
        scores.at(fork, attempt(fork)),
        OptionalDouble.of(24),
        Map.of(),
        Map.of(),
        Collections.emptySortedMap());
  }

  private Readings readings() {
    PlannedFork fork = forked.getLast();
    double share = steal.at(fork, attempt(fork));
    return new Readings(new TreeMap<>(Map.of(ForkConditions.STEAL_SHARE, share)), Optional.empty());
  }

  private Session session() {
    return new Session(
        PLAN,
        new Instruments(
            MeasuringLock.at(folder.resolve("lock")),
            false,
            () -> new TimerCost(20, 10, 50),
            RepeatTest::answers,
            this::fork,
            () -> this::readings,
            stored::add,
            Progress.NONE,
            () -> now));
  }

  private Run run() throws InterruptedException {
    return session().run(header());
  }

  private static List<ForkConditions> of(Run run, Fate fate) {
    return run.conditions().stream().filter(c -> c.fate() == fate).toList();
  }

  private static boolean is(PlannedFork fork, Arm arm, int round) {
    return fork.arm().equals(arm) && fork.round() == round;
  }

  private List<Integer> roundsInOrder() {
    return forked.stream().map(PlannedFork::round).toList();
  }

  private static void requireWhole(Run run) {
    assertThat(run.finished()).isTrue();
    assertThat(run.failures()).isEmpty();
    assertThat(run.measurements()).hasSize(4);
    assertThat(run.measurements())
        .allSatisfy(
            m -> assertThat(m.forks()).extracting(f -> f.round()).containsExactly(0, 1, 2, 3));
    for (Arm arm : PLAN.arms()) {
      assertThat(run.conditions().stream().filter(c -> c.arm().equals(arm) && c.counts()))
          .extracting(ForkConditions::round)
          .containsExactly(0, 1, 2, 3);
    }
  }

  @Test
  void anUndisturbedRunThrowsNothingOut() throws InterruptedException {
    Run run = run();

    requireWhole(run);
    assertThat(forked).isEqualTo(PLAN.schedule());
    assertThat(run.conditions()).allMatch(c -> c.fate() == Fate.KEPT && c.attempt() == 1);
    assertThat(run.conditions()).allMatch(c -> c.reason().isEmpty());
  }

  @Test
  void aDisturbedForkVoidsItsRoundWhichIsRepeatedAfterTheBlock() throws InterruptedException {
    Arm second = PLAN.schedule().get(1).arm();
    steal = (fork, attempt) -> is(fork, second, 0) && attempt == 1 ? 0.02 : 0.0;

    Run run = run();

    requireWhole(run);
    assertThat(roundsInOrder()).containsExactly(0, 0, 1, 1, 0, 0, 2, 2, 3, 3);
    assertThat(forked.subList(4, 6)).isEqualTo(forked.subList(0, 2));
    assertThat(of(run, Fate.VOID)).hasSize(2).allMatch(c -> c.round() == 0);
    assertThat(of(run, Fate.VOID)).allMatch(c -> c.discardedScores().equals(STEADY));
    assertThat(of(run, Fate.VOID))
        .extracting(ForkConditions::reason)
        .containsExactlyInAnyOrder(
            "2.0 % of the CPU time was stolen",
            "another fork of its round was void: 2.0 % of the CPU time was stolen");
  }

  @Test
  void aRoundIsLeftAtItsFirstVoidFork() throws InterruptedException {
    Arm first = PLAN.schedule().getFirst().arm();
    steal = (fork, attempt) -> is(fork, first, 0) && attempt == 1 ? 0.02 : 0.0;

    Run run = run();

    requireWhole(run);
    assertThat(roundsInOrder()).containsExactly(0, 1, 1, 0, 0, 2, 2, 3, 3);
    assertThat(of(run, Fate.VOID)).hasSize(1);
  }

  @Test
  void noScoreHoweverWildVoidsAFork() throws InterruptedException {
    scores =
        (fork, attempt) -> is(fork, OURS, 1) ? STEADY.stream().map(s -> 1000 * s).toList() : STEADY;

    Run run = run();

    assertThat(of(run, Fate.VOID)).isEmpty();
    assertThat(forked).isEqualTo(PLAN.schedule());
  }

  @Test
  void onAMachineThatIsAlwaysDisturbedTheBudgetEndsAndSaysSo() throws InterruptedException {
    steal = (fork, attempt) -> 0.5;

    Run run = run();

    requireWhole(run);
    assertThat(forked).hasSize(2 * PAIRS + PAIRS / 2);
    assertThat(of(run, Fate.VOID)).hasSize(PAIRS / 2);
    assertThat(of(run, Fate.KEPT))
        .hasSize(2 * PAIRS)
        .allMatch(
            c ->
                c.reason()
                    .equals("VOID-budget spent: kept although 50.0 % of the CPU time was stolen"));
  }

  @Test
  void aForkThatHasNotSettledIsRunAgainWithTwiceTheWarmup() throws InterruptedException {
    scores = (fork, attempt) -> is(fork, JDK, 2) && attempt == 1 ? RISING : STEADY;

    Run run = run();

    requireWhole(run);
    assertThat(of(run, Fate.UNSTEADY)).isEmpty();
    assertThat(of(run, Fate.REPEATED)).hasSize(1);
    ForkConditions thrownOut = of(run, Fate.REPEATED).getFirst();
    assertThat(thrownOut.discardedScores()).isEqualTo(RISING);
    assertThat(thrownOut.reason()).isEqualTo("no steady state: the scores creep by +7.8 %");
    List<PlannedFork> tries = forked.stream().filter(f -> is(f, JDK, 2)).toList();
    assertThat(tries).hasSize(2);
    assertThat(tries.getLast()).isEqualTo(tries.getFirst().warmedTwiceAsLong());
    assertThat(forked.indexOf(tries.getLast())).isEqualTo(forked.indexOf(tries.getFirst()) + 1);
  }

  @Test
  void aForkThatNeverSettlesIsKeptAndNamed() throws InterruptedException {
    scores = (fork, attempt) -> is(fork, JDK, 2) ? RISING : STEADY;

    Run run = run();

    requireWhole(run);
    assertThat(of(run, Fate.UNSTEADY)).hasSize(1);
    assertThat(of(run, Fate.UNSTEADY).getFirst().attempt()).isEqualTo(2);
    assertThat(of(run, Fate.UNSTEADY).getFirst().reason()).contains("creep");
    assertThat(forked).hasSize(2 * PAIRS + 1);
  }

  @Test
  void disturbedRestlessAndKilledAnywhereItResumesToTheSameRun() throws InterruptedException {
    steal =
        (fork, attempt) ->
            (fork.round() == 0 && attempt == 1) || (is(fork, OURS, 1) && attempt == 2) ? 0.3 : 0;
    scores = (fork, attempt) -> is(fork, JDK, 1) || is(fork, OURS, 3) ? RISING : STEADY;
    Instant noon = now;
    Run whole = run();
    int forks = forked.size();
    assertThat(of(whole, Fate.VOID)).isNotEmpty();
    assertThat(of(whole, Fate.REPEATED)).isNotEmpty();

    for (int kill = 0; kill < forks; kill++) {
      forked.clear();
      now = noon;
      killedAt = kill;
      assertThatThrownBy(this::run).isInstanceOf(Killed.class);
      Run torn = stored.getLast();
      killedAt = Integer.MAX_VALUE;
      forked.removeLast();

      Run resumed = session().resume(header(), torn);

      assertThat(resumed).as("killed in fork %d", kill).isEqualTo(whole);
      assertThat(forked).as("killed in fork %d", kill).hasSize(forks);
    }
  }

  private Run tornWithinARound() {
    killedAt = 3;
    assertThatThrownBy(this::run).isInstanceOf(Killed.class);
    killedAt = Integer.MAX_VALUE;
    forked.clear();
    return stored.getLast();
  }

  @Test
  void aRoundThatALongStopHasPartedIsMeasuredAgainAsAWhole() throws InterruptedException {
    Run torn = tornWithinARound();
    now = now.plus(Duration.ofMinutes(3));

    Run run = session().resume(header(), torn);

    requireWhole(run);
    assertThat(forked).hasSize(2 * PAIRS - 2).filteredOn(f -> f.round() == 1).hasSize(2);
    assertThat(of(run, Fate.VOID)).hasSize(1);
    assertThat(of(run, Fate.VOID).getFirst().reason())
        .isEqualTo("the run was stopped within this round");
    assertThat(of(run, Fate.VOID).getFirst().discardedScores()).isEqualTo(STEADY);
  }

  @Test
  void aStopUsesUpNoRepeats() throws InterruptedException {
    Run torn = tornWithinARound();
    now = now.plus(Duration.ofMinutes(3));
    steal = (fork, attempt) -> 0.5;

    Run run = session().resume(header(), torn);

    assertThat(of(run, Fate.VOID)).hasSize(1 + PAIRS / 2);
  }

  @Test
  void aRoundThatAShortStopHasPartedStands() throws InterruptedException {
    Run torn = tornWithinARound();
    now = now.plus(Duration.ofSeconds(100));

    Run run = session().resume(header(), torn);

    requireWhole(run);
    assertThat(forked).hasSize(2 * PAIRS - 3);
    assertThat(of(run, Fate.VOID)).isEmpty();
  }

  @Test
  void forksOfAnotherShapeAreNotMixedIn() throws InterruptedException {
    Run torn = tornWithinARound();
    assertThat(torn.plan().shape())
        .isEqualTo("6 x 300 ms warm-up, 8 x 300 ms scored, 3 x 300 ms tail");

    assertThatThrownBy(() -> session().resume(header(), shaped(torn, "5 x 10 s")))
        .isInstanceOf(ResumeRefusedException.class)
        .hasMessageContaining("its forks were 5 x 10 s, and would now be 6 x 300 ms warm-up");
    assertThat(forked).isEmpty();
    Run older = session().resume(header(), shaped(torn, ""));
    assertThat(older.finished()).isTrue();
    assertThat(older.plan().shape()).isEmpty();
  }

  private static Run shaped(Run run, String shape) {
    PlanCard plan = run.plan();
    return new Run(
        run.label(),
        run.startedAt(),
        run.finishedAt(),
        new PlanCard(plan.effort(), plan.pairs(), plan.seed(), shape, plan.arms()),
        run.machine(),
        run.provenance(),
        run.timer(),
        run.studies(),
        run.measurements(),
        run.tails(),
        run.answers(),
        run.failures(),
        run.conditions());
  }

  @Test
  void whatIsThrownOutLeavesNoNumbersBehind() throws InterruptedException {
    steal = (fork, attempt) -> is(fork, OURS, 0) && attempt == 1 ? 0.02 : 0.0;

    run();

    for (Run run : stored) {
      for (Measurement measurement : run.measurements()) {
        assertThat(measurement.forks()).isNotEmpty();
        long counting =
            run.conditions().stream()
                .filter(c -> c.arm().equals(measurement.arm()) && c.counts())
                .count();
        assertThat(measurement.forks()).hasSize((int) counting);
        assertThat(List.of(Metric.TIME, Metric.ALLOCATION)).contains(measurement.metric());
      }
    }
  }
}
