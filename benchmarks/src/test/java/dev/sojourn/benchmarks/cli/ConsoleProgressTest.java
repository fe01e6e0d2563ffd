package dev.sojourn.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.benchmarks.latency.CoordinatedOmissionLab;
import dev.sojourn.benchmarks.sets.UnionFindBench;
import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.StudyReader;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.harness.flame.FlamePlan;
import dev.sojourn.results.model.ForkConditions.Fate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Sessions that nobody ran, as the user would have seen them. */
class ConsoleProgressTest {
  private static final StudyDescriptor STUDY = StudyReader.read(UnionFindBench.class);
  private static final String BASELINE = STUDY.card().baseline();
  private static final Plan PLAN = plan(STUDY, 8);
  private static final Duration FORK = Duration.ofSeconds(5);

  private final StringWriter written = new StringWriter();
  private final PrintWriter out = new PrintWriter(written, true);
  private final Ticking clock = new Ticking();

  private static Plan plan(StudyDescriptor study, int pairs) {
    Plan.Point last = new Plan.Point(study, study.points().getLast());
    return new Plan(List.of(last), Effort.SCREEN, pairs, 1);
  }

  /** A clock that the test advances. */
  private static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-11-23T03:25:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private ConsoleProgress live() {
    Terminal terminal = new Terminal(true, Map.of("TERM", "xterm"), StandardCharsets.UTF_8);
    return new ConsoleProgress(StatusLine.of(out, terminal), clock);
  }

  private ConsoleProgress plain() {
    return new ConsoleProgress(new PlainLines(out, clock), clock);
  }

  private static ForkOutcome measured(double nanos) {
    return new ForkOutcome.Measured(
        Instant.EPOCH,
        List.of(),
        List.of(nanos, nanos, nanos),
        OptionalDouble.empty(),
        Map.of(),
        Map.of(),
        Collections.emptySortedMap());
  }

  /** The baseline takes 100 ns, every other 80. */
  private static double nanos(PlannedFork fork) {
    return fork.arm().method().equals(BASELINE) ? 100 : 80;
  }

  private void run(ConsoleProgress progress, Plan plan, int forks) {
    List<PlannedFork> schedule = plan.schedule();
    progress.started(plan, schedule.size(), FORK.multipliedBy(schedule.size()));
    for (int i = 0; i < forks; i++) {
      progress.forkStarted(schedule.get(i));
      clock.now = clock.now.plus(FORK);
      int left = schedule.size() - i - 1;
      progress.forkFinished(
          schedule.get(i), measured(nanos(schedule.get(i))), left, FORK.multipliedBy(left));
    }
  }

  @Test
  void theLiveLineSaysWhereTheRunIsAndHowLongItTakes() {
    ConsoleProgress progress = live();
    run(progress, PLAN, PLAN.arms().size());
    PlannedFork next = PLAN.schedule().get(PLAN.arms().size());
    progress.forkStarted(next);

    int forks = PLAN.schedule().size();
    int done = PLAN.arms().size();
    List<String> lines = Screen.of(written.toString()).lines();
    assertThat(lines.getFirst()).startsWith("1 study, " + forks + " forks to go, about ");
    assertThat(lines).hasSize(2);
    assertThat(lines.getLast())
        .startsWith(
            "[%d/%d] %s gone, %s to go: UnionFind"
                .formatted(
                    done + 1,
                    forks,
                    ConsoleProgress.digits(FORK.multipliedBy(done)),
                    ConsoleProgress.digits(FORK.multipliedBy(forks - done))));
  }

  @Test
  void theRatioSoFarIsThatOfRoundsThatCount() {
    ConsoleProgress progress = live();
    int arms = PLAN.arms().size();
    run(progress, PLAN, 2 * arms);
    PlannedFork other =
        PLAN.schedule().stream()
            .skip(2L * arms)
            .filter(fork -> !fork.arm().method().equals(BASELINE))
            .findFirst()
            .orElseThrow();

    progress.forkStarted(other);
    assertThat(Screen.of(written.toString()).lines().getLast()).contains("ratio 0.800 after 2");

    progress.forkThrownOut(PLAN.schedule().get(arms), Fate.VOID, "the machine was busy");
    progress.forkFinished(PLAN.schedule().get(arms), measured(1e9), 3, FORK);
    progress.forkStarted(other);
    assertThat(Screen.of(written.toString()).lines())
        .contains("round 2 of UnionFindBench is void and will be repeated: the machine was busy");
    assertThat(Screen.of(written.toString()).lines().getLast()).contains("ratio 0.800 after 1");
  }

