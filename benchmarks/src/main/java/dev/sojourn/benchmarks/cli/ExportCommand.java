package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.CsvReport;
import dev.sojourn.results.report.HlogReport;
import dev.sojourn.results.report.OpenMetricsReport;
import dev.sojourn.results.store.JmhJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
    /** One row per arm, metric, fork and iteration. */
    CSV("csv"),
    /** OpenMetrics text. */
    OPENMETRICS("openmetrics"),
    /** The result file of JMH. */
    JMH_JSON("jmh-json"),
    /** HdrHistogram interval log. */
    HLOG("hlog");

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
      throw Problem.usage("unknown format " + text + "; one of: csv, openmetrics, jmh-json, hlog");
    }
  }

  @Parameters(index = "0", paramLabel = "LABEL", description = "The run.")
  private String label = "";

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "csv, openmetrics, jmh-json or hlog.")
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
    String text = render(RunSource.read(results.ledger(), label), chosen);
    if (output != null) {
      Output.write(output, text);
    } else {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    }
    return ExitCode.OK;
  }

  private static String render(Run run, Format format) {
    return switch (format) {
      case CSV -> CsvReport.run(run);
      case OPENMETRICS -> OpenMetricsReport.run(run);
      case JMH_JSON -> JmhJson.write(run);
      case HLOG -> HlogReport.run(run);
    };
  }
}
