package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.CsvReport;
import dev.sojourn.results.report.HlogReport;
import dev.sojourn.results.report.MarkdownReport;
import dev.sojourn.results.report.OpenMetricsReport;
import dev.sojourn.results.store.JmhJson;
import dev.sojourn.results.store.Ledger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A run in a form other tools open. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a run in a form that other tools open.")
final class ExportCommand implements Callable<Integer> {
  /** The forms. */
  enum Format {
    /** One row for each arm, metric and fork. */
    CSV("csv"),
    /** OpenMetrics text. */
    OPENMETRICS("openmetrics"),
    /** The result file of JMH. */
    JMH_JSON("jmh-json"),
    /** HdrHistogram interval log. */
    HLOG("hlog"),
    /** Markdown. */
    MD("md");

    private static final String ALL =
        Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", "));

    private final String word;

    Format(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }

    static Format parse(String text) {
      for (Format format : values()) {
        if (format.word.equals(text)) {
          return format;
        }
      }
      throw Problem.usage("unknown format " + text + "; one of: " + ALL);
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "LABEL",
      description = "The run, or the file of one, of JMH's too.")
  private String label = "";

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description =
          "csv (every fork), openmetrics (text for a scraper), jmh-json (for JMH visualisers and"
              + " compare), hlog (an HdrHistogram log) or md.")
  private String format = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write (default: standard output).")
  private @Nullable Path output;

  @Mixin private ResultsOption results;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Format chosen = Format.parse(format);
    Ledger ledger = results.ledger();
    Run run = RunSource.read(ledger, label);
    warn(run, chosen);
    String text = render(run, chosen, ledger);
    if (output != null) {
      Output.write(output, text);
    } else {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    }
    return ExitCode.OK;
  }

  /** What the form has nothing to show of, so that nobody takes an empty file for a broken one. */
  private void warn(Run run, Format format) {
    boolean nothing =
        switch (format) {
          case CSV, OPENMETRICS, MD -> run.measurements().isEmpty() && run.tails().isEmpty();
          case JMH_JSON ->
              run.measurements().stream().noneMatch(m -> m.metric().equals(Metric.TIME));
          case HLOG -> run.tails().isEmpty();
        };
    if (nothing) {
      String what = format == Format.HLOG ? "recorded no latencies" : "measured nothing";
      spec.commandLine().getErr().println("sojourn: run " + run.label() + " " + what);
    }
  }

  /** Only Markdown has verdicts, and margins for them as the terminal and the page have. */
  private String render(Run run, Format format, Ledger ledger) {
    return switch (format) {
      case CSV -> CsvReport.run(run);
      case OPENMETRICS -> OpenMetricsReport.run(run);
      case JMH_JSON -> JmhJson.write(run);
      case HLOG -> HlogReport.run(run);
      case MD ->
          MarkdownReport.run(run, MachineCalibration.of(run, ledger, spec.commandLine().getErr()));
    };
  }
}
