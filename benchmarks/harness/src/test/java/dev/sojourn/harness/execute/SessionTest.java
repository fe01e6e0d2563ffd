package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.noise.Platform;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import dev.sojourn.results.model.TimerCost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final int PAIRS = 3;
  private static final List<StudyDescriptor> STUDIES =
      List.of(
          Fixtures.study("x.HeapBench", "f1", "jdk", "ours"),
          Fixtures.study("x.TreeBench", "f2", Map.of(), "jdk", "ours", "other"));
  private static final Plan PLAN = Plan.of(STUDIES, Map.of(), Effort.SCREEN, PAIRS, 42);
  private static final Arm OTHER = Arm.of("x.TreeBench", "other", Map.of());

  @TempDir private Path folder;
  private final List<Run> stored = new ArrayList<>();
  private final List<PlannedFork> forked = new ArrayList<>();
  private AnswerGate gate = SessionTest::agreeing;

  private static Answers agreeing(StudyDescriptor study, SortedMap<String, String> params) {
    return answers(study, params, 0.0);
  }

  private static Answers answers(
      StudyDescriptor study, SortedMap<String, String> params, double share) {
    return new Answers(
        study.card().study(),
        params,
        1000,
        new TreeMap<>(Map.of("jdk", "aa", "ours", "aa")),
        new TreeMap<>(Map.of("ours", share)),
        study.mayDiffer());
  }

  /** What a fork measures depends on its arm and round alone. */
  private static ForkOutcome measured(PlannedFork fork) {
    double score = 10 + fork.arm().toString().hashCode() % 7 + fork.round();
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(100 + fork.round(), 50);
    return new ForkOutcome.Measured(
        NOON.plusSeconds(fork.position()),
        List.of(score * 2),
        List.of(score, score + 1, score + 2),
        OptionalDouble.of(24),
        Map.of(Tail.LATENCY, histogram),
        Map.of(),
        Collections.emptySortedMap());
  }

  private static ForkOutcome otherBreaksInItsSecondRound(PlannedFork fork) {
    return fork.arm().equals(OTHER) && fork.round() == 1
        ? new ForkOutcome.Failed("java.lang.IllegalStateException: tree is upside down")
        : measured(fork);
  }

  private static RunHeader header(String cpu) {
    return new RunHeader(
        new Label("2026-W47"),
        new Machine("m", new TreeMap<>(Map.of(Machine.CPU_MODEL, cpu)), new TreeMap<>()),
        new Provenance("dev", "1.37", "abc", false, List.of("-Xmx1g")));
  }

  private Instruments instruments(ForkRunner runner) {
    return new Instruments(
        MeasuringLock.at(folder.resolve("lock")),
        false,
        () -> new TimerCost(20, 10, 50),
        gate,
        runner,
        Platform.UNWATCHED,
        stored::add,
        Progress.NONE,
        InstantSource.fixed(NOON));
  }

  private Session session(Function<PlannedFork, ForkOutcome> forks) {
    return session(PLAN, forks);
  }

  private Session session(Plan plan, Function<PlannedFork, ForkOutcome> forks) {
    return new Session(
        plan,
        instruments(
            fork -> {
              forked.add(fork);
              return forks.apply(fork);
            }));
  }

  private Run run(Function<PlannedFork, ForkOutcome> forks) throws InterruptedException {
    return session(forks).run(header("cpu"));
  }

  /** Stands for a process that dies: nothing after it is executed. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void everyArmObtainsItsForks() throws InterruptedException {
    Run run = run(SessionTest::measured);

    assertThat(run.finished()).isTrue();
    assertThat(run.failures()).isEmpty();
    assertThat(run.measurements()).hasSize(2 * PLAN.arms().size());
    assertThat(run.measurements()).allMatch(m -> m.forks().size() == PAIRS);
    assertThat(run.tails()).hasSize(PLAN.arms().size());
    assertThat(run.tails()).allMatch(t -> t.forks().size() == PAIRS && t.batch() == 10);
    assertThat(run.answers()).hasSize(3);
    assertThat(run.studies()).hasSize(2);
  }

  @Test
  void forksRunInTheOrderOfThePlan() throws InterruptedException {
    run(SessionTest::measured);

    assertThat(forked).isEqualTo(PLAN.schedule());
  }

  @Test
  void theRunIsStoredAfterEveryFork() throws InterruptedException {
    run(SessionTest::measured);

    int forks = PLAN.schedule().size();
    assertThat(stored)
        .hasSize(2 + forks + 1); // before the answers, after them, every fork, the end
    assertThat(stored.getFirst().answers()).isEmpty();
    for (int i = 0; i <= forks; i++) {
      assertThat(stored.get(i + 1).finished()).isFalse();
      assertThat(samples(stored.get(i + 1))).isEqualTo(i);
    }
    assertThat(stored.getLast().finished()).isTrue();
  }

  private static int samples(Run run) {
    return run.measurements().stream()
        .filter(m -> m.metric().name().equals("time"))
        .mapToInt(m -> m.forks().size())
        .sum();
  }

  @Test
  void aRunKilledAnywhereResumesToTheSameResult() throws InterruptedException {
    Run whole = run(SessionTest::otherBreaksInItsSecondRound);
    int forks = forked.size();

    for (int killedAt = 0; killedAt < forks; killedAt++) {
      Run torn = killedAfter(killedAt);
      forked.clear();

      Run resumed = session(SessionTest::otherBreaksInItsSecondRound).resume(header("cpu"), torn);

      assertThat(resumed).as("killed in fork %d", killedAt).isEqualTo(whole);
      assertThat(forked).as("killed in fork %d", killedAt).hasSize(forks - killedAt);
    }
  }

  /** What is on disk when the process dies in the fork after so many. */
  private Run killedAfter(int forks) {
    forked.clear();
    Function<PlannedFork, ForkOutcome> deadly =
        fork -> {
          if (forked.size() > forks) {
            throw new Killed();
          }
          return otherBreaksInItsSecondRound(fork);
        };
    assertThatThrownBy(() -> run(deadly)).isInstanceOf(Killed.class);
    return stored.getLast();
  }

  @Test
  void aFinishedRunIsLeftAlone() throws InterruptedException {
    Run run = run(SessionTest::measured);
    forked.clear();

    assertThat(session(SessionTest::measured).resume(header("cpu"), run)).isSameAs(run);
    assertThat(forked).isEmpty();
  }

  @Test
  void answersAreNotAskedForTwice() throws InterruptedException {
    Run torn = killedAfter(4);
    gate =
        (study, params) -> {
          throw new AssertionError("asked again: " + study.name());
        };

    assertThat(session(SessionTest::measured).resume(header("cpu"), torn).answers()).hasSize(3);
  }

  @Test
  void anArmThatFailsRunsNoFurtherForks() throws InterruptedException {
    Run run = run(SessionTest::otherBreaksInItsSecondRound);

    assertThat(run.finished()).isTrue();
    assertThat(run.failures())
        .containsExactly(
            new Failure(OTHER, "fork", "java.lang.IllegalStateException: tree is upside down"));
    assertThat(forked).filteredOn(f -> f.arm().equals(OTHER)).hasSizeLessThan(PAIRS);
    assertThat(samples(run)).isGreaterThanOrEqualTo(PLAN.schedule().size() - PAIRS);
  }

  @Test
  void aPointWhoseAnswersDifferIsNotTimedAndOthersAre() throws InterruptedException {
    gate = (study, params) -> answers(study, params, "2".equals(params.get("size")) ? 0.25 : 0.0);

    Run run = run(SessionTest::measured);

    assertThat(run.failures()).hasSize(2);
    assertThat(run.failures())
        .allMatch(f -> f.stage().equals("answers"))
        .allMatch(f -> "2".equals(f.arm().params().get("size")))
        .allMatch(f -> f.cause().startsWith("ours "));
    assertThat(run.answers()).hasSize(3);
    assertThat(samples(run)).isEqualTo(PAIRS * (PLAN.arms().size() - 2));
  }

  @Test
  void aGateThatThrowsFailsItsPointByName() throws InterruptedException {
    gate =
        (study, params) -> {
          if (params.isEmpty()) {
            throw new IllegalStateException("no such state\nat line 3");
          }
          return agreeing(study, params);
        };

    Run run = run(SessionTest::measured);

    assertThat(run.failures()).hasSize(3);
    assertThat(run.failures())
        .allMatch(f -> f.arm().study().equals("x.TreeBench"))
        .allMatch(f -> f.cause().equals("java.lang.IllegalStateException: no such state"));
  }

  @Test
  void aGateThatComparedNothingIsNotPassed() throws InterruptedException {
    gate =
        (study, params) -> new Answers(study.id(), params, 0, new TreeMap<>(), new TreeMap<>(), 0);

    Run run = run(SessionTest::measured);

    assertThat(run.failures()).hasSize(PLAN.arms().size());
    assertThat(run.failures()).allMatch(f -> f.cause().equals("no answers were compared"));
    assertThat(forked).isEmpty();
  }

  @Test
  void aRunThatCannotBeStoredIsNotGoneOnWith() {
    Instruments with = instruments(SessionTest::measured);
    Instruments full =
        new Instruments(
            with.lock(),
            with.waitForLock(),
            with.timer(),
            with.gate(),
            with.runner(),
            with.platform(),
            run -> {
              throw new IOException("no space left");
            },
            with.progress(),
            with.clock());

    assertThatThrownBy(() -> new Session(PLAN, full).run(header("cpu")))
        .isInstanceOf(RunNotStoredException.class)
        .hasMessage("no space left");
  }

  @Test
  void stopLosesTheRunningForkOnly() throws InterruptedException {
    Session[] session = new Session[1];
    session[0] =
        session(
            fork -> {
              if (forked.size() == 5) {
                session[0].stop();
                return new ForkOutcome.Stopped("the run was stopped");
              }
              return measured(fork);
            });

    Run run = session[0].run(header("cpu"));

    assertThat(run.finished()).isFalse();
    assertThat(run.failures()).isEmpty();
    assertThat(samples(run)).isEqualTo(4);
    assertThat(session(SessionTest::measured).resume(header("cpu"), run).finished()).isTrue();
  }

  @Test
  void aForkEndedFromOutsideEndsTheSessionUnfinished() throws InterruptedException {
    Run run = run(f -> forked.size() == 3 ? new ForkOutcome.Stopped("exit code 130") : measured(f));

    assertThat(run.finished()).isFalse();
    assertThat(run.failures()).isEmpty();
    assertThat(samples(run)).isEqualTo(2);
  }

  @Test
  void stopReachesAGateThatWaits() throws InterruptedException {
    Session[] session = new Session[1];
    gate =
        (study, params) -> {
          Thread.ofPlatform().start(session[0]::stop);
          new CountDownLatch(1).await();
          return agreeing(study, params);
        };
    session[0] = session(SessionTest::measured);

    Run run = session[0].run(header("cpu"));

    assertThat(run.finished()).isFalse();
    assertThat(run.failures()).isEmpty();
    assertThat(forked).isEmpty();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void anotherMachineOrChangedCodeIsNotMixedIn() {
    Run torn = killedAfter(4);
    Plan changed =
        Plan.of(
            List.of(Fixtures.study("x.HeapBench", "f9", "jdk", "ours"), STUDIES.get(1)),
            Map.of(),
            Effort.SCREEN,
            PAIRS,
            42);

    assertThatThrownBy(() -> session(SessionTest::measured).resume(header("other cpu"), torn))
        .isInstanceOf(ResumeRefusedException.class)
        .hasMessageContaining("cpu / other cpu");
    assertThatThrownBy(() -> session(changed, SessionTest::measured).resume(header("cpu"), torn))
        .isInstanceOf(ResumeRefusedException.class)
        .hasMessageContaining("x.HeapBench")
        .hasMessageContaining("take a new label");
  }

  @Test
  void aTakenMachineIsRefusedBeforeAnythingIsStored() {
    var held = MeasuringLock.at(folder.resolve("lock")).acquireNow("theirs");

    assertThatThrownBy(() -> run(SessionTest::measured))
        .isInstanceOf(MeasuringLock.HeldByAnotherException.class);

    held.close();
    assertThat(stored).isEmpty();
  }

  @Test
  void theLockIsGivenBackEvenAfterACrash() {
    killedAfter(2);

    MeasuringLock.at(folder.resolve("lock")).acquireNow("next").close();
  }

  @Test
  void progressCountsDownToNothing() throws InterruptedException {
    List<Integer> left = new ArrayList<>();
    List<Duration> remaining = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void forkFinished(
              PlannedFork fork, ForkOutcome outcome, int forks, Duration time) {
            left.add(forks);
            remaining.add(time);
          }
        };
    Instruments with = instruments(SessionTest::measured);
    new Session(
            PLAN,
            new Instruments(
                with.lock(),
                with.waitForLock(),
                with.timer(),
                with.gate(),
                with.runner(),
                with.platform(),
                with.sink(),
                progress,
                with.clock()))
        .run(header("cpu"));

    assertThat(left).hasSize(PLAN.schedule().size()).startsWith(PLAN.schedule().size() - 1);
    assertThat(left).endsWith(0);
    assertThat(remaining.getLast()).isEqualTo(Duration.ZERO);
  }

  @Test
  void listsFollowThePlanWhateverTheOrderOfForks() throws InterruptedException {
    Run run = run(SessionTest::measured);

    assertThat(run.measurements()).extracting(Measurement::arm).containsSubsequence(PLAN.arms());
    assertThat(run.tails()).extracting(Tail::arm).containsExactlyElementsOf(PLAN.arms());
  }
}
