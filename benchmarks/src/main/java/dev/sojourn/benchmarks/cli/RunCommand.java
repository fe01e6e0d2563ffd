package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.execute.ForkArguments;
import dev.sojourn.harness.execute.MeasuringLock;
import dev.sojourn.harness.execute.ResumeRefusedException;
import dev.sojourn.harness.execute.RunHeader;
import dev.sojourn.harness.execute.RunNotStoredException;
import dev.sojourn.harness.flame.FlamePlan;
import dev.sojourn.harness.flame.FlameTool;
import dev.sojourn.harness.flame.FlamesRefusedException;
import dev.sojourn.harness.machine.MachineProbe;
import dev.sojourn.harness.machine.ProvenanceProbe;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.Shell;
import dev.sojourn.results.report.TextReport;
import dev.sojourn.results.store.FlamePages;
import dev.sojourn.results.store.Ledger;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures: plan, interleave, record, store, and print what came out. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures studies, fork by fork and interleaved, and stores what came out.")
final class RunCommand implements Callable<Integer> {
  @Mixin private WhatToRun what = new WhatToRun();

  @Option(
      names = "--effort",
      paramLabel = "EFFORT",
      description =
          "smoke (1 pair, never a verdict), screen (8), confirm (16) or publish (24);"
              + " default: screen; the tour has its own.")
  private @Nullable String effort;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "Forks of each arm (default: the effort's).")
  private @Nullable Integer pairs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the order of forks (default: 1).")
  private long seed = 1;

  @Option(
      names = "--label",
      paramLabel = "L",
      description = "Name of the run (default: date and time).")
  private @Nullable String label;

  @Option(
      names = "--resume",
      description = "Go on with the unfinished run of that label, or with the latest one.")
  private boolean resume;

  @Option(
      names = "--flame",
      description =
          "Afterwards, flame graphs of time and allocation, each from an extra fork that is not"
              + " scored; with --resume, those a run lacks.")
  private boolean flame;

  @Option(
      names = "--no-wait",
      description = "Stop, instead of waiting, when another measurement is running.")
  private boolean noWait;

  @Mixin private ResultsOption results = new ResultsOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Ledger ledger = results.ledger();
    Machine machine = MachineProbe.probe();
    Unfinished unfinished = new Unfinished(ledger, machine);
    Run stored = resume ? unfinished.find(label) : null;
    if (stored != null && (effort != null || pairs != null)) {
      throw Problem.usage("--resume goes on with the stored plan; leave out --effort and --pairs");
    }
    Plan plan = stored == null ? newPlan() : what.resumed(stored.plan());
    Label name = stored == null ? unfinished.fresh(label) : stored.label();
    RunHeader header = new RunHeader(name, machine, ProvenanceProbe.probe(ForkArguments.common()));
    Supplier<Run> again = stored == null ? null : () -> unfinished.find(name.value());
    RunSession session =
        flame ? withFlames(plan, stored, ledger) : new RunSession(plan, ledger, out(), !noWait);
    return measure(session, header, again, run -> conclude(plan, run, ledger));
  }

  /** Whether the profiler works is tried once the machine is free. */
  private RunSession withFlames(Plan plan, @Nullable Run stored, Ledger ledger) {
    try {
      FlameTool.requireSystem();
    } catch (FlamesRefusedException e) {
      throw Problem.usage(e);
    }
    FlamePlan flames =
        stored == null
            ? FlamePlan.of(plan)
            : FlamePlan.lacking(plan, FlamePages.of(ledger, stored));
    return RunSession.withFlames(plan, ledger, out(), !noWait, flames);
  }

  /** What the command line asks for, measured anew. */
  Plan newPlan() {
    Effort chosen = effort();
    int forks = pairs == null ? chosen.pairs() : pairs;
    if (forks < 1) {
      throw Problem.usage("--pairs must be at least 1, was " + forks);
    }
    return what.plan(chosen, forks, seed);
  }

  private Effort effort() {
    if (effort == null) {
      return what.isTour() ? Effort.TOUR : Effort.SCREEN;
    }
    return effort(effort);
  }

  /** The effort the user names; that of a calibration is no run's. */
  static Effort effort(String name) {
    try {
      Effort chosen = Effort.parse(name);
      if (chosen == Effort.CALIBRATE) {
        throw Problem.usage("--effort calibrate is that of the command calibrate; use it");
      }
      return chosen;
    } catch (IllegalArgumentException e) {
      throw Problem.usage(e);
    }
  }

  /** Measures and reports; whatever keeps it from measuring at all is a line to the user. */
  static <T> T measure(
      RunSession session,
      RunHeader header,
      @Nullable Supplier<Run> stored,
      Function<Run, T> report) {
    try {
      return session.measure(header, stored, report);
    } catch (MeasuringLock.HeldByAnotherException
        | ResumeRefusedException
        | RunNotStoredException
        | FlamesRefusedException
        | UncheckedIOException e) {
      throw Problem.usage(e);
    } catch (InterruptedException e) {
      throw Problem.usage("stopped before anything was measured");
    }
  }

  private int conclude(Plan plan, Run run, Ledger ledger) {
    Optional<Calibration> calibration =
        MachineCalibration.of(run, ledger, spec.commandLine().getErr());
    out().println(TextReport.run(run, Terminal.out().style(), calibration));
    out().printf("Stored as %s in %s%n", run.label(), ledger.directory());
    if (!run.finished()) {
      out().println("Unfinished; go on with: " + resumed(run, flame));
    } else {
      flames(plan, run, ledger);
      out()
          .printf(
              "Look at it: report -o report.html%s %s%n",
              results.words(), Shell.operand(run.label().value()));
    }
    out().flush();
    return exitCode(run);
  }

  private String resumed(Run run, boolean withFlames) {
    return (withFlames ? "run --resume --flame " : "run --resume ")
        + Shell.option("--label", run.label().value())
        + results.words();
  }

  private void flames(Plan plan, Run run, Ledger ledger) {
    if (!flame) {
      return;
    }
    FlamePages pages = FlamePages.of(ledger, run);
    int all = FlamePlan.ofMeasured(plan, run).forks().size();
    int missing = FlamePlan.lacking(plan, run, pages).forks().size();
    out().printf("Flame graphs: %d of %d in %s%n", all - missing, all, pages.folder());
    if (missing > 0) {
      out().println("Try the others with: " + resumed(run, true));
    }
  }

  /** A run that was stopped has not shown what it was meant to. */
  static int exitCode(Run run) {
    if (!run.failures().isEmpty()) {
      return ExitCode.BENCHMARK_FAILED;
    }
    return run.finished() ? ExitCode.OK : ExitCode.UNPROVEN;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
