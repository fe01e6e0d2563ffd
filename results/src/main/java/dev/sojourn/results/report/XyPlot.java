package dev.sojourn.results.report;

import dev.sojourn.results.report.Svg.Dot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The frame scaling curves and spectra share: grid, ticks, titles, lines and a legend beneath.
 *
 * @param title what the plot shows
 * @param description the same for those who cannot see it
 * @param xTitle title of the horizontal axis
 * @param yTitle title of the vertical axis
 * @param xTicks values marked on the horizontal axis
 * @param xLabel how such a value is written
 * @param x horizontal axis, in units of the picture
 * @param y vertical axis, values in nanoseconds
 * @param markers whether every point carries its marker; otherwise only the last of a line
 */
record XyPlot(
    String title,
    String description,
    String xTitle,
    String yTitle,
    List<Double> xTicks,
    DoubleFunction<String> xLabel,
    Axis x,
    Axis y,
    boolean markers) {
  /**
   * Width of the picture; the page scales it, so this only sets how large the words are beside it.
   */
  static final double WIDTH = 440;

  static final double LEFT = 66;
  static final double RIGHT = WIDTH - 26;
  static final double TOP = 12;
  static final double BOTTOM = 252;

  private static final double LEGEND_TOP = BOTTOM + 62;
  private static final double LEGEND_STEP = 20;
  private static final int LEGEND_CHARACTERS = 25;
  private static final double MARKER_RADIUS = 3.6;

  void draw(Markup page, List<Curve> curves) {
    draw(page, curves, List.of());
  }

  /** Areas lie beneath the curves, the first undermost. */
  void draw(Markup page, List<Curve> curves, List<Area> areas) {
    int columns = curves.stream().allMatch(c -> c.name().length() <= LEGEND_CHARACTERS) ? 2 : 1;
    int rows = (curves.size() + columns - 1) / columns;
    Svg svg = Svg.open(page, WIDTH, LEGEND_TOP + rows * LEGEND_STEP - 8, title, description);
    areas.forEach(area -> area(svg, area));
    frame(svg);
    curves.forEach(curve -> curve(svg, curve));
    for (int i = 0; i < curves.size(); i++) {
      int column = i % columns;
      int row = i / columns;
      double left = LEFT + column * (RIGHT - LEFT + 30) / 2;
      legend(svg, curves.get(i), left, LEGEND_TOP + row * LEGEND_STEP, columns);
    }
    svg.close();
  }

  private void frame(Svg svg) {
    for (double tick : y.ticks(6)) {
      double at = y.at(tick);
      svg.line("grid", new Dot(LEFT, at), new Dot(RIGHT, at));
      svg.text("tick", new Dot(LEFT - 6, at + 4), "end", Units.compactTime(tick));
    }
    for (double tick : xTicks) {
      double at = x.at(tick);
      svg.line("grid", new Dot(at, TOP), new Dot(at, BOTTOM));
      svg.text("tick", new Dot(at, BOTTOM + 17), "middle", xLabel.apply(tick));
    }
    svg.line("axis", new Dot(LEFT, BOTTOM), new Dot(RIGHT, BOTTOM));
    svg.text("axis-title", new Dot((LEFT + RIGHT) / 2, BOTTOM + 36), "middle", xTitle);
    svg.uprightText("axis-title", new Dot(13, (TOP + BOTTOM) / 2), yTitle);
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

  private static void legend(Svg svg, Curve curve, double left, double at, int columns) {
    svg.polyline(curve.lineStyle(), List.of(new Dot(left, at - 4), new Dot(left + 30, at - 4)));
    svg.marker(curve.markStyle(), curve.marker(), new Dot(left + 15, at - 4), MARKER_RADIUS);
    int room = columns == 1 ? 2 * LEGEND_CHARACTERS : LEGEND_CHARACTERS;
    svg.text("legend", new Dot(left + 37, at), "start", Words.shortened(curve.name(), room));
  }
}
