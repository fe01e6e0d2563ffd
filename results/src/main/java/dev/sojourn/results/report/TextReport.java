package dev.sojourn.results.report;

import dev.sojourn.results.compare.ClaimOutcome;
import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.ShiftFunction;
import dev.sojourn.results.compare.TailSummary;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reports for a terminal, at most {@value #WIDTH} columns wide. Text from the data is stripped of
 * control characters, so that a label cannot move the cursor.
 */
public final class TextReport {
  /** The widest line, in columns. */
  public static final int WIDTH = 100;

  private static final int NAME_WIDTH = 24;
  private static final int CHANGE_WIDTH = 52;
  private static final int METRIC_WIDTH = 7;
  private static final String INTERVAL = "95% interval";

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private TextReport(Style style) {
    this.style = style;
  }

  /**
   * Everything a run has to say, without colour.
   *
   * @param run a run, finished or not
   * @return lines, each ended by a line feed
   */
  public static String run(Run run) {
    return run(run, Style.PLAIN);
  }

  /**
   * Everything a run has to say.
   *
   * @param run a run, finished or not
   * @param style whether words may be coloured
   * @return lines, each ended by a line feed
   */
  public static String run(Run run, Style style) {
    return run(run, style, Optional.empty());
  }

  /**
   * Everything a run has to say, by margins that its machine's noise cannot cross.
   *
   * @param run a run, finished or not
   * @param style whether words may be coloured
   * @param calibration what is known of the machine, if anything
   * @return lines, each ended by a line feed
   */
  public static String run(Run run, Style style, Optional<Calibration> calibration) {
    TextReport report = new TextReport(style);
    report.writeRun(new RunView(run, calibration));
    return report.out.toString();
  }

  /**
   * What differs between two runs, without colour.
   *
   * @param comparison two runs compared
   * @return lines, each ended by a line feed
   */
  public static String comparison(RunComparison comparison) {
    return comparison(comparison, Style.PLAIN);
  }

  /**
   * What differs between two runs.
   *
   * @param comparison two runs compared
   * @param style whether words may be coloured
   * @return lines, each ended by a line feed
   */
  public static String comparison(RunComparison comparison, Style style) {
    TextReport report = new TextReport(style);
    report.writeComparison(comparison);
    return report.out.toString();
  }

  private void writeRun(RunView view) {
    Run run = view.run();
    heading("Run " + run.label().value());
    RunFacts.of(view).forEach(this::fact);
    List<StudyView> studies = view.studies();
    if (studies.isEmpty()) {
      line("");
      line("No study was measured.");
    }
    studies.forEach(study -> writeStudy(run, study));
    writeFailures(view);
  }

  private void writeStudy(Run run, StudyView study) {
    line("");
    String week = study.card().week() > 0 ? "  week " + study.card().week() : "";
    heading(study.card().name() + week);
    if (!study.card().question().isEmpty()) {
      paragraph("  ", Words.shortened(study.card().question(), Words.QUESTION_CHARACTERS));
    }
    for (PointView point : study.points()) {
      writePoint(run, point);
    }
    study.unproven().stream().limit(3).forEach(reason -> paragraph("  unproven: ", reason));
    if (!study.claims().isEmpty()) {
      line("");
    }
    study.claims().forEach(this::writeClaim);
  }

  private void writePoint(Run run, PointView point) {
    line("");
    paragraph("  ", point.name());
    TextTable table =
        new TextTable("lrrlrl", NAME_WIDTH, "method", "time/op", "ratio", INTERVAL, "alloc/op", "");
    point.rows().forEach(row -> table.row(cells(row)));
    line("    " + style.faint(table.head()));
    List<String> lines = table.lines();
    for (int i = 0; i < lines.size(); i++) {
      line("    " + painted(point.rows().get(i), lines.get(i)));
    }
    if (point.hasTails()) {
      writeTails(run, point);
    }
    writeFigures(point);
    paragraph("    ", AnswerWords.of(point.answers()));
  }

  private static String[] cells(Row row) {
    return new String[] {
      Words.plain(row.arm().method()),
      row.timeText(),
      row.ratioText(),
      row.intervalText(),
      row.bytesText(),
      row.contrast().map(Finding::contrastWords).orElse("")
    };
  }

  /** Only the words at the line's end are coloured, so that columns stay where they are. */
  private String painted(Row row, String line) {
    return row.contrast()
        .map(c -> painted(line, Finding.contrastWords(c), Finding.of(c)))
        .orElse(line);
  }

  private String painted(String line, String words, Finding finding) {
    String before = line.substring(0, line.length() - words.length());
    return before + finding.painted(style, words);
  }

  private void writeTails(Run run, PointView point) {
    TextTable table =
        new TextTable("lrrrrr", NAME_WIDTH, "latency", "p50", "p99", "p99.9", "max", "values");
    for (Row row : point.rows()) {
      row.tail().ifPresent(tail -> table.row(cells(row.arm().method(), tail)));
      run.views(row.arm()).stream()
          .filter(tail -> !tail.view().equals(Tail.LATENCY))
          .forEach(tail -> table.row(cells("- " + tail.view(), TailSummary.of(tail))));
    }
    line("    " + style.faint(table.head()));
    table.lines().forEach(text -> line("    " + text));
    RunFacts.tailNotes(point.rows(), run.timer()).forEach(note -> paragraph("    ", note));
    writeShifts(point.shifts());
  }

  private void writeShifts(List<ShiftFunction> shifts) {
    if (shifts.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            "lrrrrrr", NAME_WIDTH, "ratio of", "p50", "p90", "p99", "p99.9", "p99.99", "max");
    shifts.forEach(shift -> table.row(cells(shift)));
    line("    " + style.faint(table.head()));
    table.lines().forEach(text -> line("    " + text));
    paragraph("    ", ShiftWords.note(shifts));
  }

  private static String[] cells(ShiftFunction shift) {
    return Stream.concat(
            Stream.of(Words.plain(shift.subject().method())),
            shift.points().stream().map(ShiftWords::ratio))
        .toArray(String[]::new);
  }

  private static String[] cells(String name, TailSummary tail) {
    return new String[] {
      Words.plain(name),
      Latency.of(tail.p50(), tail.batch()),
      Latency.of(tail.p99(), tail.batch()),
      Latency.of(tail.p999(), tail.batch()),
      Latency.max(tail),
      Units.count(tail.count())
    };
  }

  private void writeFigures(PointView point) {
    if (point.figures().isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable("llrrll", NAME_WIDTH, "also", "metric", "value", "ratio", INTERVAL, "");
    for (Figure f : point.figures()) {
      table.row(
          Words.plain(f.arm().method()),
          Words.fitted(Words.plain(f.metric().name()), 16),
          Words.fitted(Words.plain(f.valueText()), 18),
          f.ratioText(),
          f.intervalText(),
          f.contrast().map(Finding::contrastWord).orElse(""));
    }
    line("    " + style.faint(table.head()));
    table.lines().forEach(text -> line("    " + text));
  }

  private void writeClaim(ClaimOutcome outcome) {
    String state = outcome.state().words();
    String painted =
        switch (outcome.state()) {
          case SHOWN -> style.good(state);
          case NOT_SHOWN -> style.bad(state);
          case NOT_SEPARABLE, NOT_RUN -> style.faint(state);
        };
    int from = out.length();
    paragraph("  " + state + "  ", ClaimWords.of(outcome.study(), outcome.claim()));
    out.replace(from + 2, from + 2 + state.length(), painted);
    paragraph("    ", outcome.evidence());
  }

  private void writeFailures(RunView view) {
    if (view.missing().isEmpty() && view.run().failures().isEmpty()) {
      return;
    }
    line("");
    heading("Not measured");
    for (Failure failure : view.run().failures()) {
      paragraph("  FAILED  ", failure.arm() + " (" + failure.stage() + "): " + failure.cause());
    }
    view.missing().stream()
        .filter(arm -> view.run().failures().stream().noneMatch(f -> f.arm().equals(arm)))
        .forEach(arm -> paragraph("  missing ", arm.toString()));
  }

  private void writeComparison(RunComparison comparison) {
    Run before = comparison.before();
    Run after = comparison.after();
    heading("Compared " + before.label().value() + " (before) with " + after.label().value());
    Changes changes = Changes.of(comparison);
    paragraph("", "On " + after.machine().name() + ", after / before: " + changes.summary() + ".");
    comparison.warnings().forEach(warning -> paragraph("warning: ", warning));
    if (!changes.shown().isEmpty()) {
      line("");
      writeChanges(changes);
    }
  }

  private void writeChanges(Changes changes) {
    TextTable table = new TextTable("llrll", CHANGE_WIDTH, "what", "metric", "ratio", INTERVAL, "");
    for (Comparison c : changes.shown()) {
      table.row(
          Words.plain(Changes.name(c) + " " + Changes.params(c)),
          Words.fitted(Words.plain(c.metric().name()), METRIC_WIDTH),
          Units.ratio(c.ratio()),
          Row.interval(c),
          c.verdict().word());
    }
    line(style.faint(table.head()));
    List<String> lines = table.lines();
    for (int i = 0; i < lines.size(); i++) {
      Comparison c = changes.shown().get(i);
      line(painted(lines.get(i), c.verdict().word(), Finding.of(c)));
    }
    changes.remedies().forEach(remedy -> paragraph("", remedy));
  }

  private void fact(String name, String value) {
    paragraph("  " + name + " ".repeat(9 - name.length()), value);
  }

  private void heading(String text) {
    line(style.bold(Words.fitted(Words.plain(text), WIDTH)));
  }

  /** Wrapped text, its later lines indented as far as the first one's start. */
  private void paragraph(String start, String text) {
    String indent = start;
    for (String part : Words.wrapped(Words.plain(text), WIDTH - start.length())) {
      line(indent + part);
      indent = " ".repeat(start.length());
    }
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
