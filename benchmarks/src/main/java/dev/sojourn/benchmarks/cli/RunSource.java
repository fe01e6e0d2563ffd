package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.JmhJson;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run as the user names it: a label of the ledger, or a JMH JSON file whoever made it. */
final class RunSource {
  private RunSource() {}

  static Run read(Ledger ledger, String name) {
    try {
      Path file = Path.of(name);
      if (Files.isRegularFile(file)) {
        return JmhJson.read(file);
      }
      return ledger.read(label(name));
    } catch (LedgerException | java.nio.file.InvalidPathException e) {
      throw Problem.usage(e);
    }
  }

  static Label label(String name) {
    try {
      return new Label(name);
    } catch (IllegalArgumentException e) {
      throw Problem.usage(e);
    }
  }
}
