package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.Entry;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** The newest run of a ledger that can be read; newer ones that cannot are named. */
final class LatestRun {
  private LatestRun() {}

  static Optional<Run> of(Ledger ledger, PrintWriter err) {
    return of(ledger, ledger.entries(), err);
  }

  /** Of entries by time, which the ledger has. */
  static Optional<Run> of(Ledger ledger, List<Entry> entries, PrintWriter err) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Optional<Run> run = read(ledger, entries.get(i), err);
      if (run.isPresent()) {
        return run;
      }
    }
    return Optional.empty();
  }

  private static Optional<Run> read(Ledger ledger, Entry entry, PrintWriter err) {
    if (entry.problem().isPresent()) {
      err.println("sojourn: left out: " + entry.problem().get());
      return Optional.empty();
    }
    try {
      return Optional.of(ledger.read(entry));
    } catch (LedgerException e) {
      err.println("sojourn: left out: " + e.getMessage());
      return Optional.empty();
    }
  }
}
