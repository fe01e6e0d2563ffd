package dev.sojourn.results.report;

import static dev.sojourn.results.report.MarkdownText.escaped;
import static dev.sojourn.results.report.MarkdownText.paragraph;
import static java.util.stream.Collectors.joining;

import dev.sojourn.results.compare.ClaimOutcome;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.ShiftFunction;
import dev.sojourn.results.compare.TailSummary;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.function.Function;

/**
 * Reports as GitHub-flavoured Markdown that fits into one comment of a pull request; what does not
 * fit is counted. Text from the data is escaped.
 */
public final class MarkdownReport {
  /** Forges refuse comments longer than about 65,000 characters. */
  private static final int MOST_CHARACTERS = 60_000;

  private final StringBuilder out = new StringBuilder();

  private MarkdownReport() {}

  /**
   * Everything a run has to say.
   *
   * @param run a run, finished or not
   * @return Markdown, lines ended by a line feed
   */
  public static String run(Run run) {
    MarkdownReport report = new MarkdownReport();
    report.writeRun(new RunView(run));
    return report.out.toString();
  }

  /**
   * What differs between two runs.
   *
   * @param comparison two runs compared
   * @return Markdown, lines ended by a line feed
   */
  public static String comparison(RunComparison comparison) {
    MarkdownReport report = new MarkdownReport();
    report.writeComparison(comparison);
    return report.out.toString();
  }

  private void writeRun(RunView view) {
    line("## Run " + escaped(view.run().label().value()));
    line("");
    RunFacts.of(view).forEach((name, value) -> line("- **" + name + "**: " + escaped(value)));
    writeFailures(view);
    List<StudyView> studies = view.studies();
    for (int i = 0; i < studies.size(); i++) {
      int before = out.length();
      writeStudy(view.run(), studies.get(i));
      if (out.length() > MOST_CHARACTERS) {
        out.setLength(before);
        line("");
        line(
            "_Left out for length: "
                + Words.counted(studies.size() - i, "study", "studies")
                + "._");
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
    line("");
    line("### Not measured");
    line("");
    capped("**FAILED** ", failures, f -> f.arm() + ", " + f.stage() + ": " + f.cause());
    capped("missing: ", silent, Arm::toString);
  }

  private <T> void capped(String start, List<T> items, Function<T, String> text) {
    int most = 30;
    items.stream()
        .limit(most)
        .forEach(item -> line("- " + start + escaped(Words.shortened(text.apply(item), 400))));
    if (items.size() > most) {
      line("- and " + (items.size() - most) + " more");
    }
  }

  private void writeStudy(Run run, StudyView study) {
    line("");
    line("### " + escaped(study.card().name()));
    if (!study.card().question().isEmpty()) {
      line("");
      line(paragraph(Words.shortened(study.card().question(), Words.QUESTION_CHARACTERS)));
    }
    study.points().forEach(point -> writePoint(run, point));
    if (!study.claims().isEmpty()) {
      line("");
      study.claims().forEach(this::writeClaim);
    }
  }

  private void writePoint(Run run, PointView point) {
    boolean tails = point.hasTails();
    line("");
    line("**" + escaped(point.name()) + "**");
    line("");
    String tailHeads = tails ? " p50 | p99 | p99.9 | max |" : "";
    line("| method | time/op | ratio | 95% interval | verdict |" + tailHeads + " alloc/op |");
    line("|:--|--:|--:|:--|:--|" + (tails ? "--:|--:|--:|--:|" : "") + "--:|");
    point.rows().forEach(row -> line(row(row, tails)));
    line("");
    if (tails) {
      RunFacts.tailNotes(point.rows(), run.timer()).forEach(note -> line(escaped(note) + "  "));
      writeShifts(point.shifts());
    }
    point.figures().forEach(this::writeFigure);
    line(escaped(AnswerWords.of(point.answers())));
  }

  private void writeShifts(List<ShiftFunction> shifts) {
    if (shifts.isEmpty()) {
      return;
    }
    line("");
    line("| ratio of | p50 | p90 | p99 | p99.9 | p99.99 | max |");
    line("|:--|--:|--:|--:|--:|--:|--:|");
    for (ShiftFunction shift : shifts) {
      line(
          shift.points().stream()
              .map(point -> escaped(ShiftWords.ratio(point)))
              .collect(joining(" | ", "| " + escaped(shift.subject().method()) + " | ", " |")));
    }
    line("");
    line(escaped(ShiftWords.note(shifts)) + "  ");
  }

  private static String row(Row row, boolean tails) {
    return "| "
        + String.join(
            " | ",
            escaped(row.arm().method()),
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
    String what = escaped(f.arm().method()) + ", " + escaped(f.metric().name());
    line("- " + what + ": " + escaped(f.valueText()) + contrast);
  }

  private void writeClaim(ClaimOutcome outcome) {
    String claim = escaped(ClaimWords.of(outcome.study(), outcome.claim()));
    line("- **" + outcome.state().words() + "** " + claim + ". " + escaped(outcome.evidence()));
  }

  private void writeComparison(RunComparison comparison) {
    Changes changes = Changes.of(comparison);
    String before = escaped(comparison.before().label().value());
    String after = escaped(comparison.after().label().value());
    line("## " + after + " against " + before);
    line("");
    line("**" + changes.summary() + "** (after / before, below 1 is better)");
    line("");
    comparison.warnings().stream().limit(20).forEach(w -> line("> warning: " + escaped(w) + "  "));
    if (!changes.shown().isEmpty()) {
      line("");
      writeChanges(changes);
    }
    writeEquivalents(changes.equivalent());
  }

  private void writeEquivalents(List<Comparison> equivalent) {
    if (equivalent.isEmpty() || out.length() > MOST_CHARACTERS) {
      return;
    }
    line("");
    line(
        "<details><summary>"
            + Words.counted(equivalent.size(), "equivalent", "equivalent")
            + "</summary>");
    line("");
    writeRows(equivalent);
    line("");
    line("</details>");
  }

  private void writeChanges(Changes changes) {
    writeRows(changes.shown());
    line("");
    changes.remedies().forEach(remedy -> line(escaped(remedy) + "  "));
  }

  private void writeRows(List<Comparison> shown) {
    line("| what | at | metric | ratio | 95% interval | verdict |");
    line("|:--|:--|:--|--:|:--|:--|");
    for (int i = 0; i < shown.size(); i++) {
      String row = row(shown.get(i));
      if (out.length() + row.length() > MOST_CHARACTERS) {
        line("");
        line("_Left out for length: " + Words.counted(shown.size() - i, "comparison") + "._");
        return;
      }
      line(row);
    }
  }

  private static String row(Comparison c) {
    return "| "
        + String.join(
            " | ",
            escaped(Changes.name(c)),
            escaped(Changes.params(c)),
            escaped(c.metric().name()),
            Units.ratio(c.ratio()),
            Row.interval(c),
            emphasised(Finding.of(c), Finding.comparisonWords(c)))
        + " |";
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