  @Test
  void aForkThatWillBeRepeatedGivesNoRatio() {
    ConsoleProgress progress = live();
    List<PlannedFork> schedule = PLAN.schedule();
    run(progress, PLAN, 1);
    for (PlannedFork fork : schedule.subList(1, PLAN.arms().size())) {
      progress.forkThrownOut(fork, Fate.REPEATED, "it had not settled");
      progress.forkFinished(fork, measured(80), 9, FORK);
      progress.forkStarted(fork);
    }

    assertThat(written.toString()).doesNotContain("ratio");
  }

  @Test
  void nothingIsWrittenWhileAForkRuns() throws InterruptedException {
    ConsoleProgress progress = live();
    run(progress, PLAN, 1);
    progress.forkStarted(PLAN.schedule().get(1));
    String before = written.toString();

    clock.now = clock.now.plus(Duration.ofHours(1));
    Thread.sleep(50);

    assertThat(written.toString()).isEqualTo(before);
  }

  @Test
  void aMessageStaysAndTheLiveLineStandsBelowIt() {
    ConsoleProgress progress = live();
    run(progress, PLAN, 1);
    progress.forkStarted(PLAN.schedule().get(1));
    progress.message("something\u001b[2J\rhappened");

    List<String> lines = Screen.of(written.toString()).lines();
    assertThat(lines.get(1)).isEqualTo("something\uFFFD[2J happened");
    assertThat(lines.getLast()).startsWith("[2/");
  }

  @Test
  @SuppressWarnings("NullAway") // what the run holds is not looked at
  void theLiveLineFitsATerminalAndEndsWithoutATrace() {
    ConsoleProgress progress = live();
    run(progress, PLAN, PLAN.schedule().size());
    progress.ended(null);

    Screen screen = Screen.of(written.toString());
    assertThat(screen.widest()).isLessThan(80);
    assertThat(screen.lines().getLast()).isEmpty();
    assertThat(written.toString()).endsWith("\r");
  }

  @Test
  void plainLinesHoldNoControlCharacterAndAreFew() {
    Plan day = plan(STUDY, 24 * 60 * 60 / 5 / STUDY.card().methods().size());
    run(plain(), day, day.schedule().size());

    List<String> lines = written.toString().lines().toList();
    assertThat(lines).hasSizeBetween(30, 60);
    assertThat(lines)
        .allMatch(line -> line.codePoints().noneMatch(Character::isISOControl))
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void aShortRunSaysHowItGoesEveryQuarterOfAMinute() {
    Plan minute = plan(STUDY, 4);
    int forks = Math.min(12, minute.schedule().size());
    run(plain(), minute, forks);

    assertThat(written.toString().lines().filter(line -> line.startsWith("[")))
        .hasSize((forks - 1) / 3);
  }

  @Test
  void aLabAnnouncesHowLongItsForkTakes() {
    StudyDescriptor lab = StudyReader.read(CoordinatedOmissionLab.class);
    Plan plan = plan(lab, 1);
    ConsoleProgress progress = live();

    progress.answersChecked(plan.points().getFirst(), 1, 1);
    assertThat(Screen.of(written.toString()).lines().getLast())
        .startsWith("comparing answers [1/1]: CoordinatedOmissionLab")
        .endsWith(", takes 2 min 0 s");

    progress.forkStarted(plan.schedule().getFirst());
    assertThat(Screen.of(written.toString()).lines().getLast()).endsWith(", takes 3 min 1 s");
  }

  @Test
  void flameForksComeOnTopAndSaySo() {
    FlamePlan flames = FlamePlan.of(PLAN);
    Terminal terminal = new Terminal(true, Map.of("TERM", "xterm"), StandardCharsets.UTF_8);
    ConsoleProgress progress = new ConsoleProgress(StatusLine.of(out, terminal), clock, flames);
    progress.started(PLAN, 48, FORK.multipliedBy(48));
    FlamePlan.FlameFork last = flames.forks().getLast();
    int forks = flames.forks().size();
    progress.unscoredForksFollow("flame graphs", forks, flames.expected());
    progress.unscoredForkStarted("flame graph of allocation", last.fork(), forks, forks);

    List<String> lines = Screen.of(written.toString()).lines();
    assertThat(lines.getFirst())
        .startsWith(
            "1 study, 48 forks to go, about 4 min 0 s; then %d flame forks".formatted(forks))
        .contains("unscored, about ");
    assertThat(lines.get(1)).startsWith("flame graphs: %d forks, unscored, about".formatted(forks));
    assertThat(lines.getLast())
        .startsWith("[%d/%d] flame graph of allocation: UnionFind".formatted(forks, forks));
  }

  @Test
  void aFailureIsAMessage() {
    ConsoleProgress progress = plain();
    PlannedFork fork = PLAN.schedule().getFirst();
    progress.forkFinished(fork, new ForkOutcome.Failed("it broke"), 3, FORK);

    assertThat(written.toString().strip()).isEqualTo(fork.arm() + " failed: it broke");
  }
}
