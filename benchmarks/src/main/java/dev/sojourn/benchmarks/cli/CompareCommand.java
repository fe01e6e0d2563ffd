package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.UnlikeMachinesException;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.CalibrationWords;
import dev.sojourn.results.report.JsonReport;
import dev.sojourn.results.report.MarkdownReport;
import dev.sojourn.results.report.TextReport;
import dev.sojourn.results.store.Ledger;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two runs side by side, with a verdict for each benchmark. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compares two runs of the ledger, or two JMH JSON files, whoever made them.")
final class CompareCommand implements Callable<Integer> {
  /** How a comparison can be printed. */
  enum Format {
    /** For a terminal. */
    TEXT,
    /** For a pull-request comment. */
    MD,
    /** For programs; a contract. */
    JSON
  }

  @Parameters(index = "0", paramLabel = "BEFORE", description = "Label, or JMH JSON file.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "AFTER", description = "Label, or JMH JSON file.")
  private String after = "";

  @Option(names = "--format", description = "text, md or json (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--gate",
      description =
          "Exit 1 if anything regressed, 5 if a benchmark of AFTER failed or is missing, 3 if AFTER"
              + " is unfinished, a benchmark itself has changed, or nothing could be said.")
  private boolean gate;

  @Option(
      names = "--force",
      description = "Compare unlike machines all the same; every output is stamped.")
  private boolean force;

  @Mixin private ResultsOption results;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Ledger ledger = results.ledger();
    Run first = RunSource.read(ledger, before);
    Run second = RunSource.read(ledger, after);
    Optional<Calibration> calibration =
        MachineCalibration.of(second, ledger, spec.commandLine().getErr());
    RunComparison comparison = compare(first, second, calibration);
    spec.commandLine().getOut().println(text(comparison, format, calibration));
    return gate ? gated(comparison) : ExitCode.OK;
  }

  static String text(RunComparison comparison, Format format, Optional<Calibration> calibration) {
    String sight = CalibrationWords.of(comparison, calibration);
    return switch (format) {
      case TEXT -> TextReport.comparison(comparison, Terminal.style()) + sight;
      case MD -> MarkdownReport.comparison(comparison) + sight;
      case JSON -> JsonReport.comparison(comparison);
    };
  }

  private int gated(RunComparison comparison) {
    Gate decision = Gate.of(comparison, force);
    spec.commandLine().getErr().println(decision.sentence());
    return decision.exitCode();
  }

  private RunComparison compare(Run first, Run second, Optional<Calibration> calibration) {
    try {
      return RunComparison.of(first, second, force, calibration);
    } catch (UnlikeMachinesException e) {
      throw Problem.of(
          ExitCode.UNLIKE_MACHINES, e.getMessage() + "; --force compares them all the same");
    }
  }
}
