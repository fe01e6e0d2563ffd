package dev.sojourn.results.report;

import static dev.sojourn.results.report.MarkdownText.escaped;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.Verdict;
import dev.sojourn.results.compare.WeekPairs;
import dev.sojourn.results.compare.WeekPairs.Meeting;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Two weeks of one run side by side: what their studies measure alike, and which study has no
 * partner. Only time per operation and allocation are shown.
 */
public final class WeeksReport {
  private static final String OPEN = "open";

  /** Before a reason, which must not be cut off for a long name. */
  private static final int MOST_NAME = 120;

  private static final String NOTHING = "Nothing is measured in both weeks.";
  private static final String RULE =
      "Side by side stands what has equal parameters and is the same subject (one method name, no"
          + " baseline) or the same operation (one last word of the study's name).";

  private final Run run;
  private final WeekPairs pairs;

  private WeeksReport(Run run, WeekPairs pairs) {
    this.run = run;
    this.pairs = pairs;
  }

  /**
   * For a terminal.
   *
   * @param run the run
   * @param pairs two of its weeks
   * @param style what the terminal can show
   * @return lines, each ended by a line feed
   */
  public static String text(Run run, WeekPairs pairs, Style style) {
    return new WeeksReport(run, pairs).text(style);
  }

  /**
   * As GitHub-flavoured Markdown.
   *
   * @param run the run
   * @param pairs two of its weeks
   * @return Markdown, lines ended by a line feed
   */
  public static String markdown(Run run, WeekPairs pairs) {
    return new WeeksReport(run, pairs).markdown();
  }

  /**
   * As one HTML page that needs nothing else.
   *
   * @param run the run
   * @param pairs two of its weeks
   * @return the whole of an HTML file, to be written as UTF-8
   */
  public static String html(Run run, WeekPairs pairs) {
    return new WeeksReport(run, pairs).html();
  }

  private String title() {
    return "Weeks " + pairs.first() + " and " + pairs.second() + " of run " + run.label().value();
  }

  private static String relation(Meeting meeting) {
    return meeting.operation().map(o -> "the same operation, " + o).orElse("the same subjects");
  }

  private static String name(Meeting meeting) {
    return meeting.second().name()
        + " (week "
        + meeting.second().week()
        + ") against "
        + meeting.first().name()
        + " (week "
        + meeting.first().week()
        + "): "
        + relation(meeting);
  }

  private static List<Comparison> shown(Meeting meeting) {
    List<String> metrics = List.of(Metric.TIME.name(), Metric.ALLOCATION.name());
    return meeting.comparisons().stream().filter(c -> metrics.contains(c.metric().name())).toList();
  }

  private static String what(Comparison c) {
    String one = c.subject().method();
    String other = c.reference().method();
    return one.equals(other) ? one : one + " / " + other;
  }

  private List<String> heads() {
    return List.of(
        "method",
        "at",
        "metric",
        "week " + pairs.first(),
        "week " + pairs.second(),
        "ratio",
        "95% interval",
        "verdict");
  }

  private static List<String> cells(Comparison c) {
    String unit = c.metric().unit();
    return List.of(
        what(c),
        Changes.params(c),
        c.metric().name(),
        Units.value(c.referenceValue(), unit),
        Units.value(c.subjectValue(), unit),
        Units.ratio(c.ratio()),
        Row.interval(c),
        Finding.contrastWords(c));
  }

  private List<String> alone() {
    return pairs.alone().stream().map(a -> a.study().name() + ": " + a.reason() + ".").toList();
  }

  /** Of a meeting's open rows of a kind, why nothing is said of them. */
  private static List<String> reasons(Meeting meeting, Predicate<Comparison> kind) {
    return shown(meeting).stream()
        .filter(kind)
        .flatMap(
            c -> {
              String row = Words.plain(Reasons.row(what(c), c));
              return Reasons.of(Words.elided(row, MOST_NAME), c);
            })
        .toList();
  }

  private static boolean isBeyondPairs(Comparison c) {
    return c.verdict() instanceof Verdict.Inconclusive open && open.morePairs() <= 0;
  }

  private static List<String> unproven(Meeting meeting) {
    return shown(meeting).stream()
        .filter(c -> Finding.of(c) == Finding.UNPROVEN)
        .map(c -> c.verdict().reason())
        .distinct()
        .toList();
  }

