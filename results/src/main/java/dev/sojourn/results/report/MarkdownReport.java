package dev.sojourn.results.report;

import static dev.sojourn.results.report.MarkdownPage.name;
import static dev.sojourn.results.report.MarkdownPage.sentence;
import static dev.sojourn.results.report.MarkdownText.escaped;
import static dev.sojourn.results.report.MarkdownText.paragraph;
import static java.util.stream.Collectors.joining;

import dev.sojourn.results.compare.ClaimOutcome;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.ShiftFunction;
import dev.sojourn.results.compare.TailSummary;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Optional;

/**
 * Reports as GitHub-flavoured Markdown that fits into one comment of a pull request; what does not
 * fit is counted. Text from the data is escaped.
 */
public final class MarkdownReport {
  private static final int MOST_FAILURES = 30;
  private static final int MOST_WARNINGS = 20;

  private final MarkdownPage page = new MarkdownPage();

  private MarkdownReport() {}

  /**
   * Everything a run has to say.
   *
   * @param run a run, finished or not
   * @return Markdown, lines ended by a line feed
   */
  public static String run(Run run) {
    return run(run, Optional.empty());
  }

  /**
   * Everything a run has to say, by margins that its machine's noise cannot cross.
   *
   * @param run a run, finished or not
   * @param calibration what is known of the machine, if anything
   * @return Markdown, lines ended by a line feed
   */
  public static String run(Run run, Optional<Calibration> calibration) {
    MarkdownReport report = new MarkdownReport();
    report.writeRun(new RunView(run, calibration));
    return report.page.toString();
  }

  /**
   * What differs between two runs.
   *
   * @param comparison two runs compared
   * @return Markdown, lines ended by a line feed
   */
  public static String comparison(RunComparison comparison) {
    return comparison(comparison, Optional.empty());
  }

  /**
   * What differs between two runs, and what could have been seen of it.
   *
   * @param comparison two runs compared
   * @param calibration what is known of the later run's machine, if anything
   * @return Markdown, lines ended by a line feed
   */
  public static String comparison(RunComparison comparison, Optional<Calibration> calibration) {
    MarkdownReport report = new MarkdownReport();
    report.writeComparison(comparison, CalibrationWords.of(comparison, calibration));
    return report.page.toString();
  }

  private void writeRun(RunView view) {
    page.line("## Run " + escaped(view.run().label().value()));
    page.gap();
    RunFacts.of(view).forEach((name, value) -> page.line("- **" + name + "**: " + sentence(value)));
    writeFailures(view);
    List<StudyView> studies = view.studies();
    for (int i = 0; i < studies.size(); i++) {
      int before = page.place();
      writeStudy(view.run(), studies.get(i));
      if (page.full()) {
        page.backTo(before);
        page.leftOut(studies.size() - i, "study", "studies");
        return;
      }
    }
  }

  private void writeFailures(RunView view) {
    List<Failure> failures = view.run().failures();
    List<Arm> silent =
        view.missing().stream()
            .filter(arm -> failures.stream().noneMatch(f -> f.arm().equals(arm)))
            .toList();
    if (failures.isEmpty() && silent.isEmpty()) {
      return;
    }
    page.gap();
    page.line("### Not measured");
    page.gap();
    List<String> failed =
        failures.stream().map(f -> f.arm() + ", " + f.stage() + ": " + f.cause()).toList();
    page.heads("- **FAILED** ", failed, "", MOST_FAILURES);
    page.heads("- missing: ", silent.stream().map(Arm::toString).toList(), "", MOST_FAILURES);
  }

  private void writeStudy(Run run, StudyView study) {
    page.gap();
    page.line("### " + name(study.card().name()));
    if (!study.card().question().isEmpty()) {
      page.gap();
      page.line(paragraph(Words.shortened(study.card().question(), Words.QUESTION_CHARACTERS)));
    }
    study.points().forEach(point -> writePoint(run, point));
    if (!study.claims().isEmpty()) {
      page.gap();
      study.claims().forEach(this::writeClaim);
    }
  }

  private void writePoint(Run run, PointView point) {
    boolean tails = point.hasTails();
    page.gap();
    page.line("**" + name(point.name()) + "**");
    page.gap();
    String tailHeads = tails ? " p50 | p99 | p99.9 | max |" : "";
    page.line("| method | time/op | ratio | 95% interval | verdict |" + tailHeads + " alloc/op |");
    page.line("|:--|--:|--:|:--|:--|" + (tails ? "--:|--:|--:|--:|" : "") + "--:|");
    point.rows().forEach(row -> page.line(row(row, tails)));
    page.gap();
    if (tails) {
      RunFacts.tailNotes(point.rows(), run.timer())
          .forEach(note -> page.line(escaped(note) + "  "));
      writeShifts(point.shifts());
    }
    point.figures().forEach(this::writeFigure);
    page.line(escaped(AnswerWords.of(point.answers())));
  }

