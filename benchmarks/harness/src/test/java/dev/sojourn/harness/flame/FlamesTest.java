package dev.sojourn.harness.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyReader;
import dev.sojourn.harness.execute.AnswerGate;
import dev.sojourn.harness.execute.Epilogue;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.harness.execute.ForkProfilers;
import dev.sojourn.harness.execute.ForkRunner;
import dev.sojourn.harness.execute.Instruments;
import dev.sojourn.harness.execute.MeasuringLock;
import dev.sojourn.harness.execute.Progress;
import dev.sojourn.harness.execute.ResumeRefusedException;
import dev.sojourn.harness.execute.RunHeader;
import dev.sojourn.harness.execute.Session;
import dev.sojourn.harness.noise.Platform;
import dev.sojourn.harness.sound.FilterBench;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.FlameEvent;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import dev.sojourn.results.model.TimerCost;
import dev.sojourn.results.report.TextReport;
import dev.sojourn.results.store.FlamePages;
import dev.sojourn.results.store.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of made-up forks, with and without flame graphs after them. */
class FlamesTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Plan PLAN =
      Plan.of(List.of(StudyReader.read(FilterBench.class)), Map.of(), Effort.SCREEN, 6, 42);
  private static final Arm EXACT = PLAN.arms().getFirst();
  private static final Arm APPROXIMATE = PLAN.arms().getLast();

  @TempDir private Path folder;
  private final List<String> flamed = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private final Progress progress =
      new Progress() {
        @Override
        public void message(String text) {
          messages.add(text);
        }
      };

  private static RunHeader header(String cpu) {
    return new RunHeader(
        new Label("a \"b\" <c> 😀"),
        new Machine("m", new TreeMap<>(Map.of(Machine.CPU_MODEL, cpu)), new TreeMap<>()),
        new Provenance("dev", "1.37", "abc", false, List.of()));
  }

  private static ForkOutcome.Measured measured(PlannedFork fork, double nanos) {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(Math.round(nanos), 50);
    return new ForkOutcome.Measured(
        NOON.plusSeconds(fork.position()),
        List.of(nanos),
        List.of(nanos, nanos + 1, nanos),
        OptionalDouble.of(24),
        Map.of(Tail.LATENCY, histogram),
        Map.of(),
        Collections.emptySortedMap());
  }

  private static ForkOutcome scored(PlannedFork fork) {
    return measured(fork, fork.arm().equals(EXACT) ? 100 : 80);
  }

  /** A flame fork whose scores would turn every verdict round, if anybody kept them. */
  private ForkOutcome absurd(PlannedFork fork, ForkProfilers profilers) {
    FlameOrder order = (FlameOrder) profilers;
    flamed.add(fork.arm().method() + " " + order.event().id());
    try {
      Files.writeString(order.page(), "page of " + flamed.getLast());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return measured(fork, fork.arm().equals(EXACT) ? 1 : 1e9);
  }

  private Ledger ledger(String name) {
    return Ledger.at(folder.resolve(name));
  }

  private Epilogue flames(Ledger ledger, FlameRunner runner) {
    return new Flames(PLAN, ledger, this::tool, runner, progress);
  }

  /** The machine is ours by then: what is tried disturbs nobody. */
  private FlameTool tool() {
    assertThat(MeasuringLock.at(folder.resolve("lock")).tryAcquire("another")).isEmpty();
    try {
      Path room = Files.createDirectories(folder.resolve("tool"));
      return new FlameTool(room, folder.resolve("library"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Session session(Ledger ledger, ForkRunner runner, Epilogue epilogue) {
    return new Session(
        PLAN,
        new Instruments(
            MeasuringLock.at(folder.resolve("lock")),
            false,
            () -> new TimerCost(20, 10, 50),
            AnswerGate.NONE,
            runner,
            Platform.UNWATCHED,
            ledger::write,
            progress,
            InstantSource.fixed(NOON)),
        epilogue);
  }

  private Run run(Ledger ledger, FlameRunner runner) throws InterruptedException {
    return session(ledger, FlamesTest::scored, flames(ledger, runner)).run(header("cpu"));
  }

  private static byte[] stored(Ledger ledger, Run run) throws IOException {
    return Files.readAllBytes(ledger.folder(run.machine().name(), run.label()).resolve("run.json"));
  }

  @Test
  void theStoredRunIsTheSameByteForByteAndSoIsEveryVerdict() throws Exception {
    Ledger plain = ledger("plain");
    Ledger flaming = ledger("flaming");

    Run without = session(plain, FlamesTest::scored, Epilogue.NONE).run(header("cpu"));
    Run with = run(flaming, this::absurd);

    assertThat(flamed).hasSize(4);
    assertThat(with.measurements()).hasSameSizeAs(without.measurements()).isNotEmpty();
    assertThat(with).isEqualTo(without);
    assertThat(stored(flaming, with)).isEqualTo(stored(plain, without));
    assertThat(TextReport.run(flaming.read(with.label())))
        .isEqualTo(TextReport.run(plain.read(without.label())))
        .contains("faster");
  }

  @Test
  void everyArmAndEventHasItsPage() throws Exception {
    Run run = run(ledger("runs"), this::absurd);

    FlamePages pages = FlamePages.of(ledger("runs"), run);
    for (Arm arm : PLAN.arms()) {
      for (FlameEvent event : FlameEvent.values()) {
        assertThat(pages.find(arm, event).orElseThrow())
            .hasContent("page of " + arm.method() + " " + event.id());
      }
    }
    assertThat(messages).isEmpty();
  }

  @Test
  void oneThatFailsIsNamedAndTheOthersAreMade() throws Exception {
    Run run =
        run(
            ledger("runs"),
            (fork, profilers) ->
                fork.arm().equals(EXACT) && ((FlameOrder) profilers).event() == FlameEvent.CTIMER
                    ? new ForkOutcome.Failed("signal taken")
                    : absurd(fork, profilers));

    assertThat(run.finished()).isTrue();
    assertThat(run.failures()).isEmpty();
    assertThat(flamed).hasSize(3);
    assertThat(messages)
        .containsExactly(
            "no flame graph of " + EXACT + " (CPU time): signal taken; the run itself is complete");
  }

  @Test
  void aForkThatLeavesNoPageIsNamedAndNeverGetsThatOfAnother() throws Exception {
    Run run =
        run(
            ledger("runs"),
            (fork, profilers) ->
                fork.arm().equals(EXACT) ? absurd(fork, profilers) : measured(fork, 1));

    assertThat(messages).hasSize(2).allMatch(m -> m.contains("the profiler left no page"));
    assertThat(FlamePages.of(ledger("runs"), run).find(APPROXIMATE, FlameEvent.CTIMER)).isEmpty();
  }

  @Test
  void anArmThatWasNotMeasuredGetsNone() throws Exception {
    Ledger ledger = ledger("runs");
    ForkRunner breaking =
        fork -> fork.arm().equals(APPROXIMATE) ? new ForkOutcome.Failed("broken") : scored(fork);

    Run run = session(ledger, breaking, flames(ledger, this::absurd)).run(header("cpu"));

    assertThat(run.failures()).hasSize(1);
    assertThat(flamed).containsExactly("exact ctimer", "exact alloc");
  }

  @Test
  void aStopEndsThemAndALaterResumeMakesTheRest() throws Exception {
    Ledger ledger = ledger("runs");
    Run run =
        run(
            ledger,
            (fork, profilers) ->
                flamed.size() == 2
                    ? new ForkOutcome.Stopped("the run was stopped")
                    : absurd(fork, profilers));
    assertThat(run.finished()).isTrue();
    assertThat(messages).containsExactly("the run was stopped");
    assertThat(flamed).hasSize(2);
    byte[] before = stored(ledger, run);

    ForkRunner unwanted =
        fork -> {
          throw new AssertionError("nothing is to be measured again: " + fork);
        };
    Session later = session(ledger, unwanted, flames(ledger, this::absurd));
    Run resumed = later.resume(header("cpu"), run);

    assertThat(resumed).isEqualTo(run);
    assertThat(flamed)
        .containsExactly("exact ctimer", "exact alloc", "approximate ctimer", "approximate alloc");
    assertThat(stored(ledger, run)).isEqualTo(before);
  }

  @Test
  void aRunStoppedWhileItMeasuredGetsNoneBeforeItIsFinished() throws Exception {
    Ledger ledger = ledger("runs");
    ForkRunner stopping =
        fork -> fork.position() == 3 ? new ForkOutcome.Stopped("exit code 130") : scored(fork);

    Run run = session(ledger, stopping, flames(ledger, this::absurd)).run(header("cpu"));
    assertThat(run.finished()).isFalse();
    assertThat(flamed).isEmpty();

    Session later = session(ledger, FlamesTest::scored, flames(ledger, this::absurd));
    assertThat(later.resume(header("cpu"), run).finished()).isTrue();
    assertThat(flamed).hasSize(4);
  }

  @Test
  void aFinishedRunOfAnotherMachineIsNotGivenGraphsOfThisOne() throws Exception {
    Ledger ledger = ledger("runs");
    Run run = session(ledger, FlamesTest::scored, Epilogue.NONE).run(header("cpu"));

    Session other = session(ledger, FlamesTest::scored, flames(ledger, this::absurd));

    assertThatThrownBy(() -> other.resume(header("other cpu"), run))
        .isInstanceOf(ResumeRefusedException.class)
        .hasMessageContaining("the machine has changed");
    assertThat(flamed).isEmpty();
  }

  @Test
  void aPageThatCannotBeKeptIsNamedAndTheRunIsNotLost() throws Exception {
    Ledger ledger = ledger("runs");
    Run stored = session(ledger, FlamesTest::scored, Epilogue.NONE).run(header("cpu"));
    Files.writeString(FlamePages.of(ledger, stored).folder(), "in the way");

    Run run =
        session(ledger, FlamesTest::scored, flames(ledger, this::absurd))
            .resume(header("cpu"), stored);

    assertThat(run.finished()).isTrue();
    assertThat(messages).hasSize(4).allMatch(m -> m.contains("cannot be written"));
  }

  @Test
  void aProfilerThatIsRefusedEndsTheSessionBeforeAnythingIsMeasured() throws Exception {
    Ledger ledger = ledger("runs");
    FlameTool.Source refusing =
        () -> {
          throw new FlamesRefusedException("no profiler", "leave out --flame");
        };
    ForkRunner unwanted =
        fork -> {
          throw new AssertionError("nothing is to be measured: " + fork);
        };
    Flames flames = new Flames(PLAN, ledger, refusing, this::absurd, progress);

    assertThatThrownBy(() -> session(ledger, unwanted, flames).run(header("cpu")))
        .isInstanceOf(FlamesRefusedException.class);

    assertThat(folder.resolve("runs")).doesNotExist();
    try (MeasuringLock.Held held =
        MeasuringLock.at(folder.resolve("lock")).acquireNow("the next")) {
      assertThat(held).isNotNull();
    }
  }

  @Test
  void aMachineThatIsTakenIsNotDisturbedByATrial() throws Exception {
    Ledger ledger = ledger("runs");
    FlameTool.Source unwanted =
        () -> {
          throw new AssertionError("the machine is another's");
        };
    Flames flames = new Flames(PLAN, ledger, unwanted, this::absurd, progress);
    Session session = session(ledger, FlamesTest::scored, flames);

    MeasuringLock.Held held = MeasuringLock.at(folder.resolve("lock")).acquireNow("another");
    try {
      assertThatThrownBy(() -> session.run(header("cpu")))
          .isInstanceOf(MeasuringLock.HeldByAnotherException.class);
    } finally {
      held.close();
    }
  }

  @Test
  void theProfilersFolderIsGoneHoweverTheSessionEnds() throws Exception {
    run(ledger("runs"), this::absurd);
    assertThat(folder.resolve("tool")).doesNotExist();

    ForkRunner dying =
        fork -> {
          throw new IllegalStateException("died");
        };
    Session session = session(ledger("more"), dying, flames(ledger("more"), this::absurd));

    assertThatThrownBy(() -> session.run(header("cpu"))).hasMessage("died");
    assertThat(folder.resolve("tool")).doesNotExist();
  }
}
