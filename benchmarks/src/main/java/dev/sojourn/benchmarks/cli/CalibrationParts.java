package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.calibrate.Disturbance;
import dev.sojourn.results.compare.Calibrator;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.CalibrationFile;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stored runs of a calibration: the bank under the calibration's own label, further sessions
 * and drills under that label with a word behind it. What they say follows from them alone.
 */
final class CalibrationParts {
  private static final String PART =
      "\\.(session[0-9]+|" + String.join("|", Disturbance.ids()) + ")$";

  private CalibrationParts() {}

  static Label session(Label bank, int number) {
    return RunSource.label(bank + ".session" + number);
  }

  static Label drill(Label bank, Disturbance disturbance) {
    return RunSource.label(bank + "." + disturbance.id());
  }

  /** The bank's label, of the label of any part. */
  static Label bank(Label part) {
    String bank = part.value().replaceFirst(PART, "");
    return bank.isBlank() ? part : new Label(bank);
  }

  static Optional<Run> find(Ledger ledger, String machine, Label label) {
    try {
      return ledger.exists(machine, label)
          ? Optional.of(ledger.read(machine, label))
          : Optional.empty();
    } catch (LedgerException e) {
      throw Problem.usage(e);
    }
  }

  /** The calibration of a bank, from all of its finished parts. */
  static Calibration derived(Ledger ledger, Run bank) {
    try {
      return Calibrator.of(bank, sessions(ledger, bank), drills(ledger, bank));
    } catch (IllegalArgumentException e) {
      throw Problem.usage(e);
    }
  }

  /** Keeps a calibration beside its bank. */
  static void store(Ledger ledger, Run bank, Calibration calibration) {
    try {
      CalibrationFile.write(
          ledger.folder(bank.machine().name(), bank.label()).resolve(CalibrationFile.NAME),
          calibration);
    } catch (LedgerException e) {
      throw Problem.usage(e);
    }
  }

  private static List<Run> sessions(Ledger ledger, Run bank) {
    List<Run> sessions = new ArrayList<>();
    for (int number = 2; ; number++) {
      Optional<Run> session =
          find(ledger, bank.machine().name(), session(bank.label(), number)).filter(Run::finished);
      if (session.isEmpty()) {
        return sessions;
      }
      sessions.add(session.get());
    }
  }

  private static SortedMap<String, Run> drills(Ledger ledger, Run bank) {
    SortedMap<String, Run> drills = new TreeMap<>();
    for (Disturbance disturbance : Disturbance.values()) {
      find(ledger, bank.machine().name(), drill(bank.label(), disturbance))
          .filter(Run::finished)
          .ifPresent(run -> drills.put(disturbance.id(), run));
    }
    return drills;
  }
}