  private void writeShifts(List<ShiftFunction> shifts) {
    if (shifts.isEmpty()) {
      return;
    }
    page.gap();
    page.line("| ratio of | p50 | p90 | p99 | p99.9 | p99.99 | max |");
    page.line("|:--|--:|--:|--:|--:|--:|--:|");
    for (ShiftFunction shift : shifts) {
      page.line(
          shift.points().stream()
              .map(point -> escaped(ShiftWords.ratio(point)))
              .collect(joining(" | ", "| " + name(shift.subject().method()) + " | ", " |")));
    }
    page.gap();
    page.line(escaped(ShiftWords.note(shifts)) + "  ");
  }

  private static String row(Row row, boolean tails) {
    return "| "
        + String.join(
            " | ",
            name(row.arm().method()),
            row.timeText(),
            row.ratioText(),
            row.intervalText(),
            row.contrast().map(MarkdownReport::verdict).orElse(""))
        + (tails ? row.tail().map(MarkdownReport::tail).orElse(" | - | - | - | -") : "")
        + " | "
        + row.bytesText()
        + " |";
  }

  private static String verdict(Comparison c) {
    return emphasised(Finding.of(c), Finding.contrastWords(c));
  }

  private static String emphasised(Finding finding, String words) {
    return switch (finding) {
      case BETTER, WORSE -> "**" + words + "**";
      case EQUIVALENT, INCONCLUSIVE, UNPROVEN -> words;
    };
  }

  private static String tail(TailSummary tail) {
    return " | "
        + String.join(
            " | ",
            Latency.of(tail.p50(), tail.batch()),
            Latency.of(tail.p99(), tail.batch()),
            Latency.of(tail.p999(), tail.batch()),
            Latency.max(tail));
  }

  private void writeFigure(Figure f) {
    String contrast =
        f.contrast()
            .map(c -> ", ratio " + f.ratioText() + " (" + f.intervalText() + "), " + verdict(c))
            .orElse("");
    String what = name(f.arm().method()) + ", " + name(f.metric().name());
    page.line("- " + what + ": " + escaped(f.valueText()) + contrast);
  }

  private void writeClaim(ClaimOutcome outcome) {
    String claim = escaped(ClaimWords.of(outcome.study(), outcome.claim()));
    page.line(
        "- **" + outcome.state().words() + "** " + claim + ". " + escaped(outcome.evidence()));
  }

  private void writeComparison(RunComparison comparison, String sight) {
    Changes changes = Changes.of(comparison);
    String before = escaped(comparison.before().label().value());
    String after = escaped(comparison.after().label().value());
    page.line("## " + after + " against " + before);
    page.gap();
    page.line("**" + changes.summary() + "** (after / before, below 1 is better)");
    page.gap();
    if (!sight.isEmpty()) {
      page.line(sentence(sight));
      page.gap();
    }
    page.heads("> warning: ", comparison.warnings(), "  ", MOST_WARNINGS);
    if (!changes.shown().isEmpty()) {
      page.gap();
      writeRows(changes.shown());
      page.gap();
      page.notes("", changes.remedies(), "  ");
    }
    writeEquivalents(changes.equivalent());
  }

  private void writeEquivalents(List<Comparison> equivalent) {
    if (equivalent.isEmpty() || page.full()) {
      return;
    }
    page.gap();
    page.line(
        "<details><summary>"
            + Words.counted(equivalent.size(), "equivalent", "equivalent")
            + "</summary>");
    page.gap();
    writeRows(equivalent);
    page.gap();
    page.line("</details>");
  }

  private void writeRows(List<Comparison> shown) {
    List<String> heads =
        List.of(
            "| what | at | metric | ratio | 95% interval | verdict |", "|:--|:--|:--|--:|:--|:--|");
    int left = page.table(heads, shown.stream().map(MarkdownReport::row).toList());
    page.leftOut(left, "comparison", "comparisons");
  }

  private static String row(Comparison c) {
    return MarkdownPage.row(
        List.of(
            name(Changes.name(c)),
            name(Changes.params(c)),
            name(c.metric().name()),
            Units.ratio(c.ratio()),
            Row.interval(c),
            emphasised(Finding.of(c), Finding.comparisonWords(c))));
  }
}
