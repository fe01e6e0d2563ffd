package dev.sojourn.results.report;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What differs between two runs as one HTML page that needs nothing else: what changed, by effect;
 * what is open, with what it would take; what is equivalent, folded away; and what a reader must
 * know of the two runs first.
 */
public final class HtmlComparison {
  private static final int MOST_FOREST_ROWS = 40;

  private static final String FOOTER =
      "A ratio is after / before, of a cost: below 1 is better. Its interval holds the true ratio"
          + " in 95 of 100 such comparisons. Of all that is called regressed or improved, at most"
          + " one in twenty is expected to be wrong.";

  private final RunComparison comparison;
  private final Optional<Calibration> calibration;
  private final Changes changes;

  private HtmlComparison(RunComparison comparison, Optional<Calibration> calibration) {
    this.comparison = comparison;
    this.calibration = calibration;
    this.changes = Changes.of(comparison);
  }

  /**
   * The page.
   *
   * @param comparison two runs compared
   * @param calibration what is known of the later run's machine, if anything
   * @return the whole of an HTML file, to be written as UTF-8
   */
  public static String page(RunComparison comparison, Optional<Calibration> calibration) {
    return new HtmlComparison(comparison, calibration).page();
  }

  private String page() {
    return HtmlPage.of(title() + " - Sojourn", this::banner, this::results, FOOTER);
  }

  private String title() {
    return comparison.after().label().value() + " against " + comparison.before().label().value();
  }

  private void banner(Markup page) {
    page.element("h1", title()).line();
    page.element("p", changes.summary() + ".", "class", "lead").line();
    String sight = CalibrationWords.of(comparison, calibration);
    if (!sight.isEmpty()) {
      page.element("p", sight, "class", "quiet").line();
    }
  }

  private void results(Markup page) {
    stamps(page);
    page.open("section", "aria-labelledby", "changes").line();
    page.element("h2", "Changes", "id", "changes").line();
    if (changes.shown().isEmpty()) {
      page.element("p", changes.counts().isEmpty() ? "Nothing to compare." : "None.").line();
    } else {
      plot(page);
      table(page, "Changes, by effect", changes.shown());
      page.open("ul", "class", "notes").line();
      changes.remedies().forEach(remedy -> page.element("li", remedy).line());
      page.close().line();
      Reasons.fold(page, changes.shown().stream().flatMap(HtmlComparison::reason).toList(), "open");
    }
    equivalents(page);
    page.close().line();
    runs(page);
  }

  private void stamps(Markup page) {
    List<String> warnings = comparison.warnings();
    if (warnings.isEmpty()) {
      return;
    }
    page.open("section", "aria-labelledby", "know").element("h2", "Know first", "id", "know");
    page.open("ul", "class", "stamps").line();
    warnings.forEach(warning -> page.element("li", warning).line());
    page.close().close().line();
  }

  private void plot(Markup page) {
    List<Comparison> placed = changes.shown().stream().filter(ForestPlot::hasPlace).toList();
    List<Comparison> drawn = placed.stream().limit(MOST_FOREST_ROWS).toList();
    if (drawn.isEmpty()) {
      return;
    }
    ForestPlot plot = ForestPlot.ofChanges(title() + ": ratios", drawn);
    HtmlFigure.open(page, plot::draw, "After / before: ratio and its 95% interval.")
        .data(
            "Data of the ratios",
            List.of("what", "ratio", "low", "high"),
            table -> drawn.forEach(c -> drawn(table, c)));
    HtmlPlots.notDrawn(page, placed.size() - drawn.size());
  }

  private static Stream<String> reason(Comparison c) {
    return Reasons.of(Reasons.row(Changes.name(c), c), c);
  }

  private static void drawn(HtmlTable table, Comparison c) {
    table.row(Changes.name(c) + " " + Changes.params(c)).cell(Units.ratio(c.ratio()));
    table.cell(Units.ratio(c.low())).cell(Units.ratio(c.high())).endRow();
  }

  private static void table(Markup page, String caption, List<Comparison> rows) {
    List<String> heads =
        List.of("method", "at", "metric", "before", "after", "ratio", "95% interval", "verdict");
    HtmlTable table = HtmlTable.open(page, caption, heads);
    for (Comparison c : rows) {
      String unit = c.metric().unit();
      table.row(Changes.name(c)).cell(Changes.params(c)).cell(c.metric().name());
      table.cell(Units.value(c.referenceValue(), unit)).cell(Units.value(c.subjectValue(), unit));
      table.cell(Units.ratio(c.ratio())).cell(Row.interval(c));
      table.cell(Finding.comparisonWords(c), Finding.of(c).style(), c.verdict().reason()).endRow();
    }
    table.close();
  }

  private void equivalents(Markup page) {
    List<Comparison> equivalent = changes.equivalent();
    if (equivalent.isEmpty()) {
      return;
    }
    String summary = Units.count(equivalent.size()) + " equivalent";
    page.open("details").element("summary", summary).line();
    table(page, summary, equivalent);
    page.close().line();
  }

  private void runs(Markup page) {
    Run before = comparison.before();
    Run after = comparison.after();
    page.open("section", "aria-labelledby", "runs").element("h2", "The two runs", "id", "runs");
    HtmlTable table =
        HtmlTable.open(page, "The two runs", List.of("fact", "run before", "run after"));
    table.row("label").words(before.label().value()).words(after.label().value()).endRow();
    Map<String, String> then = RunFacts.of(before, Optional.empty());
    Map<String, String> now = RunFacts.of(after, Optional.empty());
    Set<String> facts = new TreeSet<>(then.keySet());
    facts.addAll(now.keySet());
    facts.remove("sight"); // the later run's is above, for both
    for (String fact : facts) {
      table
          .row(fact)
          .words(then.getOrDefault(fact, "-"))
          .words(now.getOrDefault(fact, "-"))
          .endRow();
    }
    table.close();
    Reproduce.comparison(before, after)
        .ifPresent(
            again -> {
              page.element("p", again.words(), "class", "quiet");
              page.open("pre").element("code", again.text()).close().line();
            });
    page.close().line();
  }
}
