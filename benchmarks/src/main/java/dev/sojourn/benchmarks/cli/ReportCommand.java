package dev.sojourn.benchmarks.cli;

import dev.sojourn.harness.Curriculum;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.Archive;
import dev.sojourn.results.report.HtmlReport;
import dev.sojourn.results.report.PageContext;
import dev.sojourn.results.report.WeekCard;
import dev.sojourn.results.store.Entry;
import dev.sojourn.results.store.Ledger;
import dev.sojourn.results.store.LedgerException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * One offline page to look at and to show: some runs in full, the rest of the ledger as the history
 * of their studies, the map of the weeks and an index.
 */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Writes one offline HTML page of the named runs, or of the latest one, with the history of"
            + " their studies over the whole ledger.")
final class ReportCommand implements Callable<Integer> {
  /** A page of more runs would be too long to look at; the others enter its histories. */
  private static final int MOST_IN_FULL = 6;

  /** Sessions whose numbers enter the page: five years of weeks. */
  private static final int MOST_SESSIONS = 260;

  @Parameters(
      arity = "0..*",
      paramLabel = "LABEL",
      description =
          "Runs to show in full (default: the latest; at most " + MOST_IN_FULL + " of them).")
  private List<String> labels = List.of();

  @Option(
      names = "--study",
      paramLabel = "REGEX",
      description = "Only studies whose name matches (default: all).")
  private @Nullable String study;

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
    UnaryOperator<Run> cut = cut();
    ForkJoinTask<List<WeekCard>> weeks = ForkJoinTask.adapt(ReportCommand::weeks).fork();
    List<Entry> entries = ledger.entries();
    List<Run> whole = whole(ledger, entries);
    List<Run> shown = whole.stream().map(cut).toList();
    requireStudies(shown);
    Archive archive = archive(ledger, entries, shown, whole);
    PageContext context =
        new PageContext(
                weeks.join(),
                archive,
                MachineCalibration.ofEach(ledger, spec.commandLine().getErr()))
            .linking(new FlameHrefs(ledger, output))
            .ofLedger(results.given());
    Output.write(output, HtmlReport.page(shown, context));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %s%n",
        output,
        shown.isEmpty()
            ? "no run in " + ledger.directory() + " yet; take one with: run --tour"
            : shown.size() == 1 ? "run " + shown.get(0).label() : shown.size() + " runs");
    return ExitCode.OK;
  }

  /** Leaves of a run that is shown the studies that are asked for. */
  private UnaryOperator<Run> cut() {
    if (study == null) {
      return run -> run;
    }
    try {
      Predicate<String> wanted = Pattern.compile(study).asPredicate();
      return run -> ReportRuns.only(run, wanted);
    } catch (PatternSyntaxException e) {
      throw Problem.usage("--study is no regular expression: " + study + ": " + e.getDescription());
    }
  }

  private void requireStudies(List<Run> shown) {
    if (study != null
        && shown.stream()
            .allMatch(run -> run.studies().isEmpty() && run.measurements().isEmpty())) {
      throw Problem.usage(
          "no study of these runs matches " + study + "; leave --study out to see all of them");
    }
  }

  /** The runs to show, with all their studies. */
  private List<Run> whole(Ledger ledger, List<Entry> entries) {
    if (labels.isEmpty()) {
      return LatestRun.of(ledger, entries, spec.commandLine().getErr()).stream().toList();
    }
    if (labels.size() > MOST_IN_FULL) {
      spec.commandLine()
          .getErr()
          .printf(
              "sojourn: of %d runs the first %d are shown in full, the others in the histories%n",
              labels.size(), MOST_IN_FULL);
    }
    List<Run> named = labels.stream().map(label -> RunSource.read(ledger, label)).toList();
    return named.subList(0, Math.min(MOST_IN_FULL, named.size()));
  }

  private static List<WeekCard> weeks() {
    return Curriculum.load().weeks().stream()
        .map(week -> new WeekCard(week.week(), week.block(), week.title(), week.question()))
        .toList();
  }

  /** Everything but the shown runs, read for its scores alone, on all processors. */
  private Archive archive(Ledger ledger, List<Entry> all, List<Run> shown, List<Run> whole) {
    List<Entry> entries =
        all.subList(Math.max(0, all.size() - MOST_SESSIONS), all.size()).stream()
            .filter(entry -> whole.stream().noneMatch(run -> same(run, entry)))
            .toList();
    BiPredicate<Arm, Metric> needed = Archive.needed(shown);
    Collection<String> problems = new ConcurrentLinkedQueue<>();
    Stream<Run> others =
        entries.parallelStream().flatMap(entry -> scores(ledger, entry, needed, problems).stream());
    Archive archive = Archive.of(shown, whole, others);
    problems.stream()
        .sorted()
        .forEach(problem -> spec.commandLine().getErr().println("sojourn: left out: " + problem));
    return archive;
  }

  private static boolean same(Run run, Entry entry) {
    return run.label().equals(entry.label())
        && run.machine().name().equals(entry.machine())
        && run.startedAt().equals(entry.startedAt());
  }

  private static Optional<Run> scores(
      Ledger ledger, Entry entry, BiPredicate<Arm, Metric> needed, Collection<String> problems) {
    if (entry.problem().isPresent()) {
      problems.add(entry.problem().get());
      return Optional.empty();
    }
    try {
      return Optional.of(ledger.readScores(entry, needed));
    } catch (LedgerException e) {
      problems.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
