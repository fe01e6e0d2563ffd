package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Catalog;
import dev.sojourn.harness.Effort;
import dev.sojourn.harness.Plan;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.harness.calibrate.CalibrationPlan;
import dev.sojourn.harness.calibrate.Disturbance;
import dev.sojourn.harness.machine.MachineProbe;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.CalibrationReport;
import dev.sojourn.results.report.Shell;
import dev.sojourn.results.store.Ledger;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the instrument instead of the studies: how often it cries wolf, what it can see. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Finds how often this machine would cry wolf, and what it can see: compares code with"
            + " itself, and with itself slowed by 2, 3, 5 and 10 %%. About half an hour.")
final class CalibrateCommand implements Callable<Integer> {
  private static final int FEWEST_PAIRS = 6;
  private static final int SESSION_PAIRS = 6;
  private static final int DRILL_PAIRS = 8;
  private static final int DRILL_STUDIES = 2;
  private static final long USUAL_SEED = 1;

  @Option(
      names = "--study",
      paramLabel = "REGEX",
      description = "Only studies whose class name matches (default: all that are no labs).")
  private @Nullable String study;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "Forks of each arm, at least 6 (default: 16).")
  private @Nullable Integer pairs;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      description =
          "Sessions: the full one, and short ones that tell how far sessions lie apart (default:"
              + " 1).")
  private int sessions = 1;

  @Option(
      names = "--drills",
      description = "Also disturb the machine on purpose, and see what is said of identical code.")
  private boolean drills;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the order of forks (default: 1).")
  private long seed = USUAL_SEED;

  @Option(
      names = "--label",
      paramLabel = "L",
      description = "Name of the calibration (default: date and time).")
  private @Nullable String label;

  @Option(
      names = "--resume",
      description = "Go on with the calibration of that label, or with the latest unfinished run.")
  private boolean resume;

  @Option(
      names = "--again",
      description = "Measure nothing; derive the calibration of that label again from its runs.")
  private boolean again;

  @Option(
      names = "--no-wait",
      description = "Stop, instead of waiting, when another measurement is running.")
  private boolean noWait;

  @Mixin private ResultsOption results = new ResultsOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    requireSense();
    Ledger ledger = results.ledger();
    if (again) {
      return conclude(ledger, RunSource.read(ledger, String.valueOf(label)));
    }
    Machine machine = MachineProbe.probe();
    Label name = name(ledger, machine);
    Catalog catalog = Selection.catalog(spec);
    CalibrationRuns runs = new CalibrationRuns(ledger, machine, catalog.studies(), out(), !noWait);
    Run bank = runs.taken(name, () -> bank(catalog));
    if (bank.finished() && further(runs, bank, catalog)) {
      return conclude(ledger, bank);
    }
    out().println("Unfinished; go on with: " + resumed(name));
    return ExitCode.UNPROVEN;
  }

  private void requireSense() {
    if (pairs != null && pairs < FEWEST_PAIRS) {
      throw Problem.usage(
          "--pairs must be at least 6, because fewer have no 95 % interval; was " + pairs);
    }
    if (sessions < 1) {
      throw Problem.usage("--sessions must be at least 1, was " + sessions);
    }
    if (resume && (study != null || pairs != null)) {
      throw Problem.usage("--resume goes on with the stored plan; leave out --study and --pairs");
    }
    if (again && (label == null || resume)) {
      throw Problem.usage("--again takes the --label of a calibration, and no --resume");
    }
  }

  private Label name(Ledger ledger, Machine machine) {
    Unfinished unfinished = new Unfinished(ledger, machine);
    if (!resume) {
      return unfinished.fresh(label);
    }
    Run begun = unfinished.find(label);
    if (!CalibrationPlan.is(begun.plan())) {
      throw Problem.usage(
          "run %s is no calibration; go on with: run --resume%s"
              .formatted(begun.label(), stored(begun.label())));
    }
    return CalibrationParts.bank(begun.label());
  }

  /** What the command line asks for first, measured anew. */
  Plan bank(Catalog catalog) {
    Catalog chosen = study == null ? catalog : Selection.matching(catalog, study);
    try {
      int forks = pairs == null ? Effort.CALIBRATE.pairs() : pairs;
      return CalibrationPlan.bank(chosen.studies(), forks, seed);
    } catch (IllegalArgumentException e) {
      throw Problem.usage(e);
    }
  }

  /** Sessions and drills; false when one was stopped. */
  private boolean further(CalibrationRuns runs, Run bank, Catalog catalog) {
    List<StudyDescriptor> studies = CalibrationPlan.from(bank.plan(), catalog.studies()).studies();
    for (int number = 2; number <= sessions; number++) {
      long other = seed + number;
      Label session = CalibrationParts.session(bank.label(), number);
      if (!runs.taken(session, () -> CalibrationPlan.session(studies, SESSION_PAIRS, other))
          .finished()) {
        return false;
      }
    }
    return !drills || drilled(runs, bank, studies);
  }

  private boolean drilled(CalibrationRuns runs, Run bank, List<StudyDescriptor> studies) {
    List<StudyDescriptor> few = studies.subList(0, Math.min(DRILL_STUDIES, studies.size()));
    for (Disturbance disturbance : Disturbance.values()) {
      Label drill = CalibrationParts.drill(bank.label(), disturbance);
      if (!runs.taken(drill, () -> CalibrationPlan.drill(few, DRILL_PAIRS, seed), disturbance)
          .finished()) {
        return false;
      }
    }
    return true;
  }

  String resumed(Label name) {
    return "calibrate --resume" + wanted() + stored(name);
  }

  /** What the stored bank does not tell of the parts that follow it. */
  private String wanted() {
    return (sessions > 1 ? " --sessions " + sessions : "")
        + (drills ? " --drills" : "")
        + (seed == USUAL_SEED ? "" : " --seed=" + seed);
  }

  private String stored(Label run) {
    return " " + Shell.option("--label", run.value()) + results.words();
  }

  private int conclude(Ledger ledger, Run bank) {
    Calibration calibration = CalibrationParts.derived(ledger, bank);
    CalibrationParts.store(ledger, bank, calibration);
    out().println(CalibrationReport.text(calibration, bank, Terminal.out().style()));
    out().printf("Stored as %s in %s%n", bank.label(), ledger.directory());
    bank.failures().forEach(f -> out().printf("%s failed: %s%n", f.arm(), f.cause()));
    return RunCommand.exitCode(bank);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
