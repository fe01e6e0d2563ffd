package dev.sojourn.results.report;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.PlatformTail;
import dev.sojourn.results.compare.ShiftFunction;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The plots of a study side by side where there is room, each with its numbers behind it. */
final class HtmlPlots {
  /** More pictures of one kind than this would bury the study; the table has every number. */
  private static final int MOST_OF_A_KIND = 8;

  private static final int MOST_FOREST_ROWS = 40;

  private static final String BANDS =
      " Bands: 95% of the curves of forks drawn anew; they belong to these curves and say nothing"
          + " of the table's percentiles.";

  private static final String PLATFORM =
      " Shaded: below twice the platform's own hiccups, where nothing is claimed.";

  private static final String SHIFT =
      "Shift function: the ratio of latencies to the baseline's at each percentile that the"
          + " samples carry; whiskers and shade: the band that holds all six true ratios at once in"
          + " 95 of 100 runs, where there were pairs enough. ";

  private final Markup page;
  private final RunView view;
  private final Run run;
  private final StudyView study;
  private final Archive archive;
  private final boolean full;
  private final List<Comparison> contrasts;
  private final Lines lines;

  /**
   * The plots of a study.
   *
   * @param archive the other runs, for the history
   * @param full whether every plot is drawn, or only the ratios
   */
  HtmlPlots(Markup page, RunView view, StudyView study, Archive archive, boolean full) {
    this.page = page;
    this.view = view;
    this.run = view.part(study.card());
    this.study = study;
    this.archive = archive;
    this.full = full;
    this.lines = Lines.of(run, study);
    this.contrasts = study.contrasts().filter(ForestPlot::hasPlace).toList();
  }

  void write() {
    List<Scaling> scalings = full ? Scaling.of(study, lines) : List.of();
    List<PointView> spectra =
        full ? study.points().stream().filter(PointView::hasTails).toList() : List.of();
    List<PointView> shifts =
        full ? study.points().stream().filter(p -> !drawable(p).isEmpty()).toList() : List.of();
    Optional<HtmlHistory> history =
        full ? HtmlHistory.of(page, view, study, archive, lines) : Optional.empty();
    if (contrasts.isEmpty()
        && scalings.isEmpty()
        && spectra.isEmpty()
        && shifts.isEmpty()
        && history.isEmpty()) {
      notDrawn(0);
      return;
    }
    page.element("h5", "Plots").line();
    page.open("div", "class", "plots").line();
    if (!contrasts.isEmpty()) {
      forest();
    }
    scalings.stream().limit(MOST_OF_A_KIND).forEach(this::scaling);
    spectra.stream().limit(MOST_OF_A_KIND).forEach(this::spectrum);
    shifts.stream().limit(MOST_OF_A_KIND).forEach(this::shift);
    history.ifPresent(HtmlHistory::write);
    page.close().line();
    notDrawn(
        beyond(scalings.size(), MOST_OF_A_KIND)
            + beyond(spectra.size(), MOST_OF_A_KIND)
            + beyond(shifts.size(), MOST_OF_A_KIND)
            + beyond(contrasts.size(), MOST_FOREST_ROWS));
  }

  private void notDrawn(int more) {
    if (!full) {
      page.open("p", "class", "quiet").text("On a page of so many studies only ratios are drawn. ");
      page.text("Every plot of this one: ")
          .element("code", view.commands().report(run, study.card()));
      page.close().line();
    } else {
      notDrawn(page, more);
    }
  }

  /** Says how much there was no room for; nothing when there was for all. */
  static void notDrawn(Markup page, int more) {
    if (more > 0) {
      page.element("p", "Not drawn, but in the table: " + more + " more.", "class", "quiet").line();
    }
  }

  private static int beyond(int count, int most) {
    return Math.max(0, count - most);
  }

  private void forest() {
    List<Comparison> shown = contrasts.stream().limit(MOST_FOREST_ROWS).toList();
    ForestPlot plot = ForestPlot.ofContrasts(study.card().name(), shown, full ? "below" : "above");
    HtmlFigure figure =
        HtmlFigure.open(page, plot::draw, "Time against the baseline: ratio and its 95% interval.");
    if (full) {
      List<String> heads = List.of("method", "at", "ratio", "low", "high", "verdict");
      figure.data("Data of the ratios", heads, table -> shown.forEach(c -> row(table, c)));
    } else {
      figure.end(); // the study's numbers tell them all; a fold costs a browser a style sheet
    }
  }

