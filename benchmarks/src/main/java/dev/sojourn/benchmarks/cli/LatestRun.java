package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.Entry;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.util.List;
import java.util.Optional;

/** The newest run of a ledger that can be read. */
final class LatestRun {
  private LatestRun() {}

  static Optional<Run> of(Ledger ledger) {
    List<Entry> entries = ledger.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.problem().isEmpty()) {
        try {
          return Optional.of(ledger.read(entry.machine(), entry.label()));
        } catch (LedgerException e) {
          throw Problem.usage(e);
        }
      }
    }
    return Optional.empty();
  }
}
