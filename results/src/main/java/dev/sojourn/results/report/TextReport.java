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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reports for a terminal, at most {@value #WIDTH} columns wide: see {@link TextPage}. */
public final class TextReport {
  /** The widest line, in columns. */
  public static final int WIDTH = TextPage.WIDTH;

  private static final String INDENT = "    ";
  private static final String INTERVAL = "95% interval";

  private final Style style;
  private final TextPage page;

  private TextReport(Style style) {
    this.style = style;
    this.page = new TextPage(style);
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
    return report.page.toString();
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
    return comparison(comparison, style, Optional.empty());
  }

  /**
   * What differs between two runs, and what could have been seen of it.
   *
   * @param comparison two runs compared
   * @param style whether words may be coloured
   * @param calibration what is known of the later run's machine, if anything
   * @return lines, each ended by a line feed
   */
  public static String comparison(
      RunComparison comparison, Style style, Optional<Calibration> calibration) {
    TextReport report = new TextReport(style);
    report.writeComparison(comparison);
    String sight = CalibrationWords.of(comparison, calibration);
    if (!sight.isEmpty()) {
      report.page.paragraph("", sight);
    }
    return report.page.toString();
  }

  private void writeRun(RunView view) {
    Run run = view.run();
    page.heading("Run " + run.label().value());
    RunFacts.of(view).forEach(this::fact);
    List<StudyView> studies = view.studies();
    if (studies.isEmpty()) {
      page.gap();
      page.line("No study was measured.");
    }
    studies.forEach(study -> writeStudy(run, study));
    writeFailures(view);
  }

  private void writeStudy(Run run, StudyView study) {
    page.gap();
    String week = study.card().week() > 0 ? " week " + study.card().week() : "";
    page.heading(study.card().name() + week);
    if (!study.card().question().isEmpty()) {
      page.paragraph("  ", Words.shortened(study.card().question(), Words.QUESTION_CHARACTERS));
    }
    for (PointView point : study.points()) {
      writePoint(run, point);
    }
    study.unproven().stream().limit(3).forEach(reason -> page.paragraph("  unproven: ", reason));
    if (!study.claims().isEmpty()) {
      page.gap();
    }
    study.claims().forEach(this::writeClaim);
  }

  private void writePoint(Run run, PointView point) {
    page.gap();
    page.paragraph("  ", point.name());
    TextTable table =
        new TextTable("wrrlrw", "method", "time/op", "ratio", INTERVAL, "alloc/op", "");
    point.rows().forEach(row -> table.row(paint(row.contrast()), cells(row)));
    page.table(INDENT, table);
    if (point.hasTails()) {
      writeTails(run, point);
    }
    writeFigures(point);
    page.paragraph(INDENT, AnswerWords.of(point.answers()));
  }

  private static String[] cells(Row row) {
    return new String[] {
      row.arm().method(),
      row.timeText(),
      row.ratioText(),
      row.intervalText(),
      row.bytesText(),
      row.contrast().map(Finding::contrastWords).orElse("")
    };
  }

  private UnaryOperator<String> paint(Optional<Comparison> contrast) {
    return words -> contrast.map(c -> Finding.of(c).painted(style, words)).orElse(words);
  }

  private void writeTails(Run run, PointView point) {
    List<Tail> tails =
        point.rows().stream()
            .flatMap(row -> run.views(row.arm()).stream().filter(tail -> isShown(row, tail)))
            .toList();
    TailSparks sparks = new TailSparks(tails);
    TextTable table =
        new TextTable(
            "wrrrrrl", "latency", "p50", "p99", "p99.9", "max", "values", TailSparks.HEAD);
    for (int i = 0; i < tails.size(); i++) {
      table.row(cells(point, tails.get(i), sparks.line(i, style)));
    }
    page.table(INDENT, table);
    page.paragraph(INDENT, sparks.note());
    RunFacts.tailNotes(point.rows(), run.timer()).forEach(note -> page.paragraph(INDENT, note));
    writeShifts(point.shifts());
  }

  /** Latencies are shown where they were recorded, other views always. */
  private static boolean isShown(Row row, Tail tail) {
    return !isLatency(tail) || row.tail().isPresent();
  }

  private static boolean isLatency(Tail tail) {
    return tail.view().equals(Tail.LATENCY);
  }

  private static String[] cells(PointView point, Tail tail, String sparks) {
    if (!isLatency(tail)) {
      return cells("- " + tail.view(), TailSummary.of(tail), sparks);
    }
    TailSummary latency =
        point.rows().stream()
            .filter(row -> row.arm().equals(tail.arm()))
            .flatMap(row -> row.tail().stream())
            .findFirst()
            .orElseThrow();
    return cells(tail.arm().method(), latency, sparks);
  }

  private static String[] cells(String name, TailSummary tail, String sparks) {
    return new String[] {
      name,
      Latency.of(tail.p50(), tail.batch()),
      Latency.of(tail.p99(), tail.batch()),
      Latency.of(tail.p999(), tail.batch()),
      Latency.max(tail),
      Units.count(tail.count()),
      sparks
    };
  }

  private void writeShifts(List<ShiftFunction> shifts) {
    if (shifts.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable("wrrrrrr", "ratio of", "p50", "p90", "p99", "p99.9", "p99.99", "max");
    shifts.forEach(shift -> table.row(cells(shift)));
    page.table(INDENT, table);
    page.paragraph(INDENT, ShiftWords.note(shifts));
  }

  private static String[] cells(ShiftFunction shift) {
    return Stream.concat(
            Stream.of(shift.subject().method()), shift.points().stream().map(ShiftWords::ratio))
        .toArray(String[]::new);
  }

  private void writeFigures(PointView point) {
    if (point.figures().isEmpty()) {
      return;
    }
    TextTable table = new TextTable("wwrrlw", "also", "metric", "value", "ratio", INTERVAL, "");
    for (Figure f : point.figures()) {
      table.row(
          paint(f.contrast()),
          f.arm().method(),
          f.metric().name(),
          f.valueText(),
          f.ratioText(),
          f.intervalText(),
          f.contrast().map(Finding::contrastWords).orElse(""));
    }
    page.table(INDENT, table);
  }

  private void writeClaim(ClaimOutcome outcome) {
    String state = outcome.state().words();
    String painted =
        switch (outcome.state()) {
          case SHOWN -> style.good(state);
          case NOT_SHOWN -> style.bad(state);
          case NOT_SEPARABLE, NOT_RUN -> style.faint(state);
        };
    page.paragraph(
        "  " + state + "  ",
        "  " + painted + "  ",
        ClaimWords.of(outcome.study(), outcome.claim()));
    page.paragraph(INDENT, outcome.evidence());
  }

  private void writeFailures(RunView view) {
    if (view.missing().isEmpty() && view.run().failures().isEmpty()) {
      return;
    }
    page.gap();
    page.heading("Not measured");
    for (Failure failure : view.run().failures()) {
      page.paragraph(
          "  FAILED  ",
          "  " + style.bad("FAILED") + "  ",
          failure.arm() + " (" + failure.stage() + "): " + failure.cause());
    }
    view.missing().stream()
        .filter(arm -> view.run().failures().stream().noneMatch(f -> f.arm().equals(arm)))
        .forEach(arm -> page.paragraph("  missing ", arm.toString()));
  }

  private void writeComparison(RunComparison comparison) {
    Run before = comparison.before();
    Run after = comparison.after();
    page.heading("Compared " + before.label().value() + " (before) with " + after.label().value());
    Changes changes = Changes.of(comparison);
    page.paragraph(
        "", "On " + after.machine().name() + ", after / before: " + changes.summary() + ".");
    comparison.warnings().forEach(warning -> page.paragraph("warning: ", warning));
    if (!changes.shown().isEmpty()) {
      page.gap();
      writeChanges(changes);
    }
  }

  private void writeChanges(Changes changes) {
    TextTable table = new TextTable("wwrlw", "what", "metric", "ratio", INTERVAL, "");
    for (Comparison c : changes.shown()) {
      table.row(
          paint(Optional.of(c)),
          Changes.name(c) + " " + Changes.params(c),
          c.metric().name(),
          Units.ratio(c.ratio()),
          Row.interval(c),
          Finding.comparisonWords(c));
    }
    page.table("", table);
    changes.remedies().forEach(remedy -> page.paragraph("", remedy));
  }

  private void fact(String name, String value) {
    page.paragraph("  " + name + " ".repeat(9 - name.length()), value);
  }
}
