package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.UnlikeMachinesException;
import dev.sojourn.results.compare.WeekPairs;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.HtmlComparison;
import dev.sojourn.results.report.JsonReport;
import dev.sojourn.results.report.MarkdownReport;
import dev.sojourn.results.report.Style;
import dev.sojourn.results.report.TextReport;
import dev.sojourn.results.report.WeeksReport;
import dev.sojourn.results.store.Ledger;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    JSON,
    /** One offline page. */
    HTML
  }

  @Parameters(
      arity = "0..2",
      paramLabel = "BEFORE AFTER",
      description = "Labels, or JMH JSON files; with --weeks one label.",
      hideParamSyntax = true)
  private List<String> names = List.of();

  @Option(names = "--format", description = "text, md, json or html (default: text).")
  private @Nullable Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it (default: the terminal; html: sojourn-compare.html).")
  private @Nullable Path output;

  @Option(
      names = "--weeks",
      arity = "2",
      paramLabel = "N",
      description =
          "Two weeks of one run instead of two runs: their studies side by side where they measure"
              + " the same thing.")
  private List<Integer> weeks = List.of();

  @Option(
      names = "--gate",
      description =
          "Exit 1 if anything regressed, 5 if a benchmark of AFTER failed or is missing, 3 if"
              + " either run is unfinished, a benchmark of BEFORE failed, a benchmark itself has"
              + " changed, or nothing could be said.")
  private boolean gate;

  @Option(
      names = "--force",
      description = "Compare unlike machines all the same; every output is stamped.")
  private boolean force;

  @Mixin private ResultsOption results;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    requireNames(weeks.isEmpty() ? 2 : 1);
    return weeks.isEmpty() ? runs() : weeks();
  }

  private void requireNames(int wanted) {
    if (names.size() != wanted) {
      throw Problem.usage(
          wanted == 2
              ? "compare needs two runs, BEFORE and AFTER, got " + names.size() + ": " + names
              : "compare --weeks N M needs the label of one run, got "
                  + names.size()
                  + ": "
                  + names);
    }
  }

  private int runs() {
    Ledger ledger = results.ledger();
    List<Run> runs = RunSource.read(ledger, names.get(0), names.get(1));
    Optional<Calibration> calibration =
        MachineCalibration.of(runs.get(1), ledger, spec.commandLine().getErr());
    RunComparison comparison = compare(runs.get(0), runs.get(1), calibration);
    write(text(comparison, format(), style(), calibration));
    return gate ? gated(comparison) : ExitCode.OK;
  }

  private int weeks() {
    if (gate) {
      throw Problem.usage("--gate judges two runs, and --weeks shows one: leave one of them out");
    }
    weeks.forEach(week -> Selection.range(Integer.toString(week)));
    if (weeks.get(0).equals(weeks.get(1))) {
      throw Problem.usage("--weeks needs two different weeks, got " + weeks.get(0) + " twice");
    }
    Ledger ledger = results.ledger();
    Run run = RunSource.read(ledger, names.get(0));
    WeekPairs pairs =
        WeekPairs.of(
            run,
            weeks.get(0),
            weeks.get(1),
            MachineCalibration.of(run, ledger, spec.commandLine().getErr()));
    write(
        switch (format()) {
          case TEXT -> WeeksReport.text(run, pairs, style());
          case MD -> WeeksReport.markdown(run, pairs);
          case HTML -> WeeksReport.html(run, pairs);
          case JSON -> throw Problem.usage("--weeks has no json; choose text, md or html");
        });
    return ExitCode.OK;
  }

  /** What was asked for, else what the output's name says. */
  private Format format() {
    boolean page = output != null && output.toString().matches("(?i).*\\.html?");
    return Objects.requireNonNullElse(format, page ? Format.HTML : Format.TEXT);
  }

  private Style style() {
    return output == null ? Terminal.out().style() : Style.PLAIN;
  }

  private void write(String text) {
    Path file =
        output == null && format() == Format.HTML ? Path.of("sojourn-compare.html") : output;
    PrintWriter out = spec.commandLine().getOut();
    if (file == null) {
      out.println(text);
    } else {
      Output.write(file, text);
      out.printf("%s: %s%n", file, String.join(" against ", names.reversed()));
    }
  }

  static String text(
      RunComparison comparison, Format format, Style style, Optional<Calibration> calibration) {
    return switch (format) {
      case TEXT -> TextReport.comparison(comparison, style, calibration);
      case MD -> MarkdownReport.comparison(comparison, calibration);
      case JSON -> JsonReport.comparison(comparison);
      case HTML -> HtmlComparison.page(comparison, calibration);
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
