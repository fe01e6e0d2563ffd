package dev.sojourn.results.report;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.report.Svg.Dot;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Ratios against the baseline with their intervals, one beneath the other on one logarithmic axis;
 * the baseline is the line at 1. An interval without an end runs to the edge and ends in no stop.
 */
final class ForestPlot {
  private static final double WIDTH = 440;
  private static final double LEFT = 16;
  private static final double RIGHT = WIDTH - 16;

  /** Where the axis ends: the numbers stand beyond. */
  private static final double END = RIGHT - 130;

  private static final double TOP = 26;
  private static final double ROW = 40;
  private static final double MARKER_RADIUS = 5.5;
  private static final double STOP = 4;
  private static final int LABEL_CHARACTERS = 44;

  private final String title;
  private final List<Comparison> rows;
  private final Wording wording;

  /** Rows without a ratio above zero have no place on the axis and are left to the table. */
  private ForestPlot(String title, List<Comparison> rows, Wording wording) {
    this.title = title;
    this.rows = rows.stream().filter(ForestPlot::hasPlace).toList();
    this.wording = wording;
  }

  /**
   * The words of a plot.
   *
   * @param axis what the axis counts
   * @param reference what is at 1
   * @param better at the left end
   * @param worse at the right end
   * @param name a row's name
   * @param word a row's verdict
   * @param place where the table of the numbers is
   */
  private record Wording(
      String axis,
      String reference,
      String better,
      String worse,
      Function<Comparison, String> name,
      Function<Comparison, String> word,
      String place) {}

  /**
   * The methods of a study against its baseline.
   *
   * @param place where the table of the numbers is: {@code above} or {@code below}
   */
  static ForestPlot ofContrasts(String study, List<Comparison> rows, String place) {
    return new ForestPlot(
        study + ": ratio to the baseline",
        rows,
        new Wording(
            "time / baseline's time",
            "the baseline",
            "faster",
            "slower",
            c -> c.subject().method(),
            Finding::contrastWord,
            place));
  }

  /** Two runs of the same code's costs. */
  static ForestPlot ofChanges(String title, List<Comparison> rows) {
    return new ForestPlot(
        title,
        rows,
        new Wording(
            "after / before",
            "the run before",
            "better",
            "worse",
            c -> Changes.name(c) + " " + c.metric().name(),
            c -> c.verdict().word(),
            "below"));
  }

  static boolean hasPlace(Comparison c) {
    return c.ratio() > 0 && Double.isFinite(c.ratio());
  }

  void draw(Markup page) {
    double[] values = rows.stream().flatMapToDouble(ForestPlot::ends).toArray();
    double least = Math.min(0.95, DoubleStream.of(values).min().orElse(1));
    double most = Math.max(1.05, DoubleStream.of(values).max().orElse(1));
    Axis axis = Axis.logAround(least, most, LEFT, END);
    double bottom = TOP + rows.size() * ROW;
    Svg svg = Svg.open(page, WIDTH, bottom + 48, title, description());
    frame(svg, axis, bottom);
    for (int i = 0; i < rows.size(); i++) {
      row(svg, axis, rows.get(i), TOP + i * ROW);
    }
    svg.close();
  }

  private static DoubleStream ends(Comparison c) {
    return c.hasInterval()
        ? DoubleStream.of(c.low(), c.ratio(), c.high())
        : DoubleStream.of(c.ratio());
  }

  private String description() {
    long faster = rows.stream().filter(c -> Finding.of(c) == Finding.BETTER).count();
    long slower = rows.stream().filter(c -> Finding.of(c) == Finding.WORSE).count();
    return "Of "
        + Words.counted(rows.size(), "comparison")
        + " with "
        + wording.reference()
        + " "
        + faster
        + " are "
        + wording.better()
        + " and "
        + slower
        + " "
        + wording.worse()
        + "; the numbers are in the table "
        + wording.place()
        + ".";
  }

  private void frame(Svg svg, Axis axis, double bottom) {
    for (double tick : axis.ticks(6)) {
      double at = axis.at(tick);
      svg.line("grid", new Dot(at, TOP), new Dot(at, bottom));
      svg.text("tick", new Dot(at, bottom + 17), "middle", trimmed(tick));
    }
    svg.line("unit", new Dot(axis.at(1), TOP - 6), new Dot(axis.at(1), bottom));
    svg.text("tick", new Dot(LEFT, 14), "start", "◀ " + wording.better());
    svg.text("tick", new Dot(END, 14), "end", wording.worse() + " ▶");
    svg.text("axis-title", new Dot((LEFT + END) / 2, bottom + 36), "middle", wording.axis());
  }

  private static String trimmed(double tick) {
    return Units.compact(tick);
  }

  private void row(Svg svg, Axis axis, Comparison c, double top) {
    Finding finding = Finding.of(c);
    double y = top + 28;
    String at = c.subject().params().isEmpty() ? "" : "  " + PointView.text(c.subject().params());
    String label = Words.shortened(wording.name().apply(c) + at, LABEL_CHARACTERS);
    svg.text("row-label", new Dot(LEFT, top + 15), "start", label);
    svg.text("row-label", new Dot(RIGHT, y + 4), "end", number(c));
    Dot low = new Dot(c.low() > 0 ? axis.at(c.low()) : LEFT, y);
    Dot high = new Dot(Double.isFinite(c.high()) ? axis.at(c.high()) : END, y);
    String style = "interval " + finding.style();
    svg.line(c.hasInterval() ? style : style + " open", low, high);
    if (c.hasInterval()) {
      stop(svg, style, low);
      stop(svg, style, high);
    }
    svg.marker(finding.style(), finding.marker(), new Dot(axis.at(c.ratio()), y), MARKER_RADIUS);
  }

  private String number(Comparison c) {
    return Units.ratio(c.ratio()) + " " + wording.word().apply(c);
  }

  private static void stop(Svg svg, String style, Dot at) {
    svg.line(style, new Dot(at.x(), at.y() - STOP), new Dot(at.x(), at.y() + STOP));
  }
}
