package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.Calibrations;
import dev.sojourn.results.store.Entry;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The newest calibration of the machine a run was taken on; those that cannot be read are named.
 *
 * <p>Calibrations are taken by this tool's own forks, and never by those of a jar. For the runs of
 * a duel, whose machine leaves flags and JMH to the jars, the newest counts whose machine agrees in
 * everything else.
 */
final class MachineCalibration {
  private final Ledger ledger;
  private final PrintWriter err;
  private final Calibrations calibrations;

  private MachineCalibration(Ledger ledger, PrintWriter err) {
    this.ledger = ledger;
    this.err = err;
    this.calibrations = Calibrations.of(ledger);
    calibrations.problems().forEach(this::leftOut);
  }

  static Optional<Calibration> of(Run run, Ledger ledger, PrintWriter err) {
    return of(run.machine(), ledger, err);
  }

  static Optional<Calibration> of(Machine machine, Ledger ledger, PrintWriter err) {
    return new MachineCalibration(ledger, err).of(machine);
  }

  /** The same for any number of runs, with what cannot be read named once. */
  static Function<Run, Optional<Calibration>> ofEach(Ledger ledger, PrintWriter err) {
    MachineCalibration known = new MachineCalibration(ledger, err);
    return run -> known.of(run.machine());
  }

  private Optional<Calibration> of(Machine machine) {
    return machine.leavesFactsOpen()
        ? agreeing(machine).flatMap(calibrations::newest)
        : calibrations.newest(machine.name());
  }

  /** Name of the machine of the newest calibration that may speak for this one. */
  private Optional<String> agreeing(Machine machine) {
    List<Entry> entries = ledger.entries();
    return calibrations.all().reversed().stream()
        .filter(
            calibration -> machine(calibration, entries).filter(machine::agreesWith).isPresent())
        .map(Calibration::machine)
        .findFirst();
  }

  /** A calibration keeps its machine's name; the run it was derived from tells the facts. */
  private Optional<Machine> machine(Calibration calibration, List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.machine().equals(calibration.machine()))
        .filter(entry -> entry.label().equals(calibration.label()))
        .findFirst()
        .flatMap(this::machine);
  }

  private Optional<Machine> machine(Entry bank) {
    try {
      return Optional.of(ledger.readScores(bank, (arm, metric) -> false).machine());
    } catch (LedgerException e) {
      leftOut(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void leftOut(String problem) {
    err.println("sojourn: left out: " + problem);
  }
}
