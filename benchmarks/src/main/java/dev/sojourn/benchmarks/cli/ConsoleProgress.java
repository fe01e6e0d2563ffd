package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.harness.execute.Progress;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Run;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * What the user sees while a run goes on: one live line on a terminal, a line now and then
 * elsewhere.
 */
final class ConsoleProgress implements Progress {
  private static final Duration BETWEEN_PLAIN_LINES = Duration.ofSeconds(15);
  private static final int WIDTH = 79;

  private final PrintWriter out;
  private final boolean live;
  private int total;
  private int done;
  private long startNanos = System.nanoTime();
  private long lastLineNanos = startNanos;
  private String remaining = "";

  ConsoleProgress(PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /** Progress for this process: live only where a person watches a terminal. */
  static ConsoleProgress of(PrintWriter out) {
    return new ConsoleProgress(out, Terminal.watched());
  }

  @Override
  public void started(Plan plan, int forks, Duration expected) {
    total = forks;
    startNanos = System.nanoTime();
    remaining = text(expected);
    out.printf(
        Locale.ROOT,
        "%d studies, %d forks to go, about %s%n",
        plan.studies().size(),
        forks,
        remaining);
  }

  @Override
  public void answersChecked(Plan.Point point) {
    show("comparing answers: " + point.study().name() + " " + point.params());
  }

  @Override
  public void forkStarted(PlannedFork fork) {
    show(
        "[%d/%d] %s gone, %s to go; round %d of %s.%s %s"
            .formatted(
                done + 1,
                total,
                text(Duration.ofNanos(System.nanoTime() - startNanos)),
                remaining,
                fork.round() + 1,
                fork.arm().studyName(),
                fork.arm().method(),
                fork.arm().paramsText()));
  }

  @Override
  public void forkFinished(
      PlannedFork fork, ForkOutcome outcome, int forksLeft, Duration expected) {
    done = total - forksLeft;
    remaining = text(expected);
    if (outcome instanceof ForkOutcome.Failed failed) {
      message(fork.arm() + " failed: " + failed.cause());
    }
  }

  @Override
  public void forkThrownOut(PlannedFork fork, ForkConditions.Fate fate, String reason) {
    if (fate == ForkConditions.Fate.VOID) {
      message(
          "round %d of %s is void and will be repeated: %s"
              .formatted(fork.round() + 1, fork.arm().studyName(), reason));
    }
  }

  @Override
  public void message(String text) {
    clear();
    out.println(text);
    out.flush();
  }

  @Override
  public void ended(Run run) {
    clear();
    out.flush();
  }

  private void show(String line) {
    if (live) {
      String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
      out.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
      out.flush();
    } else if (System.nanoTime() - lastLineNanos > BETWEEN_PLAIN_LINES.toNanos()) {
      lastLineNanos = System.nanoTime();
      out.println(line);
      out.flush();
    }
  }

  private void clear() {
    if (live) {
      out.print("\r" + " ".repeat(WIDTH) + "\r");
    }
  }

  static String text(Duration duration) {
    long seconds = duration.plusMillis(500).toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
        : "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
  }
}
