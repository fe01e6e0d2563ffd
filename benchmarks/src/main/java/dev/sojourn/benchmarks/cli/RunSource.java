package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.JmhJson;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A run as the user names it: a label of the ledger, its file, or a JMH JSON file whoever made it.
 */
final class RunSource {
  private RunSource() {}

  static Run read(Ledger ledger, String name) {
    try {
      Path file = Path.of(name);
      if (Files.isRegularFile(file)) {
        return isOurs(file) ? Ledger.readFile(file) : JmhJson.read(file);
      }
      return ledger.read(label(name));
    } catch (LedgerException | java.nio.file.InvalidPathException e) {
      throw Problem.usage(e);
    }
  }

  /**
   * Two runs beside each other, each of which may be thousands of files; the first that is wrong is
   * told.
   */
  static List<Run> read(Ledger ledger, String first, String second) {
    List<Supplier<Run>> tried =
        Stream.of(first, second).parallel().map(name -> tried(ledger, name)).toList();
    return tried.stream().map(Supplier::get).toList();
  }

  private static Supplier<Run> tried(Ledger ledger, String name) {
    try {
      Run run = read(ledger, name);
      return () -> run;
    } catch (RuntimeException e) {
      return () -> {
        throw e;
      };
    }
  }

  /** A run of ours is an object, a result file of JMH an array: the first character tells. */
  private static boolean isOurs(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      int c = reader.read();
      while (c >= 0 && Character.isWhitespace(c)) {
        c = reader.read();
      }
      return c == '{';
    } catch (IOException e) {
      return false; // the reader of JMH files will name what is wrong
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
