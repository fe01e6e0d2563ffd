package dev.sojourn.harness.execute;

import dev.sojourn.harness.Plan;
import dev.sojourn.results.model.Run;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Executes a plan: takes the machine for itself, compares the studies' answers, then runs fork
 * after fork and stores the run after each.
 *
 * <p>What fails is named in the run and never missing from it: a point whose methods answer
 * differently is not timed; an arm whose fork breaks runs no further forks; all others go on. What
 * was disturbed is repeated, and what was thrown out is kept beside it with the reason.
 *
 * <p>Killed at any moment, a session loses the fork that was running, and {@link #resume} goes on
 * with the rest. Forks count as a pair only while they are neighbours in time: a round whose forks
 * the stop has parted by more than two minutes is measured again as a whole; after a shorter stop
 * its forks stand.
 *
 * <p><b>Threads.</b> {@link #run} or {@link #resume} once, from one thread; {@link #stop} from any.
 */
public final class Session {
  private final Plan plan;
  private final Instruments with;
  private final Epilogue epilogue;
  private final Interruption interruption = new Interruption();

  /**
   * A session that has not begun.
   *
   * @param plan what to measure
   * @param instruments what to measure it with
   */
  public Session(Plan plan, Instruments instruments) {
    this(plan, instruments, Epilogue.NONE);
  }

  /**
   * A session that has not begun, and has something to do after measuring.
   *
   * @param plan what to measure
   * @param instruments what to measure it with
   * @param epilogue done once all is measured and stored
   */
  public Session(Plan plan, Instruments instruments, Epilogue epilogue) {
    this.plan = plan;
    this.with = instruments;
    this.epilogue = epilogue;
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
      interruption.during(this::prepare);
      return executed(new RunLog(plan, header, now(), with.timer().get()));
    } finally {
      end(held);
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
      interruption.during(this::prepare);
      Run found = stored.get();
      if (found.finished()) {
        return concluded(header, found);
      }
      ResumeCheck.require(plan, header, found);
      return executed(RunLog.resuming(plan, found));
    } finally {
      end(held);
    }
  }

  private boolean prepare() throws InterruptedException {
    epilogue.before();
    return true;
  }

  private void end(MeasuringLock.Held held) {
    try (held) {
      epilogue.close();
    }
  }

  /** Ends the session soon: the fork that is running is lost, what came before it is stored. */
  public void stop() {
    interruption.request();
    with.runner().stop();
  }

  private Run executed(RunLog log) {
    return concluded(execute(log));
  }

  /** A run that was finished before; what is done after it must be about the same code. */
  private Run concluded(RunHeader header, Run finished) {
    if (epilogue == Epilogue.NONE) {
      return finished;
    }
    ResumeCheck.require(plan, header, finished);
    return concluded(finished);
  }

  private Run concluded(Run run) {
    if (run.finished() && !interruption.requested()) {
      epilogue.after(run, interruption::requested);
    }
    with.progress().ended(run);
    return run;
  }

  private MeasuringLock.Held acquire(String label) throws InterruptedException {
    MeasuringLock.Held held =
        with.waitForLock()
            ? interruption.during(() -> with.lock().await(label, with.progress()::message))
            : with.lock().acquireNow(label);
    Orphans.end(with.progress()::message, interruption::requested);
    return held;
  }

  /** What cannot be stored is better known before the answers are compared than after. */
  private Run execute(RunLog log) {
    store(log);
    new AnswerCheck(with, interruption, log).of(plan);
    return new Measuring(plan, with, interruption, log).run();
  }

  private void store(RunLog log) {
    try {
      with.sink().store(log.snapshot(null));
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