  private String text(Style style) {
    TextPage page = new TextPage(style);
    page.heading(title());
    if (pairs.meetings().isEmpty()) {
      page.paragraph("", NOTHING);
    }
    for (Meeting meeting : pairs.meetings()) {
      page.gap();
      page.paragraph("", name(meeting));
      page.table("  ", table(meeting, style));
      // What more pairs would settle is said in the row itself, and text has no folds.
      reasons(meeting, WeeksReport::isBeyondPairs)
          .forEach(reason -> page.paragraph("  why not: ", reason));
      unproven(meeting).forEach(reason -> page.paragraph("  unproven: ", reason));
    }
    page.gap();
    alone().forEach(sentence -> page.paragraph("alone: ", sentence));
    page.paragraph("", RULE);
    return page.toString();
  }

  private TextTable table(Meeting meeting, Style style) {
    String then = "week " + pairs.first();
    String now = "week " + pairs.second();
    TextTable table = new TextTable("wrrrlw", "method", then, now, "ratio", "95% interval", "");
    for (Comparison c : shown(meeting)) {
      List<String> cells = cells(c);
      String metric = c.metric().equals(Metric.TIME) ? "" : " " + c.metric().name();
      table.row(
          words -> Finding.of(c).painted(style, words),
          what(c) + " " + Changes.params(c) + metric,
          cells.get(3),
          cells.get(4),
          cells.get(5),
          cells.get(6),
          cells.get(7));
    }
    return table;
  }

  private String markdown() {
    MarkdownPage page = new MarkdownPage();
    page.line("## " + escaped(title()));
    page.gap();
    if (pairs.meetings().isEmpty()) {
      page.line(NOTHING);
      page.gap();
    }
    int left = 0;
    for (Meeting meeting : pairs.meetings()) {
      left +=
          page.table(
              markdownHeads(meeting), shown(meeting).stream().map(WeeksReport::row).toList());
      page.gap();
    }
    page.leftOut(left, "comparison", "comparisons");
    page.notes("- alone: ", alone(), "");
    page.gap();
    List<String> reasons =
        pairs.meetings().stream().flatMap(m -> reasons(m, c -> true).stream()).toList();
    if (!reasons.isEmpty()) {
      page.line("<details><summary>" + Reasons.title(reasons.size(), OPEN) + "</summary>");
      page.gap();
      page.notes("- ", reasons, "");
      page.gap();
      page.line("</details>");
      page.gap();
    }
    page.line(escaped(RULE));
    return page.toString();
  }

  private List<String> markdownHeads(Meeting meeting) {
    return List.of(
        "**" + MarkdownPage.sentence(name(meeting)) + "**",
        "",
        MarkdownPage.row(heads()),
        "|:--|:--|:--|--:|--:|--:|:--|:--|");
  }

  private static String row(Comparison c) {
    return MarkdownPage.row(cells(c).stream().map(MarkdownPage::name).toList());
  }

  private String html() {
    return HtmlPage.of(title() + " - Sojourn", this::banner, this::results, RULE);
  }

  private void banner(Markup page) {
    page.element("h1", title()).line();
    String when = RunFacts.of(run, Optional.empty()).getOrDefault("when", "");
    page.element("p", when, "class", "lead").line();
  }

  private void results(Markup page) {
    if (pairs.meetings().isEmpty()) {
      page.element("p", NOTHING).line();
    }
    for (Meeting meeting : pairs.meetings()) {
      page.open("section").element("h2", name(meeting)).line();
      HtmlTable table = HtmlTable.open(page, name(meeting), heads());
      for (Comparison c : shown(meeting)) {
        List<String> cells = cells(c);
        table.row(cells.getFirst());
        cells.subList(1, cells.size() - 1).forEach(table::cell);
        table.cell(cells.getLast(), Finding.of(c).style(), c.verdict().reason()).endRow();
      }
      table.close();
      Reasons.fold(page, reasons(meeting, c -> true), OPEN);
      page.close().line();
    }
    if (!pairs.alone().isEmpty()) {
      page.open("section").element("h2", "Without a partner").open("ul").line();
      alone().forEach(sentence -> page.element("li", sentence).line());
      page.close().close().line();
    }
  }
}
