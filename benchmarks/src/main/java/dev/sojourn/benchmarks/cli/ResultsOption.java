package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.report.Shell;
import dev.sojourn.results.store.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where the ledger is: {@code --results}, else the checkout's own, else a folder beside the user.
 */
final class ResultsOption {
  private static final Path OUTSIDE_A_CHECKOUT = Path.of("sojourn-runs");

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description =
          "Folder of the ledger (default: results/runs of the checkout, else ./sojourn-runs).")
  private @Nullable Path directory;

  Ledger ledger() {
    return Ledger.at(directory());
  }

  Path directory() {
    return directory != null
        ? directory
        : checkout()
            .map(root -> root.resolve("results").resolve("runs"))
            .orElse(OUTSIDE_A_CHECKOUT);
  }

  /** For a command that is to find the same ledger: the folder as it was given, else nothing. */
  String given() {
    return directory == null ? "" : directory.toString();
  }

  /** The same as the words of a printed command, from the blank before them on. */
  String words() {
    return directory == null ? "" : " " + Shell.option("--results", given());
  }

  /** The nearest folder upwards that is a checkout of this suite. */
  static Optional<Path> checkout() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("benchmarks/harness/pom.xml")))
        .filter(folder -> Files.isDirectory(folder.resolve("results")))
        .findFirst();
  }
}
