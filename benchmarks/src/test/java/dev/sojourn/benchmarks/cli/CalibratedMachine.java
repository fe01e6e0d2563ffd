package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Calibration.FalseAlarms;
import dev.sojourn.results.model.Calibration.StudyNoise;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Provenance;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.TimerCost;
import dev.sojourn.results.store.CalibrationFile;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Writes calibrations that nobody measured: one arm, and the floor a test wants it to have.
 *
 * @param ledger where to
 * @param arm the one arm of which anything is known
 */
record CalibratedMachine(Ledger ledger, Arm arm) {
  private static final int PAIRS = 16;

  /** Writes the run and what was derived from it; the answer is the run's folder. */
  Path write(Machine machine, String label, Instant takenAt, double floor) throws LedgerException {
    Label name = new Label(label);
    ledger.write(bank(machine, name, takenAt));
    Path run = ledger.folder(machine.name(), name);
    CalibrationFile.write(
        run.resolve(CalibrationFile.NAME),
        new Calibration(
            name,
            machine.name(),
            takenAt,
            "r",
            "Example 25+36",
            List.of(new StudyNoise(arm, 0.01, floor, 2 * floor, PAIRS)),
            Double.NaN,
            new FalseAlarms(0, 0),
            new FalseAlarms(0, 0),
            List.of(),
            List.of()));
    return run;
  }

  private Run bank(Machine machine, Label label, Instant takenAt) {
    return new Run(
        label,
        takenAt,
        takenAt.plusSeconds(1),
        new PlanCard("calibrate", PAIRS, 1, List.of(arm)),
        machine,
        new Provenance("1", "1.37", "r", false, List.of()),
        new TimerCost(20, 20, 30),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
