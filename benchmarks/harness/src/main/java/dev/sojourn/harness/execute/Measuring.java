package dev.sojourn.harness.execute;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.results.compare.SteadyState;
import dev.sojourn.results.compare.SteadyState.Steadiness;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkConditions.Fate;
import dev.sojourn.results.model.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs what a plan still lacks, in its order, and stores the run after every fork.
 *
 * <p>A fork that broke a {@linkplain VoidRules rule} voids its round, because the forks of a round
 * are evidence only as neighbours: the whole round is run again, in the same order, after its
 * block, and again until it is undisturbed or the point's repeats, half as many as its rounds, are
 * used up; then it is kept, and the breach is named. A fork that had not settled is run once more
 * with twice the warm-up, and that second try is kept, settled or not.
 */
final class Measuring {
  /*
   * Implementation notes. What to do next follows from the log alone, never from variables beside
   * it: so a killed run that is gone on with takes the same decisions as one that was not.
   */
  private static final Duration NEIGHBOURS = Duration.ofMinutes(2);

  private final Plan plan;
  private final Instruments with;
  private final Interruption interruption;
  private final RunLog log;
  private final List<PlannedFork> schedule;
  private final Eta eta = new Eta();

  Measuring(Plan plan, Instruments with, Interruption interruption, RunLog log) {
    this.plan = plan;
    this.with = with;
    this.interruption = interruption;
    this.log = log;
    this.schedule = plan.schedule();
  }

  /** The run as stored: finished, or as far as it came before it was stopped. */
  Run run() {
    List<Plan.Block> blocks = plan.blocks();
    blocks.forEach(block -> block.rounds().forEach(this::discardIfParted));
    store(null);
    with.progress().started(plan, due().size(), remaining());
    blocks.forEach(this::measure);
    if (interruption.requested()) {
      return log.snapshot(null);
    }
    log.closeGaps();
    return store(now());
  }

  private void measure(Plan.Block block) {
    block.rounds().stream().filter(round -> !log.isVoid(round)).forEach(this::measure);
    for (Plan.Round round : block.rounds()) {
      while (isDue(round) && !interruption.requested()) {
        measure(round);
      }
    }
  }

  /** Every fork of a round that is due, up to one that voids it. */
  private void measure(Plan.Round round) {
    boolean undisturbed = true;
    for (PlannedFork fork : round.forks()) {
      while (undisturbed && isDue(fork) && !interruption.requested()) {
        undisturbed = measure(fork, round);
      }
    }
  }

  /** One fork; returns whether its round may go on. */
  private boolean measure(PlannedFork planned, Plan.Round round) {
    PlannedFork fork = log.isSecondTry(planned) ? planned.warmedTwiceAsLong() : planned;
    with.progress().forkStarted(fork);
    WatchedFork watched = WatchedFork.run(fork, with.runner(), with.platform());
    boolean undisturbed = keep(watched, planned, round);
    store(null);
    with.progress().forkFinished(fork, watched.outcome(), due().size(), remaining());
    return undisturbed;
  }

  private boolean keep(WatchedFork watched, PlannedFork planned, Plan.Round round) {
    switch (watched.outcome()) {
      case ForkOutcome.Measured measured -> {
        return judge(watched, measured, planned, round);
      }
      case ForkOutcome.Failed failed ->
          log.failed(new Failure(planned.arm(), "fork", failed.cause()));
      case ForkOutcome.Stopped stopped -> {
        with.progress().message(stopped.reason());
        interruption.request();
      }
    }
    return true;
  }

  /** Disturbance first: whether a disturbed fork had settled says nothing. */
  private boolean judge(
      WatchedFork watched, ForkOutcome.Measured measured, PlannedFork planned, Plan.Round round) {
    Optional<String> breach = VoidRules.breach(watched.facts());
    if (breach.isPresent() && log.repeats(round.point()) < mostRepeats()) {
      throwOut(watched, measured, Fate.VOID, breach.get());
      discard(round, "another fork of its round was void: " + breach.get());
      return false;
    }
    Steadiness found = SteadyState.of(measured.warmup(), measured.scores());
    if (!found.steady() && !log.isSecondTry(planned)) {
      throwOut(watched, measured, Fate.REPEATED, found.reason());
      return true;
    }
    Fate fate = found.steady() ? Fate.KEPT : Fate.UNSTEADY;
    String spent = breach.map(b -> ForkConditions.BUDGET_SPENT + ": kept although " + b).orElse("");
    String reason =
        Stream.of(spent, found.reason())
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining("; "));
    log.measured(planned, measured);
    log.conditions(watched.conditions(log.attempts(planned) + 1, fate, reason, List.of()));
    eta.observed(planned, watched.took());
    return true;
  }

  private void throwOut(
      WatchedFork watched, ForkOutcome.Measured measured, Fate fate, String reason) {
    int attempt = log.attempts(watched.fork()) + 1;
    log.conditions(watched.conditions(attempt, fate, reason, measured.scores()));
    eta.inVain(watched.took());
    with.progress().forkThrownOut(watched.fork(), fate, reason);
  }

  private void discard(Plan.Round round, String reason) {
    log.discard(round, reason);
    eta.discarded(round.forks());
  }

  /** Half as many repeats as the point has rounds. */
  private int mostRepeats() {
    return (plan.pairs() + 1) / 2;
  }

  /**
   * A stop may have come between the forks of a round. How long ago the last of them ended follows
   * from its start and what it should take, so one that took much longer is repeated though it need
   * not be.
   */
  private void discardIfParted(Plan.Round round) {
    Optional<Instant> last = log.lastStart(round);
    if (last.isPresent() && isDue(round)) {
      Duration nominal = Duration.ofMillis(round.forks().getFirst().nominalMillis());
      Duration gap = Duration.between(last.get().plus(nominal), with.clock().instant());
      if (gap.compareTo(NEIGHBOURS) > 0) {
        discard(round, RunLog.STOPPED_WITHIN);
      }
    }
  }

  private boolean isDue(Plan.Round round) {
    return round.forks().stream().anyMatch(this::isDue);
  }

  private boolean isDue(PlannedFork fork) {
    return !log.has(fork) && !log.hasFailed(fork.arm());
  }

  private List<PlannedFork> due() {
    return schedule.stream().filter(this::isDue).toList();
  }

  private Duration remaining() {
    return eta.remaining(due());
  }

  private Run store(@Nullable Instant finishedAt) {
    Run run = log.snapshot(finishedAt);
    try {
      with.sink().store(run);
      return run;
    } catch (Exception e) {
      throw new RunNotStoredException(e);
    }
  }

  private Instant now() {
    return with.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
