package dev.sojourn.results.report;

import dev.sojourn.results.compare.ShiftFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * How latencies differ from the baseline's along the whole distribution: the ratio at each quantile
 * with its simultaneous band, quantiles by the number of their nines. The baseline is the line at
 * 1; the largest value stands one nine beyond the last quantile.
 */
final class ShiftPlot {
  private static final double END_GAP = 1;
  private static final double MARGIN = 0.2;

  private final String title;
  private final List<ShiftFunction> shifts;
  private final Lines lines;
  private final Map<Double, String> places;

  ShiftPlot(String title, List<ShiftFunction> shifts, Lines lines) {
    this.title = title;
    this.shifts = List.copyOf(shifts);
    this.lines = lines;
    this.places = places(shifts.getFirst().points());
  }

  /** Whether any quantile but the largest value is known: one point alone is no curve. */
  static boolean worthDrawing(ShiftFunction shift) {
    return shift.points().stream().filter(ShiftPlot::hasPlace).count() > 1;
  }

  private static Map<Double, String> places(List<ShiftFunction.Point> points) {
    Map<Double, String> places = new LinkedHashMap<>();
    for (int i = 0; i < points.size(); i++) {
      places.put(place(points, i), points.get(i).name());
    }
    return places;
  }

  private static double place(List<ShiftFunction.Point> points, int index) {
    double fraction = points.get(index).fraction();
    return fraction < 1
        ? -Math.log10(1 - fraction)
        : -Math.log10(1 - points.get(index - 1).fraction()) + END_GAP;
  }

  private static boolean hasPlace(ShiftFunction.Point point) {
    return point.known() && point.ratio() > 0 && Double.isFinite(point.ratio());
  }

  void draw(Markup page) {
    double[] values = shifts.stream().flatMapToDouble(ShiftPlot::values).toArray();
    double least = Math.min(0.95, DoubleStream.of(values).min().orElse(1));
    double most = Math.max(1.05, DoubleStream.of(values).max().orElse(1));
    List<Double> ticks = List.copyOf(places.keySet());
    Axis x =
        Axis.linear(ticks.getFirst() - MARGIN, ticks.getLast() + MARGIN, XyPlot.LEFT, XyPlot.RIGHT);
    Axis y = Axis.logAround(least, most, XyPlot.BOTTOM, XyPlot.TOP);
    List<Double> ratios = new ArrayList<>(y.ticks(6));
    new XyPlot(
            title + ": ratio of latencies to the baseline's",
            description(),
            new XyPlot.Scale(x, "percentile", ticks, TickWords.names(places)),
            new XyPlot.Scale(y, "latency / baseline's", ratios, TickWords.COUNT),
            true)
        .draw(page, curves(), areas());
  }

  private static DoubleStream values(ShiftFunction shift) {
    return shift.points().stream()
        .filter(ShiftPlot::hasPlace)
        .flatMapToDouble(
            p -> banded(p) ? DoubleStream.of(p.low(), p.high()) : DoubleStream.of(p.ratio()));
  }

  private static boolean banded(ShiftFunction.Point point) {
    return hasPlace(point) && point.low() > 0 && Double.isFinite(point.high());
  }

  private List<Curve> curves() {
    List<Curve> curves = new ArrayList<>();
    String baseline = shifts.getFirst().reference().method();
    curves.add(
        new Curve(
            baseline,
            lines.place(baseline),
            places.keySet().stream().map(nines -> Curve.Point.of(nines, 1)).toList()));
    for (ShiftFunction shift : shifts) {
      String method = shift.subject().method();
      pieces(shift).forEach(piece -> curves.add(new Curve(method, lines.place(method), piece)));
    }
    return curves;
  }

  private List<Area> areas() {
    List<Area> areas = new ArrayList<>();
    for (ShiftFunction shift : shifts) {
      String style = "band " + Curve.colour(lines.place(shift.subject().method()));
      pieces(shift).stream()
          .filter(piece -> piece.stream().allMatch(p -> p.low() < p.high()))
          .forEach(piece -> areas.add(new Area(style, piece)));
    }
    return areas;
  }

  /** Quantiles beside each other; nothing is drawn across one that a sample cannot carry. */
  private static List<List<Curve.Point>> pieces(ShiftFunction shift) {
    List<ShiftFunction.Point> points = shift.points();
    List<List<Curve.Point>> pieces = new ArrayList<>();
    boolean joined = false;
    for (int i = 0; i < points.size(); i++) {
      if (hasPlace(points.get(i))) {
        if (!joined) {
          pieces.add(new ArrayList<>());
        }
        pieces.getLast().add(point(points, i));
      }
      joined = hasPlace(points.get(i));
    }
    return pieces;
  }

  private static Curve.Point point(List<ShiftFunction.Point> points, int index) {
    ShiftFunction.Point p = points.get(index);
    double x = place(points, index);
    return banded(p)
        ? new Curve.Point(x, p.ratio(), p.low(), p.high())
        : Curve.Point.of(x, p.ratio());
  }

  private String description() {
    long differing =
        shifts.stream()
            .filter(s -> s.points().stream().anyMatch(ShiftFunction.Point::differs))
            .count();
    return "Of "
        + Words.counted(shifts.size(), "method")
        + " "
        + differing
        + " differ from the baseline at some quantile for sure; the numbers are in the table"
        + " below.";
  }
}
