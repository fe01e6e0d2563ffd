package dev.sojourn.results.report;

import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.Entry;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page made of a ledger: its newest run in full, the others beside it.
 *
 * @param shown the runs shown in full, as they were read; none of an empty ledger
 * @param html the page
 */
record LedgerPage(List<Run> shown, String html) {
  private static final Instant START = Instant.parse("2026-11-02T03:25:00Z");

  static LedgerPage of(Path folder, Run... runs) throws LedgerException {
    Ledger ledger = Ledger.at(folder);
    for (Run run : runs) {
      ledger.write(run);
    }
    List<Run> read = new ArrayList<>();
    for (Entry entry : ledger.entries()) {
      read.add(ledger.read(entry));
    }
    List<Run> shown = read.isEmpty() ? List.of() : List.of(read.getLast());
    Archive archive = Archive.of(shown, read.stream().limit(Math.max(0, read.size() - 1)));
    PageContext context = new PageContext(PageContextTest.WEEKS, archive, run -> Optional.empty());
    return new LedgerPage(shown, HtmlReport.page(shown, context));
  }

  /** Three weekly sessions and one on another machine, with plots of every kind. */
  static LedgerPage typical(Path folder) throws LedgerException {
    return of(
        folder,
        session(0).heaps(1).build(),
        session(1).heaps(1.02).build(),
        session(2).machine(Machine.CPU_MODEL, "Other CPU").heaps(2).build(),
        session(3).heaps(1).filters().queues().build());
  }

  static SyntheticRun session(int week) {
    return SyntheticRun.of(week, 8)
        .label("session " + week)
        .startedAt(START.plus(Duration.ofDays(7L * week)));
  }

  Run run() {
    return shown.getFirst();
  }
}
