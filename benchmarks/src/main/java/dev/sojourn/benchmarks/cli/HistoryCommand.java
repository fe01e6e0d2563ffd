package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Nearest;
import dev.sojourn.results.compare.History;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import dev.sojourn.results.report.HistoryJson;
import dev.sojourn.results.report.HistoryReport;
import dev.sojourn.results.store.Calibrations;
import dev.sojourn.results.store.Entry;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A study over all runs of the ledger. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Shows a study over all runs of the ledger, and where its level changed.")
final class HistoryCommand implements Callable<Integer> {
  /** How a history can be printed. */
  enum Format {
    /** For a terminal. */
    TEXT,
    /** For a comment. */
    MD,
    /** For programs; a contract. */
    JSON
  }

  @Parameters(
      index = "0",
      paramLabel = "STUDY",
      description = "Class name, with or without package.")
  private String study = "";

  @Option(names = "--format", description = "text, md or json (default: text).")
  private Format format = Format.TEXT;

  @Mixin private ResultsOption results;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Ledger ledger = results.ledger();
    List<Run> runs = runs(ledger);
    String name = name(runs, ledger);
    Calibrations calibrations = Calibrations.of(ledger);
    History history =
        History.of(
            runs,
            name,
            machine ->
                calibrations.newest(machine).map(Calibration::sessionSigma).orElse(Double.NaN));
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (format) {
          case TEXT -> HistoryReport.text(history, Terminal.out().style());
          case MD -> HistoryReport.markdown(history);
          case JSON -> HistoryJson.of(history);
        });
    out.flush();
    return ExitCode.OK;
  }

  private List<Run> runs(Ledger ledger) {
    List<Run> runs = new ArrayList<>();
    for (Entry entry : ledger.entries()) {
      read(ledger, entry).ifPresent(runs::add);
    }
    return runs;
  }

  private Optional<Run> read(Ledger ledger, Entry entry) {
    try {
      if (entry.problem().isEmpty()) {
        return Optional.of(ledger.readScores(entry));
      }
      leftOut(entry.problem().get());
    } catch (LedgerException e) {
      leftOut(String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private void leftOut(String problem) {
    spec.commandLine().getErr().println("sojourn: left out: " + problem);
  }

  /** The one study of the ledger that is called so. */
  private String name(List<Run> runs, Ledger ledger) {
    Set<String> names = new TreeSet<>();
    runs.forEach(run -> run.studies().stream().map(StudyCard::study).forEach(names::add));
    runs.forEach(run -> run.measurements().forEach(m -> names.add(m.arm().study())));
    List<String> found =
        names.stream()
            .filter(n -> n.equalsIgnoreCase(study) || simple(n).equalsIgnoreCase(study))
            .toList();
    if (found.size() > 1) {
      throw Problem.usage(
          study + " is the name of several studies; one of: " + String.join(", ", found));
    }
    if (found.isEmpty()) {
      throw Problem.usage(unknown(names, ledger));
    }
    return found.getFirst();
  }

  private String unknown(Set<String> names, Ledger ledger) {
    if (names.isEmpty()) {
      return "no run in " + ledger.directory() + " yet; take one with: run --tour";
    }
    Set<String> simple = names.stream().map(HistoryCommand::simple).collect(Collectors.toSet());
    String near = Nearest.hint(study, simple);
    return "no run knows study "
        + study
        + (near.isEmpty() ? "; one of: " + String.join(", ", new TreeSet<>(simple)) : near);
  }

  private static String simple(String study) {
    return study.substring(study.lastIndexOf('.') + 1);
  }
}
