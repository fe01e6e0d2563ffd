package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.execute.AnswerGate;
import dev.sojourn.harness.execute.Epilogue;
import dev.sojourn.harness.execute.ForkArguments;
import dev.sojourn.harness.execute.ForkRunner;
import dev.sojourn.harness.execute.Instruments;
import dev.sojourn.harness.execute.JmhForkRunner;
import dev.sojourn.harness.execute.MeasuringLock;
import dev.sojourn.harness.execute.Progress;
import dev.sojourn.harness.execute.RunHeader;
import dev.sojourn.harness.execute.RunSink;
import dev.sojourn.harness.execute.Session;
import dev.sojourn.harness.flame.FlamePlan;
import dev.sojourn.harness.flame.FlameTool;
import dev.sojourn.harness.flame.Flames;
import dev.sojourn.harness.machine.TimerProbe;
import dev.sojourn.harness.noise.Platform;
import dev.sojourn.harness.noise.PlatformWatch;
import dev.sojourn.harness.oracle.OracleGate;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.Ledger;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts the real instruments into a session, and lets Ctrl-C end it without losing what was measured
 * or leaving it unsaid.
 */
final class RunSession {
  /** How long an ending process waits for the session to end and its report to be printed. */
  private static final int LAST_WORDS_SECONDS = 10;

  private final Session session;
  private final Platform platform;

  RunSession(Plan plan, Ledger ledger, PrintWriter out, boolean wait) {
    this(plan, ledger, out, wait, UnaryOperator.identity());
  }

  /** A session whose forks are run by whatever is made of the real runner. */
  RunSession(
      Plan plan, Ledger ledger, PrintWriter out, boolean wait, UnaryOperator<ForkRunner> around) {
    this(plan, ledger, ConsoleProgress.of(out, Terminal.out()), wait, around);
  }

  /** A session after which the flame graphs that the run lacks are made. */
  static RunSession withFlames(
      Plan plan, Ledger ledger, PrintWriter out, boolean wait, FlamePlan flames) {
    Progress progress = ConsoleProgress.of(out, Terminal.out(), flames);
    JmhForkRunner runner = new JmhForkRunner(plan.seed(), progress::message);
    return new RunSession(
        plan,
        RunSession::answers,
        runner,
        new PlatformWatch(progress::message),
        ledger::write,
        progress,
        wait,
        new Flames(plan, ledger, FlameTool::open, runner::run, progress));
  }

  private RunSession(
      Plan plan, Ledger ledger, Progress progress, boolean wait, UnaryOperator<ForkRunner> around) {
    this(
        plan,
        RunSession::answers,
        around.apply(new JmhForkRunner(plan.seed(), progress::message)),
        new PlatformWatch(progress::message),
        ledger::write,
        progress,
        wait);
  }

  /** A session of other gates, forks, watches and stores; the machine stays the same. */
  RunSession(
      Plan plan,
      AnswerGate gate,
      ForkRunner runner,
      Platform platform,
      RunSink sink,
      Progress progress,
      boolean wait) {
    this(plan, gate, runner, platform, sink, progress, wait, Epilogue.NONE);
  }

  private RunSession(
      Plan plan,
      AnswerGate gate,
      ForkRunner runner,
      Platform platform,
      RunSink sink,
      Progress progress,
      boolean wait,
      Epilogue epilogue) {
    this.platform = platform;
    this.session =
        new Session(
            plan,
            new Instruments(
                MeasuringLock.ofMachine(),
                wait,
                TimerProbe::measure,
                gate,
                runner,
                platform,
                sink,
                progress,
                InstantSource.system()),
            epilogue);
  }

  /**
   * Measures, and hands the run to whoever reports it; the process does not end before that has
   * returned, even when it was told to.
   */
  <T> T measure(RunHeader header, @Nullable Supplier<Run> stored, Function<Run, T> report)
      throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Thread ending = new Thread(() -> end(ended), "sojourn-stop");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      return report.apply(stored == null ? session.run(header) : session.resume(header, stored));
    } finally {
      platform.close();
      ended.countDown();
      forget(ending);
    }
  }

  /**
   * Runs when the process is told to end: what was measured is stored already, forks must not
   * outlive us.
   */
  private void end(CountDownLatch ended) {
    platform.close();
    session.stop();
    try {
      if (!ended.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook with it.
    }
  }

  private static Answers answers(StudyDescriptor study, SortedMap<String, String> point)
      throws Exception {
    return new OracleGate().check(study, point, ForkArguments.of(study));
  }
}