  private static void row(HtmlTable table, Comparison c) {
    table.row(c.subject().method()).cell(Changes.params(c)).cell(Units.ratio(c.ratio()));
    table.cell(Units.ratio(c.low())).cell(Units.ratio(c.high()));
    table.cell(Finding.contrastWord(c)).endRow();
  }

  private void scaling(Scaling scaling) {
    ScalingPlot plot =
        new ScalingPlot(study.card().name(), scaling, CacheRules.of(run.machine(), study, scaling));
    String rest = scaling.fixed().isEmpty() ? "" : " at " + PointView.text(scaling.fixed());
    String caption =
        "Time per operation by "
            + scaling.parameter()
            + rest
            + "; whiskers: fastest and slowest fork. Slope: the power of "
            + scaling.parameter()
            + " that time grows with."
            + caches(scaling, plot.caches());
    List<String> heads =
        List.of("method", scaling.parameter(), "time/op", "fastest", "slowest", "slope");
    HtmlFigure.open(page, plot::draw, caption)
        .data(
            "Data of the curves",
            heads,
            table -> scaling.curves().forEach(curve -> rows(table, curve)));
  }

  private static void rows(HtmlTable table, Curve curve) {
    for (Curve.Point p : curve.points()) {
      table.row(curve.name()).cell(Units.compact(p.x())).cell(Units.time(p.y()));
      table.cell(Units.time(p.low())).cell(Units.time(p.high())).cell(curve.slopeText()).endRow();
    }
  }

  /** Caches hold bytes: where the axis counts something else they are told and not drawn. */
  private String caches(Scaling scaling, List<XyPlot.Rule> drawn) {
    String all = RunFacts.caches(run.machine());
    if (all.isEmpty()) {
      return "";
    }
    if (!CacheRules.tellsBytes(study, scaling)) {
      return " Caches: "
          + all
          + "; not drawn, for the study does not say how many bytes its data take at a "
          + scaling.parameter()
          + ".";
    }
    if (drawn.isEmpty()) {
      return " No cache fills within these values.";
    }
    String those = RunFacts.caches(run.machine(), drawn.stream().map(XyPlot.Rule::label).toList());
    return " Upright lines: where the baseline's data fill a cache, " + those + ".";
  }

  private void spectrum(PointView point) {
    List<Tail> tails =
        point.rows().stream()
            .filter(row -> row.tail().isPresent())
            .flatMap(row -> run.views(row.arm()).stream())
            .toList();
    Spectrum spectrum =
        new Spectrum(
            study.card().name() + ", " + point.name(),
            tails,
            PlatformTail.of(run, tails.stream().map(Tail::arm).distinct().toList()),
            lines);
    String unit = spectrum.batch() > 1 ? "latency per operation" : "latency";
    String batch = spectrum.batch() > 1 ? " of " + spectrum.batch() + "-op batches, per op" : "";
    String caption =
        "Percentile spectrum"
            + batch
            + ", "
            + spectrum.title()
            + ": all forks merged, so read its shape; the table's percentiles are over forks."
            + (spectrum.hasBands() ? BANDS : "")
            + (spectrum.hasPlatform() ? PLATFORM : "");
    SpectrumPlot plot =
        new SpectrumPlot(
            spectrum.title(), unit, spectrum.curves(), spectrum.methods(), spectrum.areas());
    HtmlFigure.open(page, plot::draw, caption)
        .data(
            "Data of the spectrum",
            spectrum.heads(),
            table -> spectrum.lines().forEach(line -> cells(table, line)));
  }

  private static void cells(HtmlTable table, List<String> line) {
    table.row(line.getFirst());
    line.stream().skip(1).forEach(table::cell);
    table.endRow();
  }

  private static List<ShiftFunction> drawable(PointView point) {
    return point.shifts().stream().filter(ShiftPlot::worthDrawing).toList();
  }

  private void shift(PointView point) {
    List<ShiftFunction> shifts = drawable(point);
    String title = study.card().name() + ", " + point.name();
    List<String> heads =
        Stream.concat(
                Stream.of("method"),
                shifts.getFirst().points().stream().map(ShiftFunction.Point::name))
            .toList();
    HtmlFigure.open(page, new ShiftPlot(title, shifts, lines)::draw, SHIFT + title + ".")
        .data(
            "Data of the shift function",
            heads,
            table -> shifts.forEach(shift -> HtmlNumbers.row(table, shift)));
  }
}
