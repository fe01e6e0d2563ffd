package dev.sojourn.results.report;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.ShiftFunction;
import dev.sojourn.results.compare.TailSummary;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.stream.Stream;

/** The table of a study's numbers, point by point, with what a reader must know of it beneath. */
final class HtmlNumbers {
  private final Markup page;
  private final Run run;
  private final StudyView study;
  private final boolean tails;

  HtmlNumbers(Markup page, Run run, StudyView study) {
    this.page = page;
    this.run = run;
    this.study = study;
    this.tails = study.points().stream().anyMatch(PointView::hasTails);
  }

  void write() {
    page.element("h5", "Numbers").line();
    List<String> heads = heads();
    HtmlTable table = HtmlTable.open(page, study.card().name() + ": numbers", heads);
    for (PointView point : study.points()) {
      table.group(point.name());
      point.rows().forEach(row -> row(table, row));
    }
    table.close();
    shifts();
    figures();
    Reasons.fold(
        page, study.points().stream().flatMap(HtmlNumbers::reasons).toList(), "inconclusive");
    notes();
  }

  private List<String> heads() {
    Stream<String> latency = tails ? Stream.of("p50", "p99", "p99.9", "max") : Stream.of();
    return Stream.of(
            Stream.of("method", "time/op", "ratio", "95% interval", "verdict"),
            latency,
            Stream.of("alloc/op", "forks"))
        .flatMap(heads -> heads)
        .toList();
  }

  private void row(HtmlTable table, Row row) {
    table.row(row.arm().method());
    table.cell(row.timeText()).cell(row.ratioText()).cell(row.intervalText());
    row.contrast().ifPresentOrElse(c -> verdict(table, c), () -> table.cell(""));
    if (tails) {
      row.tail()
          .ifPresentOrElse(
              tail -> latencies(table, tail), () -> table.cell("-").cell("-").cell("-").cell("-"));
    }
    table.cell(row.bytesText()).cell(Integer.toString(row.forks()));
    table.endRow();
  }

  private static void verdict(HtmlTable table, Comparison c) {
    table.cell(Finding.contrastWords(c), Finding.of(c).style(), c.verdict().reason());
  }

  private static void latencies(HtmlTable table, TailSummary tail) {
    for (TailSummary.Quantile quantile : tail.quantiles()) {
      table.number(
          Latency.of(quantile, tail.batch()),
          quantile.platformLimited() ? "limited" : "",
          Latency.reason(quantile, tail.batch()));
    }
    table.cell(Latency.max(tail));
  }

  private void shifts() {
    if (study.points().stream().allMatch(p -> p.shifts().isEmpty())) {
      return;
    }
    List<String> heads = List.of("method", "p50", "p90", "p99", "p99.9", "p99.99", "max");
    page.element("h5", "Latency against the baseline").line();
    HtmlTable table = HtmlTable.open(page, study.card().name() + ": ratios of latencies", heads);
    for (PointView point : study.points()) {
      if (!point.shifts().isEmpty()) {
        table.group(point.name());
        point.shifts().forEach(shift -> row(table, shift));
      }
    }
    table.close();
    List<ShiftFunction> all = study.points().stream().flatMap(p -> p.shifts().stream()).toList();
    page.element("p", ShiftWords.note(all), "class", "quiet").line();
  }

  static void row(HtmlTable table, ShiftFunction shift) {
    table.row(shift.subject().method());
    for (ShiftFunction.Point point : shift.points()) {
      boolean band = point.known() && !Double.isNaN(point.low());
      table.number(
          ShiftWords.ratio(point) + (band ? " (" + ShiftWords.band(point) + ")" : ""),
          ShiftWords.style(point),
          ShiftWords.reason(point));
    }
    table.endRow();
  }

  private void figures() {
    if (study.points().stream().allMatch(p -> p.figures().isEmpty())) {
      return;
    }
    List<String> heads = List.of("method", "metric", "value", "ratio", "95% interval", "verdict");
    page.element("h5", "Beside time").line();
    HtmlTable table = HtmlTable.open(page, study.card().name() + ": other numbers", heads);
    for (PointView point : study.points()) {
      if (!point.figures().isEmpty()) {
        table.group(point.name());
        point.figures().forEach(figure -> row(table, figure));
      }
    }
    table.close();
  }

  private static void row(HtmlTable table, Figure figure) {
    table.row(figure.arm().method()).cell(figure.metric().name()).cell(figure.valueText());
    table.cell(figure.ratioText()).cell(figure.intervalText());
    figure.contrast().ifPresentOrElse(c -> verdict(table, c), () -> table.cell(""));
    table.endRow();
  }

  private static Stream<String> reasons(PointView point) {
    Stream<String> times =
        point.rows().stream()
            .flatMap(row -> row.contrast().stream())
            .flatMap(c -> reason(point, c.subject().method(), c));
    Stream<String> others =
        point.figures().stream()
            .flatMap(
                figure -> figure.contrast().stream().flatMap(c -> reason(point, name(figure), c)));
    return Stream.concat(times, others);
  }

  private static String name(Figure figure) {
    return figure.arm().method() + " " + figure.metric().name();
  }

  private static Stream<String> reason(PointView point, String name, Comparison c) {
    return Finding.of(c) == Finding.INCONCLUSIVE
        ? Reasons.of(name + " at " + point.name(), c)
        : Stream.of(); // the unproven are told among the notes
  }

  private void notes() {
    page.open("ul", "class", "notes").line();
    if (tails) {
      RunFacts.tailNotes(study.rows().toList(), run.timer()).forEach(this::note);
    }
    study.unproven().stream().limit(3).forEach(reason -> note("unproven: " + reason));
    study.points().stream()
        .map(point -> prefix(point) + AnswerWords.of(point.answers()))
        .distinct()
        .forEach(this::note);
    page.close().line();
  }

  private String prefix(PointView point) {
    return study.points().size() > 1 && point.answers().isPresent() ? point.name() + ": " : "";
  }

  private void note(String text) {
    page.element("li", text).line();
  }
}
