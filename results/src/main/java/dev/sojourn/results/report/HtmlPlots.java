package dev.sojourn.results.report;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.PlatformTail;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.util.List;
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

  private final Markup page;
  private final Run run;
  private final StudyView study;
  private final List<Comparison> contrasts;
  private final List<Scaling> scalings;
  private final List<Spectrum> spectra;

  HtmlPlots(Markup page, Run run, StudyView study) {
    this.page = page;
    this.run = run;
    this.study = study;
    this.contrasts = study.contrasts().filter(ForestPlot::hasPlace).toList();
    this.scalings = Scaling.of(study);
    this.spectra = study.points().stream().flatMap(this::spectrum).toList();
  }

  void write() {
    if (contrasts.isEmpty() && scalings.isEmpty() && spectra.isEmpty()) {
      return;
    }
    page.element("h4", "Plots").line();
    page.open("div", "class", "plots").line();
    if (!contrasts.isEmpty()) {
      forest();
    }
    scalings.stream().limit(MOST_OF_A_KIND).forEach(this::scaling);
    spectra.stream().limit(MOST_OF_A_KIND).forEach(this::spectrum);
    page.close().line();
    int more =
        beyond(scalings.size(), MOST_OF_A_KIND)
            + beyond(spectra.size(), MOST_OF_A_KIND)
            + beyond(contrasts.size(), MOST_FOREST_ROWS);
    if (more > 0) {
      page.element("p", "Not drawn, but in the table: " + more + " more.", "class", "quiet").line();
    }
  }

  private static int beyond(int count, int most) {
    return Math.max(0, count - most);
  }

  private Stream<Spectrum> spectrum(PointView point) {
    List<Tail> tails =
        point.rows().stream()
            .filter(row -> row.tail().isPresent())
            .flatMap(row -> run.views(row.arm()).stream())
            .toList();
    return tails.isEmpty()
        ? Stream.of()
        : Stream.of(
            new Spectrum(
                study.card().name() + ", " + point.name(),
                tails,
                PlatformTail.of(run, tails.stream().map(Tail::arm).distinct().toList())));
  }

  private void forest() {
    List<Comparison> shown = contrasts.stream().limit(MOST_FOREST_ROWS).toList();
    page.open("figure").line();
    new ForestPlot(study.card().name(), shown).draw(page);
    caption("Time against the baseline: ratio and its 95% interval.");
    List<String> heads = List.of("method", "at", "ratio", "low", "high", "verdict");
    HtmlTable table = data("Data of the ratios", heads);
    for (Comparison c : shown) {
      table.row(c.subject().method()).cell(Changes.params(c)).cell(Units.ratio(c.ratio()));
      table.cell(Units.ratio(c.low())).cell(Units.ratio(c.high()));
      table.cell(Finding.contrastWord(c)).endRow();
    }
    endData(table);
  }

  private void scaling(Scaling scaling) {
    page.open("figure").line();
    new ScalingPlot(study.card().name(), scaling.parameter(), scaling.curves()).draw(page);
    String rest = scaling.fixed().isEmpty() ? "" : " at " + PointView.text(scaling.fixed());
    caption(
        "Time per operation by "
            + scaling.parameter()
            + rest
            + "; whiskers: fastest and slowest fork."
            + caches());
    List<String> heads = List.of("method", scaling.parameter(), "time/op", "fastest", "slowest");
    HtmlTable table = data("Data of the curves", heads);
    for (Curve curve : scaling.curves()) {
      for (Curve.Point p : curve.points()) {
        table.row(curve.name()).cell(Units.compact(p.x())).cell(Units.time(p.y()));
        table.cell(Units.time(p.low())).cell(Units.time(p.high())).endRow();
      }
    }
    endData(table);
  }

  /** Caches hold bytes and the axis counts elements, so they are told and not drawn. */
  private String caches() {
    String text = RunFacts.caches(run.machine());
    return text.isEmpty() ? "" : " Caches: " + text + ".";
  }

  private void spectrum(Spectrum spectrum) {
    page.open("figure").line();
    String unit = spectrum.batch() > 1 ? "latency per operation" : "latency";
    new SpectrumPlot(spectrum.title(), unit, spectrum.curves(), spectrum.areas()).draw(page);
    String batch = spectrum.batch() > 1 ? " of " + spectrum.batch() + "-op batches, per op" : "";
    caption(
        "Percentile spectrum"
            + batch
            + ", "
            + spectrum.title()
            + ": all forks merged, so read its shape; the table's percentiles are over forks."
            + (spectrum.hasBands() ? BANDS : "")
            + (spectrum.hasPlatform() ? PLATFORM : ""));
    HtmlTable table = data("Data of the spectrum", spectrum.heads());
    spectrum.lines().forEach(line -> cells(table, line));
    endData(table);
  }

  private static void cells(HtmlTable table, List<String> line) {
    table.row(line.getFirst());
    line.stream().skip(1).forEach(table::cell);
    table.endRow();
  }

  private void caption(String text) {
    page.element("figcaption", text).line();
  }

  private HtmlTable data(String summary, List<String> heads) {
    page.open("details").element("summary", summary).line();
    return HtmlTable.open(page, summary, heads);
  }

  private void endData(HtmlTable table) {
    table.close();
    page.close().close().line();
  }
}
