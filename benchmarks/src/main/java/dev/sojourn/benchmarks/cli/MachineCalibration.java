package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.Calibrations;
import dev.sojourn.results.store.Ledger;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * The newest calibration of the machine a run was taken on; those that cannot be read are named.
 */
final class MachineCalibration {
  private MachineCalibration() {}

  static Optional<Calibration> of(Run run, Ledger ledger, PrintWriter err) {
    return of(run.machine().name(), ledger, err);
  }

  static Optional<Calibration> of(String machine, Ledger ledger, PrintWriter err) {
    Calibrations calibrations = Calibrations.of(ledger);
    calibrations.problems().forEach(problem -> err.println("sojourn: left out: " + problem));
    return calibrations.newest(machine);
  }
}
