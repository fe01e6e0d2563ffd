package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.harness.execute.Progress;
import dev.sojourn.harness.flame.FlamePlan;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.Units;
import dev.sojourn.results.report.Words;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the user sees while a run goes on. */
final class ConsoleProgress implements Progress {
  /*
   * Implementation notes. A status is written when a fork begins and at no other time: there is no
   * timer. On two cores a clock that ticks on the screen is a second process to be scheduled, this
   * JVM, and a third, the terminal, while the fork measures; between forks both are free. What is
   * written when a fork begins has been drawn long before its JVM has started and warmed up. The
   * price is a line that is as old as its fork, seconds for a bench; a fork that takes longer is
   * announced with its time.
   */

  /** Forks that take longer say so, since nothing moves while they run. */
  private static final Duration LONG_FORK = Duration.ofSeconds(15);

  private final StatusLine line;
  private final Clock clock;
  private final FlamePlan flames;
  private final RunningRatios ratios = new RunningRatios();
  private int total;
  private int done;
  private Instant start;
  private Duration remaining = Duration.ZERO;
  private @Nullable PlannedFork thrownOut;

  ConsoleProgress(StatusLine line, Clock clock) {
    this(line, clock, FlamePlan.NONE);
  }

  /** Progress of a run after which flame forks come on top. */
  ConsoleProgress(StatusLine line, Clock clock, FlamePlan flames) {
    this.line = line;
    this.clock = clock;
    this.flames = flames;
    this.start = clock.instant();
  }

  /** Progress on a channel of this process. */
  static ConsoleProgress of(PrintWriter out, Terminal terminal) {
    return of(out, terminal, FlamePlan.NONE);
  }

  /** The same of a run after which flame forks come on top. */
  static ConsoleProgress of(PrintWriter out, Terminal terminal, FlamePlan flames) {
    return new ConsoleProgress(StatusLine.of(out, terminal), Clock.systemUTC(), flames);
  }

  @Override
  public void started(Plan plan, int forks, Duration expected) {
    total = forks;
    start = clock.instant();
    remaining = expected;
    line.say(
        "%s, %s to go, about %s%s"
            .formatted(
                counted(plan.studies().size(), "study", "studies"),
                counted(forks, "fork", "forks"),
                Units.duration(rounded(expected)),
                onTop()));
  }

  private String onTop() {
    return flames.forks().isEmpty()
        ? ""
        : "; then %s, unscored, about %s"
            .formatted(
                counted(flames.forks().size(), "flame fork", "flame forks"),
                Units.duration(rounded(flames.expected())));
  }

  @Override
  public void answersChecked(Plan.Point point, int number, int points) {
    long invocation = point.study().invocationTime().millis(point.params());
    Duration time = Duration.ofMillis(invocation * point.arms().size());
    String name = point.study().name() + " " + point.params();
    line.show(
        fitted("comparing answers [%d/%d]: ".formatted(number, points), name, lasting(time)),
        Duration.ZERO);
  }

  @Override
  public void forkStarted(PlannedFork fork) {
    Duration gone = Duration.between(start, clock.instant());
    String before =
        "[%d/%d] %s gone, %s to go: "
            .formatted(done + 1, total, digits(gone), digits(rounded(remaining)));
    String ratio = ratios.words(fork);
    String after =
        (ratio.isEmpty() ? "" : ", " + ratio) + lasting(Duration.ofMillis(fork.nominalMillis()));
    line.show(fitted(before, name(fork), after), gone.plus(remaining));
  }

  private static String name(PlannedFork fork) {
    return fork.arm().studyName() + "." + fork.arm().method() + " " + fork.arm().paramsText();
  }

  @Override
  public void forkFinished(
      PlannedFork fork, ForkOutcome outcome, int forksLeft, Duration expected) {
    done = total - forksLeft;
    remaining = expected;
    switch (outcome) {
      case ForkOutcome.Measured measured when !fork.equals(thrownOut) -> ratios.add(fork, measured);
      case ForkOutcome.Measured _ -> {}
      case ForkOutcome.Failed failed -> message(fork.arm() + " failed: " + failed.cause());
      case ForkOutcome.Stopped _ -> {}
    }
    thrownOut = null;
  }

  @Override
  public void forkThrownOut(PlannedFork fork, ForkConditions.Fate fate, String reason) {
    thrownOut = fork;
    if (fate == ForkConditions.Fate.VOID) {
      ratios.discardRound(fork);
      message(
          "round %d of %s is void and will be repeated: %s"
              .formatted(fork.round() + 1, fork.arm().studyName(), reason));
    }
  }

  @Override
  public void unscoredForksFollow(String purpose, int forks, Duration expected) {
    message(
        "%s: %s, unscored, about %s"
            .formatted(
                purpose, counted(forks, "fork", "forks"), Units.duration(rounded(expected))));
  }

  @Override
  public void unscoredForkStarted(String purpose, PlannedFork fork, int number, int forks) {
    Duration time = Duration.ofMillis(fork.nominalMillis());
    line.show(
        fitted("[%d/%d] %s: ".formatted(number, forks, purpose), name(fork), lasting(time)),
        time.multipliedBy(forks));
  }

  @Override
  public void message(String text) {
    line.say(Words.plain(text));
  }

  @Override
  public void ended(Run run) {
    line.end();
  }

  /** The name gives way where there is no room for all. */
  private String fitted(String before, String name, String after) {
    int room = line.room() - Words.columns(before) - Words.columns(after);
    return before + Words.elided(Words.plain(name), Math.max(8, room)) + after;
  }

  private static String lasting(Duration fork) {
    return fork.compareTo(LONG_FORK) < 0 ? "" : ", takes " + Units.duration(rounded(fork));
  }

  private static String counted(int count, String one, String several) {
    return count + " " + (count == 1 ? one : several);
  }

  private static Duration rounded(Duration duration) {
    return duration.plusMillis(500);
  }

  /** Such as {@code 7:05}, or {@code 1:07:05} from an hour on. */
  static String digits(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
