package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.duel.Bout;
import dev.sojourn.harness.duel.Duel;
import dev.sojourn.harness.duel.JavaProgram;
import dev.sojourn.harness.duel.Sequel;
import dev.sojourn.harness.execute.AnswerGate;
import dev.sojourn.harness.execute.ForkRunner;
import dev.sojourn.harness.execute.RunHeader;
import dev.sojourn.harness.execute.RunSink;
import dev.sojourn.harness.machine.MachineProbe;
import dev.sojourn.harness.machine.ProvenanceProbe;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.TwoStageGate;
import dev.sojourn.results.compare.UnlikeMachinesException;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.HtmlComparison;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Measures a duel, keeps both of its runs, and says what came out. */
final class DuelRound {
  private final Match match;
  private final Duel duel;
  private final DuelOptions options;
  private final DuelMeans means;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Ledger ledger;
  private Optional<Calibration> calibration = Optional.empty();

  DuelRound(Match match, DuelOptions options, DuelMeans means, CommandSpec spec) {
    this.match = match;
    this.duel = match.duel();
    this.options = options;
    this.means = means;
    this.out = spec.commandLine().getOut();
    this.err = spec.commandLine().getErr();
    this.ledger = options.results().ledger();
  }

  /**
   * Measures and reports.
   *
   * @param java runs both jars
   * @param common JVM arguments of forks without arguments of their own
   * @param arguments JVM arguments by benchmark
   * @return the exit code
   */
  int run(JavaProgram java, List<String> common, Function<String, List<String>> arguments) {
    RunHeader header = new RunHeader(options.label(), machine(java), ProvenanceProbe.probe(common));
    requireFresh(header);
    calibration = MachineCalibration.of(header.machine(), ledger, err);
    match.notes().forEach(note -> err.println("sojourn: note: " + note));
    Plan plan = duel.plan(options.effort(), options.pairs(), options.seed());
    if (!options.inTwoStages()) {
      return measure(
          new Stage(duel, header, arguments, run -> run, run -> run), plan, this::conclude);
    }
    Stage first = new Stage(duel, header, arguments, run -> run, Sequel::begun);
    return measure(first, plan, screen -> confirm(screen, first));
  }

  /**
   * One session of a duel.
   *
   * @param duel what it measures
   * @param header what both runs are called
   * @param arguments JVM arguments by benchmark
   * @param whole makes the run that is judged of the one that is measured
   * @param kept makes the run that is stored of that: no gate may take a screen for a duel
   */
  private record Stage(
      Duel duel,
      RunHeader header,
      Function<String, List<String>> arguments,
      UnaryOperator<Run> whole,
      UnaryOperator<Run> kept) {}

  /** The second stage: what the screen suspects, by pairs of which it knew none. */
  private int confirm(Run screen, Stage first) {
    if (!screen.finished()) {
      return conclude(Sequel.begun(screen));
    }
    List<Bout> suspects = duel.suspects(comparison(duel.split(screen)).uncorrected());
    if (suspects.isEmpty()) {
      Run whole = Sequel.whole(screen);
      storeScreen(whole);
      return conclude(whole);
    }
    err.printf(
        "the screen suspects %d of %d: measuring them afresh%n",
        suspects.size(), duel.bouts().size());
    Duel again = new Duel(duel.before(), duel.after(), suspects);
    Stage second =
        new Stage(
            again,
            first.header(),
            first.arguments(),
            fresh -> Sequel.of(screen, fresh),
            run -> run);
    Plan plan = again.plan(Effort.CONFIRM, TwoStageGate.CONFIRM_PAIRS, options.seed() + 1);
    return measure(second, plan, this::conclude);
  }

  /** The forks are not started as this tool's own are, and not by its own JMH. */
  private static Machine machine(JavaProgram java) {
    return MachineProbe.probe(
        java.properties(),
        Map.of(
            "jvm.flags",
            Machine.OF_EACH_RUN,
            "jmh.version",
            Machine.OF_EACH_RUN,
            "jmh.blackhole",
            Machine.OF_EACH_RUN));
  }

  private void requireFresh(RunHeader header) {
    for (String method : List.of(Duel.OLD, Duel.NEW)) {
      Label label = Duel.labelOf(header.label(), method);
      if (ledger.exists(header.machine().name(), label)) {
        throw Problem.usage("label " + label + " is taken on this machine; choose another");
      }
    }
  }

  private int measure(Stage stage, Plan plan, ToIntFunction<Run> next) {
    // Programs read what goes to the output, so a table or JSON has it for itself.
    ConsoleProgress progress = ConsoleProgress.of(err, Terminal.err());
    ForkRunner runner =
        means.runner(stage.duel(), stage.arguments(), plan.seed(), progress::message);
    RunSink sink = measured -> store(stage.kept().apply(stage.whole().apply(measured)));
    RunSession session =
        new RunSession(
            plan,
            AnswerGate.NONE,
            runner,
            means.platform(progress::message),
            sink,
            progress,
            options.waits());
    return RunCommand.measure(
        session, stage.header(), null, measured -> next.applyAsInt(stage.whole().apply(measured)));
  }

  private void store(Run measured) throws LedgerException {
    Duel.Runs runs = duel.split(measured);
    ledger.write(runs.before());
    ledger.write(runs.after());
  }

  /** The screen was all there is to the duel. */
  private void storeScreen(Run screen) {
    try {
      store(screen);
    } catch (LedgerException e) {
      throw Problem.usage(e);
    }
  }

  private int conclude(Run measured) {
    Duel.Runs runs = duel.split(measured);
    RunComparison comparison = comparison(runs);
    out.println(
        CompareCommand.text(comparison, options.format(), Terminal.out().style(), calibration));
    @Nullable Path page = options.page();
    if (page != null) {
      Output.write(page, HtmlComparison.page(comparison, calibration));
      err.println("Look at it: " + page);
    }
    err.printf(
        "Stored as %s and %s in %s%n",
        runs.before().label(), runs.after().label(), ledger.directory());
    out.flush();
    return exitCode(measured, comparison);
  }

  private RunComparison comparison(Duel.Runs runs) {
    try {
      return RunComparison.of(runs.before(), runs.after(), false, calibration)
          .noting(match.notes());
    } catch (UnlikeMachinesException e) {
      throw new IllegalStateException("both runs of a duel are of one machine", e);
    }
  }

  /** A benchmark that failed in either jar was not judged. */
  private int exitCode(Run measured, RunComparison comparison) {
    int judged = options.gate() ? gated(comparison) : ExitCode.OK;
    if (judged == ExitCode.REGRESSION) {
      return judged;
    }
    if (!measured.failures().isEmpty()) {
      return ExitCode.BENCHMARK_FAILED;
    }
    return measured.finished() ? judged : ExitCode.UNPROVEN;
  }

  private int gated(RunComparison comparison) {
    Gate decision = Gate.of(comparison);
    if (decision.exitCode() != ExitCode.REGRESSION && !match.lost().isEmpty()) {
      err.printf(
          "gate: failed (exit %d): %s is not in %s, so nothing was held against it%n",
          ExitCode.BENCHMARK_FAILED, String.join(", ", match.lost()), duel.after().jar().name());
      return ExitCode.BENCHMARK_FAILED;
    }
    err.println(decision.sentence());
    return decision.exitCode();
  }
}
