package dev.sojourn.harness.execute;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.oracle.Oracle;
import dev.sojourn.harness.oracle.OracleException;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Executes a plan: takes the machine for itself, compares the studies' answers, then runs fork
 * after fork and stores the run after each.
 *
 * <p>What fails is named in the run and never missing from it: a point whose methods answer
 * differently is not timed; an arm whose fork breaks runs no further forks; all others go on.
 * Killed at any moment, a session loses the fork that was running, and {@link #resume} goes on with
 * the rest.
 *
 * <p><b>Threads.</b> {@link #run} or {@link #resume} once, from one thread; {@link #stop} from any.
 */
public final class Session {
  private final Plan plan;
  private final Instruments with;
  private final Interruption interruption = new Interruption();
  private final Eta eta = new Eta();

  /**
   * A session that has not begun.
   *
   * @param plan what to measure
   * @param instruments what to measure it with
   */
  public Session(Plan plan, Instruments instruments) {
    this.plan = plan;
    this.with = instruments;
  }

  /**
   * Measures everything.
   *
   * @param header the new run's label, machine and code
   * @return the run as stored, unfinished if the session was stopped
   * @throws RunNotStoredException if the run could not be stored
   * @throws MeasuringLock.HeldByAnotherException if the machine is taken and waiting was not wanted
   * @throws InterruptedException if stopped or interrupted before the machine was free; nothing is
   *     stored then
   */
  public Run run(RunHeader header) throws InterruptedException {
    MeasuringLock.Held held = acquire(header.label().value());
    try {
      return executed(new RunLog(plan, header, now(), with.timer().get()));
    } finally {
      held.close();
    }
  }

  /**
   * Measures what a stored run lacks.
   *
   * @param header machine and code as they are today; both must be those of the stored run
   * @param stored the run to go on with
   * @return the run as stored; the same run if it was finished
   * @throws ResumeRefusedException if plan, machine or studies are no longer those of the stored
   *     run
   * @throws RunNotStoredException if the run could not be stored
   * @throws MeasuringLock.HeldByAnotherException if the machine is taken and waiting was not wanted
   * @throws InterruptedException if stopped or interrupted before the machine was free
   */
  public Run resume(RunHeader header, Run stored) throws InterruptedException {
    return resume(header, () -> stored);
  }

  /**
   * The same, with the stored run read only once the machine is free: until then another session
   * may be adding to it.
   *
   * @param header machine and code as they are today; both must be those of the stored run
   * @param stored reads the run to go on with
   * @return the run as stored; the same run if it was finished
   * @throws InterruptedException if stopped or interrupted before the machine was free
   */
  public Run resume(RunHeader header, Supplier<Run> stored) throws InterruptedException {
    MeasuringLock.Held held = acquire(header.label().value());
    try {
      Run found = stored.get();
      if (found.finished()) {
        return found;
      }
      ResumeCheck.require(plan, header, found);
      return executed(RunLog.resuming(plan, found));
    } finally {
      held.close();
    }
  }

  /** Ends the session soon: the fork that is running is lost, what came before it is stored. */
  public void stop() {
    interruption.request();
    with.runner().stop();
  }

  private Run executed(RunLog log) {
    Run run = execute(log);
    with.progress().ended(run);
    return run;
  }

  private MeasuringLock.Held acquire(String label) throws InterruptedException {
    if (!with.waitForLock()) {
      return with.lock().acquireNow(label);
    }
    return interruption.during(() -> with.lock().await(label, with.progress()::message));
  }

  private Run execute(RunLog log) {
    List<PlannedFork> schedule = plan.schedule();
    checkAnswers(log);
    Run run = store(log, null);
    with.progress().started(plan, rest(schedule, 0, log).size(), remaining(schedule, 0, log));
    for (int next = 0; next < schedule.size() && !interruption.requested(); next++) {
      PlannedFork fork = schedule.get(next);
      if (isDue(fork, log)) {
        run = measure(fork, schedule, log);
      }
    }
    if (interruption.requested()) {
      return run;
    }
    log.closeGaps();
    return store(log, now());
  }

  private Run measure(PlannedFork fork, List<PlannedFork> schedule, RunLog log) {
    with.progress().forkStarted(fork);
    long startNanos = System.nanoTime();
    ForkOutcome outcome = with.runner().run(fork);
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    keep(fork, outcome, took, log);
    Run run = store(log, null);
    int next = fork.position() + 1;
    with.progress()
        .forkFinished(
            fork, outcome, rest(schedule, next, log).size(), remaining(schedule, next, log));
    return run;
  }

  private void keep(PlannedFork fork, ForkOutcome outcome, Duration took, RunLog log) {
    switch (outcome) {
      case ForkOutcome.Measured measured -> {
        eta.observed(fork, took);
        log.measured(fork, measured);
      }
      case ForkOutcome.Failed failed -> log.failed(new Failure(fork.arm(), "fork", failed.cause()));
      case ForkOutcome.Stopped stopped -> {
        with.progress().message(stopped.reason());
        interruption.request();
      }
    }
  }

  private void checkAnswers(RunLog log) {
    for (Plan.Point point : plan.points()) {
      if (interruption.requested()) {
        return;
      }
      if (!log.judged(point)) {
        with.progress().answersChecked(point);
        checkAnswers(point, log);
      }
    }
  }

  private void checkAnswers(Plan.Point point, RunLog log) {
    try {
      Answers answers = interruption.during(() -> with.gate().check(point.study(), point.params()));
      log.answered(answers);
      String disagreement = disagreement(answers);
      if (!disagreement.isEmpty()) {
        fail(point, disagreement, log);
      }
    } catch (InterruptedException e) {
      interruption.request();
    } catch (OracleException e) {
      failSilent(point, e, log);
    } catch (Exception e) {
      if (!interruption.requested()) {
        fail(point, firstLine(e), log);
      }
    }
  }

  /** Methods that gave no answer are failed by name; the others are compared without them. */
  private void failSilent(Plan.Point point, OracleException silent, RunLog log) {
    List<String> methods = point.study().card().methods();
    if (interruption.requested()) {
      return;
    }
    if (silent.causes().containsKey(methods.getFirst())
        || !methods.containsAll(silent.causes().keySet())) {
      fail(point, "the baseline gave no answers: " + silent.causes(), log);
      return;
    }
    silent
        .causes()
        .forEach(
            (method, cause) ->
                log.failed(
                    new Failure(point.study().arm(method, point.params()), "answers", cause)));
    List<String> others =
        methods.stream().filter(method -> !silent.causes().containsKey(method)).toList();
    checkAnswers(new Plan.Point(point.study().limitedTo(others), point.params()), log);
  }

  private static String disagreement(Answers answers) {
    return answers.compared() == 0
        ? "no answers were compared"
        : Oracle.dissent(answers).entrySet().stream()
            .map(method -> method.getKey() + " " + method.getValue())
            .collect(Collectors.joining("; "));
  }

  private static String firstLine(Exception e) {
    return e.toString().lines().findFirst().orElse(e.getClass().getName());
  }

  private static void fail(Plan.Point point, String cause, RunLog log) {
    for (Arm arm : point.arms()) {
      log.failed(new Failure(arm, "answers", cause));
    }
  }

  private static boolean isDue(PlannedFork fork, RunLog log) {
    return !log.has(fork) && !log.hasFailed(fork.arm());
  }

  private static List<PlannedFork> rest(List<PlannedFork> schedule, int from, RunLog log) {
    return schedule.subList(from, schedule.size()).stream().filter(f -> isDue(f, log)).toList();
  }

  private Duration remaining(List<PlannedFork> schedule, int from, RunLog log) {
    return eta.remaining(rest(schedule, from, log));
  }

  private Run store(RunLog log, @Nullable Instant finishedAt) {
    Run run = log.snapshot(finishedAt);
    try {
      with.sink().store(run);
      return run;
    } catch (Exception e) {
      throw new RunNotStoredException(e);
    }
  }

  /**
   * Stored runs keep milliseconds; more digits would make a run differ from itself once read back.
   */
  private Instant now() {
    return with.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
