package dev.sojourn.harness.execute;

import dev.sojourn.harness.PlannedFork;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;

/**
 * Runs a fork with JMH: one call of its runner for one benchmark method, one parameter point, one
 * JVM.
 *
 * <p>JMH would run all forks of one method before the next; called fork by fork, it leaves the
 * order to the plan.
 *
 * <p><b>Threads.</b> {@link #run} from one thread at a time; {@link #stop} from any.
 */
public final class JmhForkRunner implements ForkRunner {
  /*
   * Implementation notes. JMH waits for its child without a time limit, and does not say which
   * process it is; a watchdog ends whatever children appeared since the fork began, and JMH then
   * returns with an error by itself. It goes on ending them until JMH has returned, because a child
   * may be starting just then. JMH's own lock stays in force, because runs that are none of ours
   * must be kept out too; it only fails at once, so the waiting is done here. Forks that a killed
   * run left behind are looked for once: whoever calls holds the machine's lock, so no other run can
   * be killed beside this one.
   */
  private static final Duration SHORTEST_LIMIT = Duration.ofMinutes(10);
  private static final long LIMIT_IN_NOMINALS = 20;
  private static final long DESTROY_EVERY_MILLIS = 200;
  private static final String LOCK_IN_MESSAGE = "the JMH lock";
  private static final String LOCK_TAKEN = "Another JMH instance";
  private static final Duration LOCK_POLL = Duration.ofSeconds(1);
  private static final int LOCK_ATTEMPTS = 600;

  static {
    // Read once, when JMH first looks: how answers are consumed must not depend on a probe of the
    // day.
    System.setProperty("jmh.blackhole.mode", "COMPILER");
    System.setProperty("jmh.blackhole.autoDetect", "false");
  }

  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fork-watchdog").factory());
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicBoolean inFork = new AtomicBoolean();
  private volatile ChildProcesses children = ChildProcesses.startedFromHere();
  private final long seed;
  private final Consumer<String> message;
  private final Function<PlannedFork, Duration> limits;

  /**
   * A runner of one plan's forks.
   *
   * @param seed the plan's seed
   * @param message told what the user should know while a fork cannot start
   */
  public JmhForkRunner(long seed, Consumer<String> message) {
    this(seed, message, JmhForkRunner::generousLimit);
  }

  JmhForkRunner(long seed, Consumer<String> message, Function<PlannedFork, Duration> limits) {
    this.seed = seed;
    this.message = message;
    this.limits = limits;
  }

  @Override
  public ForkOutcome run(PlannedFork fork) {
    return run(fork, ForkProfilers.SCORED);
  }

  /**
   * Runs a fork to its end with other profilers than a scored one has.
   *
   * @param fork what to run
   * @param profilers what looks into it
   * @return how it ended; whether its numbers are worth keeping, the profilers' owner must know
   */
  public ForkOutcome run(PlannedFork fork, ForkProfilers profilers) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(fork, profilers);
      } catch (RunnerException e) {
        if (!isLock(e)) {
          return new ForkOutcome.Failed("JMH: " + e.getMessage());
        }
        if (!isTaken(e) || attempt == LOCK_ATTEMPTS || !waitForOtherJmh(attempt)) {
          return new ForkOutcome.Stopped(lockText());
        }
      }
    }
  }

  @Override
  public void stop() {
    if (!stopped.getAndSet(true)) {
      var _ = destroyRepeatedlyAfter(Duration.ZERO);
    }
  }

  /** One call of JMH; throws only when JMH did not get as far as starting the benchmark. */
  private ForkOutcome attempt(PlannedFork fork, ForkProfilers profilers) throws RunnerException {
    if (stopped.get()) {
      return stoppedOutcome();
    }
    Duration limit = limits.apply(fork);
    QuietOutput output = new QuietOutput();
    AtomicBoolean late = new AtomicBoolean();
    Future<?> mark =
        watchdog.schedule(() -> late.set(true), limit.toMillis(), TimeUnit.MILLISECONDS);
    Future<?> destroy = destroyRepeatedlyAfter(limit);
    children = ChildProcesses.startedFromHere(); // the hiccup meter is none of JMH's
    inFork.set(true);
    try {
      ForkOutcome outcome = call(JmhOptions.of(fork, seed, limit, profilers), fork, output);
      return judge(outcome, late.get(), limit);
    } finally {
      inFork.set(false);
      mark.cancel(false);
      destroy.cancel(false);
    }
  }

  private static ForkOutcome call(Options options, PlannedFork fork, QuietOutput output)
      throws RunnerException {
    Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    try {
      var results = new Runner(options, output).run();
      return ForkReading.of(results, fork.shape(), startedAt, output.warmup());
    } catch (RunnerException e) {
      if (isLock(e)) {
        throw e;
      }
      return ForkFailure.of(e, output.lastLines());
    } catch (RuntimeException e) {
      return ForkFailure.of(e, output.lastLines()); // JMH could not even prepare the fork
    }
  }

  private ForkOutcome judge(ForkOutcome outcome, boolean late, Duration limit) {
    if (outcome instanceof ForkOutcome.Measured) {
      return outcome;
    }
    if (stopped.get()) {
      return stoppedOutcome();
    }
    return late
        ? new ForkOutcome.Failed("the fork had not ended after " + limit.toSeconds() + " s")
        : outcome;
  }

  private static ForkOutcome stoppedOutcome() {
    return new ForkOutcome.Stopped("the run was stopped");
  }

  private Future<?> destroyRepeatedlyAfter(Duration delay) {
    return watchdog.scheduleWithFixedDelay(
        this::destroyFork, delay.toMillis(), DESTROY_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void destroyFork() {
    if (inFork.get()) {
      children.destroy();
    }
  }

  private static Duration generousLimit(PlannedFork fork) {
    Duration generous = Duration.ofMillis(LIMIT_IN_NOMINALS * fork.nominalMillis());
    return generous.compareTo(SHORTEST_LIMIT) > 0 ? generous : SHORTEST_LIMIT;
  }

  private static boolean isLock(RunnerException e) {
    return String.valueOf(e.getMessage()).contains(LOCK_IN_MESSAGE);
  }

  private static boolean isTaken(RunnerException e) {
    return String.valueOf(e.getMessage()).contains(LOCK_TAKEN);
  }

  private static String lockText() {
    return "JMH's lock file "
        + System.getProperty("java.io.tmpdir")
        + "/jmh.lock cannot be taken: another JMH is running or another user owns it;"
        + " wait, or set -Djava.io.tmpdir to a directory of your own, then resume";
  }

  private boolean waitForOtherJmh(int attempt) {
    if (attempt == 1) {
      message.accept("waiting for another JMH on this machine to end");
    }
    try {
      Thread.sleep(LOCK_POLL);
      return !stopped.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
