package dev.sojourn.harness.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.noise.Platform;
import dev.sojourn.harness.noise.Readings;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import dev.sojourn.results.model.TimerCost;
import dev.sojourn.results.report.TextReport;
import dev.sojourn.results.store.Entry;
import dev.sojourn.results.store.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run of real forks, killed without warning at moments drawn from a seed, then gone on with.
 *
 * <p>{@code -Dsojourn.kills=25} kills that often; twice is what every build can afford. {@code
 * -Dsojourn.kills.seed} draws other moments.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("sojourn.kills", 2);
  private static final long SEED = Long.getLong("sojourn.kills.seed", 20261123);
  private static final String[] METHODS = {"plain", "allocating"};
  private static final Plan PLAN = ShortRun.plan(METHODS);
  private static final int FORKS = PLAN.schedule().size();

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();

  private Process start(Path where, String methods) throws IOException {
    Files.createDirectories(where);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + where,
                "-cp",
                System.getProperty("java.class.path"),
                ShortRun.class.getName(),
                where.toString(),
                methods)
            .redirectErrorStream(true)
            .redirectOutput(where.resolve("said").toFile())
            .start();
    started.add(process);
    return process;
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private Run toTheEnd(Path where) throws Exception {
    Process process = start(where, String.join(",", METHODS));
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(() -> said(where)).isZero();
    Ledger ledger = ShortRun.ledger(where);
    Run run = ledger.read(ShortRun.MACHINE, ShortRun.LABEL);
    // Without its index a run is read from its text and from every one of its logs.
    Files.delete(ledger.folder(ShortRun.MACHINE, ShortRun.LABEL).resolve("run.idx"));
    assertThat(ledger.read(ShortRun.MACHINE, ShortRun.LABEL)).isEqualTo(run);
    return run;
  }

  private static String said(Path where) {
    try {
      return Files.readString(where.resolve("said"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  @Timeout(3600)
  void killedAtAnyMomentARunLosesOneForkAtMostAndEndsAsIfItHadNotBeenKilled() throws Exception {
    long startNanos = System.nanoTime();
    requireWhole(toTheEnd(folder.resolve("undisturbed")));
    long usualMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    Random random = new Random(SEED);

    for (int kill = 0; kill < KILLS; kill++) {
      Path where = folder.resolve("kill-" + kill);
      long afterMillis = Math.round(usualMillis * random.nextDouble());
      String when = "kill %d after %d of %d ms".formatted(kill, afterMillis, usualMillis);

      Process process = start(where, String.join(",", METHODS));
      process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
      kill(process);

      int stored = requireIntact(where, when);
      int begun = starts(where).size();
      assertThat(begun - stored).as(when).isBetween(0, 1);
      Run run = toTheEnd(where);
      requireWhole(run);
      assertThat(starts(where)).as(when).hasSize(FORKS + begun - stored);
      requireSameAnalysis(run, when);
    }
  }

  private static List<String> starts(Path where) throws IOException {
    return Files.exists(ShortRun.starts(where))
        ? Files.readAllLines(ShortRun.starts(where))
        : List.of();
  }

  /** Whatever lies in the ledger can be read and is the run; returns how many forks it holds. */
  private static int requireIntact(Path where, String when) throws Exception {
    Ledger ledger = ShortRun.ledger(where);
    List<Entry> entries = ledger.entries();
    assertThat(entries).as(when).hasSizeLessThanOrEqualTo(1);
    assertThat(entries).as(when).allMatch(entry -> entry.problem().isEmpty());
    if (entries.isEmpty()) {
      return 0;
    }
    Run run = ledger.read(entries.getFirst());
    assertThat(run.label()).isEqualTo(ShortRun.LABEL);
    return run.measurements().stream()
        .filter(m -> m.metric().equals(Metric.TIME))
        .mapToInt(m -> m.forks().size())
        .sum();
  }

  private static void requireWhole(Run run) {
    assertThat(run.finished()).isTrue();
    assertThat(run.failures()).isEmpty();
    for (Arm arm : PLAN.arms()) {
      assertThat(run.measurement(arm, Metric.TIME.name()).orElseThrow().forks())
          .extracting(ForkSample::round)
          .containsExactly(0, 1, 2, 3);
      assertThat(run.tail(arm).orElseThrow().forks()).hasSize(ShortRun.PAIRS);
    }
    assertThat(run.conditions()).hasSize(FORKS).allMatch(ForkConditions::counts);
  }

  /** The same forks, handed to a session that nobody stops. */
  private void requireSameAnalysis(Run run, String when) throws Exception {
    Run undisturbed = replayed(run);

    assertThat(undisturbed).as(when).isEqualTo(run);
    assertThat(TextReport.run(undisturbed)).as(when).isEqualTo(TextReport.run(run));
    assertThat(TextReport.comparison(RunComparison.of(undisturbed, run, false)))
        .as(when)
        .isEqualTo(TextReport.comparison(RunComparison.of(run, run, false)));
  }

  private Run replayed(Run run) throws InterruptedException {
    Instant finishedAt = Objects.requireNonNull(run.finishedAt());
    Iterator<Instant> times = List.of(run.startedAt(), finishedAt).iterator();
    List<PlannedFork> forks = new ArrayList<>();
    Session session =
        new Session(
            PLAN,
            new Instruments(
                MeasuringLock.at(folder.resolve("replay.lock")),
                false,
                run::timer,
                (study, params) -> answers(run, study, params),
                fork -> {
                  forks.add(fork);
                  return outcome(run, fork);
                },
                () -> () -> readings(run, forks.getLast()),
                whole -> {},
                Progress.NONE,
                times::next));
    return session.run(ShortRun.header());
  }

  private static Answers answers(Run run, StudyDescriptor study, SortedMap<String, String> params) {
    return run.answers().stream()
        .filter(a -> a.study().equals(study.card().study()) && a.params().equals(params))
        .findFirst()
        .orElseThrow();
  }

  private static ForkOutcome outcome(Run run, PlannedFork fork) {
    ForkSample times = sample(run, fork, Metric.TIME);
    Map<String, Histogram> views =
        run.tails().stream()
            .filter(tail -> tail.arm().equals(fork.arm()))
            .collect(
                Collectors.toMap(
                    Tail::view,
                    tail ->
                        tail.forks().stream()
                            .filter(f -> f.round() == fork.round())
                            .findFirst()
                            .orElseThrow()
                            .histogram()));
    return new ForkOutcome.Measured(
        times.startedAt(),
        times.warmup(),
        times.scores(),
        OptionalDouble.of(sample(run, fork, Metric.ALLOCATION).scores().getFirst()),
        views,
        Map.of(),
        Collections.emptySortedMap());
  }

  private static ForkSample sample(Run run, PlannedFork fork, Metric metric) {
    return run.measurement(fork.arm(), metric.name()).orElseThrow().forks().stream()
        .filter(f -> f.round() == fork.round())
        .findFirst()
        .orElseThrow();
  }

  private static Readings readings(Run run, PlannedFork fork) {
    ForkConditions found =
        run.conditions().stream()
            .filter(c -> c.arm().equals(fork.arm()) && c.round() == fork.round())
            .findFirst()
            .orElseThrow();
    return new Readings(found.facts(), found.hiccups().map(Cells::histogram));
  }

  @Test
  @Timeout(600)
  void aForkLeftBehindIsEndedBeforeAnotherMeasures() throws Exception {
    Process run = start(folder.resolve("hanging"), "hanging");
    ProcessHandle fork = forkOf(run);
    kill(run);
    assertThat(fork.isAlive()).as("a fork outlives the run that was killed").isTrue();
    assertThat(Orphans.find()).contains(fork);

    List<String> messages = new ArrayList<>();
    List<ProcessHandle> besides = new ArrayList<>();
    new Session(PLAN, seeing(besides, messages)).run(ShortRun.header());

    assertThat(besides).as("forks of the killed run beside those of the next").isEmpty();
    assertThat(Orphans.run(fork)).as("an ended process has no arguments, reaped or not").isEmpty();
    assertThat(messages).anyMatch(m -> m.contains(Long.toString(fork.pid())));
  }

  /** Instruments of a session whose forks do nothing but look for those that were left behind. */
  private Instruments seeing(List<ProcessHandle> orphans, List<String> messages) {
    return new Instruments(
        MeasuringLock.at(folder.resolve("lock")),
        false,
        () -> new TimerCost(20, 10, 50),
        AnswerGate.NONE,
        fork -> {
          orphans.addAll(Orphans.find());
          return new ForkOutcome.Failed("looked round");
        },
        Platform.UNWATCHED,
        run -> {},
        new Progress() {
          @Override
          public void message(String text) {
            messages.add(text);
          }
        },
        InstantSource.system());
  }

  /** The fork, once its JVM is at the benchmark. */
  private ProcessHandle forkOf(Process run) throws Exception {
    Optional<ProcessHandle> fork = Optional.empty();
    while (fork.filter(this::isMeasuring).isEmpty()) {
      Thread.sleep(100);
      assertThat(run.isAlive()).isTrue();
      fork = run.children().filter(child -> Orphans.run(child).isPresent()).findFirst();
    }
    return fork.orElseThrow();
  }

  /** Its stacks tell. */
  private boolean isMeasuring(ProcessHandle fork) {
    try {
      Path stacks = folder.resolve("stacks");
      Process jcmd =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(fork.pid()),
                  "Thread.print")
              .redirectErrorStream(true)
              .redirectOutput(stacks.toFile())
              .start();
      started.add(jcmd);
      return jcmd.waitFor() == 0 && Files.readString(stacks).contains("TinyBench.hanging");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void leaveNothingBehind() {
    started.stream().filter(Process::isAlive).forEach(Process::destroyForcibly);
  }
}
