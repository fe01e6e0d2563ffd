package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.calibrate.CalibrationPlan;
import dev.sojourn.harness.calibrate.Disturbance;
import dev.sojourn.harness.execute.ForkArguments;
import dev.sojourn.harness.execute.ForkRunner;
import dev.sojourn.harness.execute.RunHeader;
import dev.sojourn.harness.machine.ProvenanceProbe;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.Ledger;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Takes the runs a calibration is made of; what is stored already is not taken again. */
final class CalibrationRuns {
  private final Ledger ledger;
  private final Machine machine;
  private final List<StudyDescriptor> studies;
  private final PrintWriter out;
  private final boolean wait;

  CalibrationRuns(
      Ledger ledger,
      Machine machine,
      List<StudyDescriptor> studies,
      PrintWriter out,
      boolean wait) {
    this.ledger = ledger;
    this.machine = machine;
    this.studies = studies;
    this.out = out;
    this.wait = wait;
  }

  /** An undisturbed run: the stored one if it is whole, else its rest, else all of it. */
  Run taken(Label label, Supplier<Plan> fresh) {
    return taken(label, fresh, (runner, _) -> runner);
  }

  /** The same, disturbed on purpose. */
  Run taken(Label label, Supplier<Plan> fresh, Disturbance disturbance) {
    return taken(
        label, fresh, (runner, plan) -> disturbance.around(runner, plan.schedule().size()));
  }

  /** Puts something around the runner of a plan's forks. */
  @FunctionalInterface
  private interface Around {
    ForkRunner apply(ForkRunner runner, Plan plan);
  }

  private Run taken(Label label, Supplier<Plan> fresh, Around around) {
    Optional<Run> begun = CalibrationParts.find(ledger, machine.name(), label);
    if (begun.isPresent() && begun.get().finished()) {
      return begun.get();
    }
    Plan plan = begun.map(this::plan).orElseGet(fresh);
    UnaryOperator<ForkRunner> disturbed = runner -> around.apply(runner, plan);
    RunHeader header = new RunHeader(label, machine, ProvenanceProbe.probe(ForkArguments.common()));
    Supplier<Run> stored = () -> new Unfinished(ledger, machine).find(label.value());
    out.printf("Run %s of the calibration%n", label);
    return RunCommand.measure(
        new RunSession(plan, ledger, out, wait, disturbed),
        header,
        begun.isPresent() ? stored : null,
        this::said);
  }

  private Plan plan(Run begun) {
    try {
      return CalibrationPlan.from(begun.plan(), studies);
    } catch (IllegalArgumentException e) {
      throw Problem.usage(e);
    }
  }

  /** Said before the process may end, because the session waits for it. */
  private Run said(Run run) {
    if (!run.finished()) {
      out.printf("Stopped; %s is stored as far as it was measured%n", run.label());
      out.flush();
    }
    return run;
  }
}
