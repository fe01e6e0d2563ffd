package dev.sojourn.results.report;

import dev.sojourn.results.report.Svg.Dot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The frame all plots of two axes share: grid, ticks, titles, lines and a legend beneath.
 *
 * <p>What has a place by its values lies in a picture of its own within, so that a reader may zoom
 * by choosing which part of it is shown; ticks carry a class that says which axis they go along,
 * and the inner picture says what its axes show, so that a part of them can be marked anew.
 *
 * @param title what the plot shows
 * @param description the same for those who cannot see it
 * @param x horizontal scale, in units of the picture
 * @param y vertical scale
 * @param markers whether every point carries its marker; otherwise only the last of a line
 * @param rules upright lines at values of x
 * @param spots single points of note
 */
record XyPlot(
    String title,
    String description,
    Scale x,
    Scale y,
    boolean markers,
    List<Rule> rules,
    List<Spot> spots) {
  /**
   * Width of the picture; the page scales it, so this only sets how large the words are beside it.
   */
  static final double WIDTH = 440;

  static final double LEFT = 66;
  static final double RIGHT = WIDTH - 26;
  static final double TOP = 20;
  static final double BOTTOM = 260;

  private static final double LEGEND_TOP = BOTTOM + 62;
  private static final double LEGEND_STEP = 20;
  private static final int LEGEND_CHARACTERS = 18;
  private static final double MARKER_RADIUS = 3.6;
  private static final double SPOT_RADIUS = 6;

  /** A tick's characters are seldom wider. */
  static final double TICK_CHARACTER = 6.8;

  XyPlot {
    rules = List.copyOf(rules);
    spots = List.copyOf(spots);
  }

  XyPlot(String title, String description, Scale x, Scale y, boolean markers) {
    this(title, description, x, y, markers, List.of(), List.of());
  }

  /**
   * One axis with its words.
   *
   * @param axis where values lie
   * @param title what it counts
   * @param ticks values marked on it
   * @param words how such a value is written
   */
  record Scale(Axis axis, String title, List<Double> ticks, TickWords words) {
    Scale {
      ticks = List.copyOf(ticks);
    }

    double at(double value) {
      return axis.at(value);
    }

    /** The axis for the script, which marks it anew when a part of it is shown. */
    String data() {
      String shape = axis.logarithmic() ? "log " : "linear ";
      return shape + axis.low() + " " + axis.high() + " " + words.kind();
    }
  }

  /**
   * An upright line, such as the size of a cache.
   *
   * @param x where
   * @param label a word at its top, or none
   */
  record Rule(double x, String label) {}

  /**
   * A point of note, such as a change of level.
   *
   * @param x where
   * @param y where
   * @param finding what it tells
   */
  record Spot(double x, double y, Finding finding) {}

  void draw(Markup page, List<Curve> curves) {
    draw(page, curves, List.of());
  }

  /** Areas lie beneath the curves, the first undermost. */
  void draw(Markup page, List<Curve> curves, List<Area> areas) {
    List<Curve> named = named(curves);
    int columns = named.stream().allMatch(c -> c.legend().length() <= LEGEND_CHARACTERS) ? 2 : 1;
    int rows = (named.size() + columns - 1) / columns;
    Svg svg = Svg.open(page, WIDTH, LEGEND_TOP + rows * LEGEND_STEP - 8, title, description);
    svg.openPlot(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, scales());
    areas.forEach(area -> area(svg, area));
    grid(svg);
    curves.forEach(curve -> curve(svg, curve));
    spots.forEach(spot -> spot(svg, spot));
    svg.closePlot();
    words(svg);
    for (int i = 0; i < named.size(); i++) {
      int column = i % columns;
      int row = i / columns;
      double left = LEFT + column * (RIGHT - LEFT + 30) / 2;
      legend(svg, named.get(i), left, LEGEND_TOP + row * LEGEND_STEP, columns);
    }
    svg.close();
  }

  private String[] scales() {
    List<String> data = new ArrayList<>(List.of("data-x", x.data(), "data-y", y.data()));
    if (x.words() instanceof TickWords.Names names) {
      data.addAll(List.of("data-names", names.json()));
    }
    return data.toArray(String[]::new);
  }

  /** A line in several parts is named once. */
  private static List<Curve> named(List<Curve> curves) {
    Set<String> seen = new HashSet<>();
    return curves.stream().filter(curve -> seen.add(curve.name())).toList();
  }

  private void grid(Svg svg) {
    for (double tick : y.ticks()) {
      svg.line("grid", new Dot(LEFT, y.at(tick)), new Dot(RIGHT, y.at(tick)));
    }
    for (double tick : x.ticks()) {
      svg.line("grid", new Dot(x.at(tick), TOP), new Dot(x.at(tick), BOTTOM));
    }
    for (Rule rule : rules) {
      svg.line("rule", new Dot(x.at(rule.x()), TOP), new Dot(x.at(rule.x()), BOTTOM));
    }
  }

  private void words(Svg svg) {
    for (double tick : y.ticks()) {
      svg.text("tick at-y", new Dot(LEFT - 6, y.at(tick) + 4), "end", y.words().at(tick));
    }
    for (double tick : x.ticks()) {
      TickWords.Name name = x.words().at(tick);
      svg.text("tick at-x", new Dot(within(x.at(tick), name), BOTTOM + 17), "middle", name);
    }
    rules.stream()
        .filter(rule -> !rule.label().isEmpty())
        .forEach(
            r -> svg.text("tick rule-name", new Dot(x.at(r.x()), TOP - 6), "middle", r.label()));
    svg.line("axis", new Dot(LEFT, BOTTOM), new Dot(RIGHT, BOTTOM));
    svg.text("axis-title", new Dot((LEFT + RIGHT) / 2, BOTTOM + 36), "middle", x.title());
    svg.uprightText("axis-title", new Dot(13, (TOP + BOTTOM) / 2), y.title());
  }

  /** Where the middle of a name must be for all of it to lie in the picture. */
  private static double within(double middle, TickWords.Name name) {
    double half = TICK_CHARACTER * Words.columns(name.shown()) / 2;
    return Math.clamp(middle, half, Math.max(half, WIDTH - half));
  }

  private void area(Svg svg, Area area) {
    List<Dot> outline = new ArrayList<>();
    area.points().forEach(p -> outline.add(new Dot(x.at(p.x()), y.at(p.high()))));
    area.points().reversed().forEach(p -> outline.add(new Dot(x.at(p.x()), y.at(p.low()))));
    if (area.points().size() > 1) {
      svg.polygon("area " + area.style(), outline);
    }
  }

  private void curve(Svg svg, Curve curve) {
    List<Dot> dots = curve.points().stream().map(p -> new Dot(x.at(p.x()), y.at(p.y()))).toList();
    if (dots.size() > 1) {
      svg.polyline(curve.lineStyle(), dots);
    }
    for (int i = markers ? 0 : Math.max(0, dots.size() - 1); i < dots.size(); i++) {
      whisker(svg, curve, curve.points().get(i));
      svg.marker(curve.markStyle(), curve.marker(), dots.get(i), MARKER_RADIUS);
    }
  }

  private void whisker(Svg svg, Curve curve, Curve.Point p) {
    if (p.low() < p.high()) {
      double at = x.at(p.x());
      svg.line(
          "whisker " + curve.markStyle(), new Dot(at, y.at(p.low())), new Dot(at, y.at(p.high())));
    }
  }

  private void spot(Svg svg, Spot spot) {
    Finding finding = spot.finding();
    Dot at = new Dot(x.at(spot.x()), y.at(spot.y()));
    svg.marker(finding.style(), finding.marker(), at, SPOT_RADIUS);
  }

  private static void legend(Svg svg, Curve curve, double left, double at, int columns) {
    svg.polyline(curve.lineStyle(), List.of(new Dot(left, at - 4), new Dot(left + 30, at - 4)));
    svg.marker(curve.markStyle(), curve.marker(), new Dot(left + 15, at - 4), MARKER_RADIUS);
    int room = (columns == 1 ? 2 * LEGEND_CHARACTERS : LEGEND_CHARACTERS) - curve.note().length();
    String name = Words.shortened(curve.name(), Math.max(8, room));
    svg.text("legend", new Dot(left + 37, at), "start", name + curve.note());
  }
}
