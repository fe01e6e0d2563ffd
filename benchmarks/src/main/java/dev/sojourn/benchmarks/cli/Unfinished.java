package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.Entry;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Labels of this machine: a fresh one for a new run, and the runs that a stop left unfinished. */
final class Unfinished {
  private static final DateTimeFormatter BY_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss", Locale.ROOT);

  private final Ledger ledger;
  private final Machine machine;

  Unfinished(Ledger ledger, Machine machine) {
    this.ledger = ledger;
    this.machine = machine;
  }

  Label fresh(@Nullable String wanted) {
    Label label =
        RunSource.label(
            wanted == null ? ZonedDateTime.now(ZoneId.systemDefault()).format(BY_TIME) : wanted);
    if (ledger.exists(machine.name(), label)) {
      throw Problem.usage(
          "label " + label + " is taken on this machine; choose another, or go on with --resume");
    }
    return label;
  }

  Run find(@Nullable String wanted) {
    Label label = wanted == null ? latest() : RunSource.label(wanted);
    try {
      return ledger.read(machine.name(), label);
    } catch (LedgerException e) {
      throw Problem.usage(e);
    }
  }

  private Label latest() {
    List<Entry> open =
        ledger.entries().stream()
            .filter(entry -> entry.machine().equals(machine.name()))
            .filter(entry -> entry.problem().isEmpty() && !entry.finished())
            .toList();
    return open.stream()
        .max(Comparator.comparing(Entry::startedAt))
        .map(Entry::label)
        .orElseThrow(
            () -> Problem.usage("no unfinished run of this machine in " + ledger.directory()));
  }
}
