package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.HtmlReport;
import dev.sojourn.results.store.Ledger;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One offline page to look at and to show. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes one offline HTML page of the named runs, or of the latest one.")
final class ReportCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "LABEL",
      description = "Runs to show (default: the latest).")
  private List<String> labels = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the page (default: sojourn-report.html).")
  private Path output = Path.of("sojourn-report.html");

  @Mixin private ResultsOption results;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Ledger ledger = results.ledger();
    List<Run> runs =
        labels.isEmpty()
            ? LatestRun.of(ledger, spec.commandLine().getErr()).stream().toList()
            : labels.stream().map(label -> RunSource.read(ledger, label)).toList();
    Output.write(
        output,
        HtmlReport.page(
            runs, run -> MachineCalibration.of(run, ledger, spec.commandLine().getErr())));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %s%n",
        output,
        runs.isEmpty()
            ? "no run in " + ledger.directory() + " yet; take one with: run --tour"
            : runs.size() == 1 ? "run " + runs.get(0).label() : runs.size() + " runs");
    return ExitCode.OK;
  }
}
