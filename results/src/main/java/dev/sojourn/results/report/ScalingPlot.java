package dev.sojourn.results.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Time per operation against a numeric parameter, both by logarithm: a power law is a straight
 * line.
 */
final class ScalingPlot {
  private final String study;
  private final String parameter;
  private final List<Curve> curves;

  ScalingPlot(String study, String parameter, List<Curve> curves) {
    this.study = study;
    this.parameter = parameter;
    this.curves = List.copyOf(curves);
  }

  void draw(Markup page) {
    double[] xs = each(Curve.Point::x).distinct().sorted().toArray();
    double least = each(Curve.Point::low).min().orElse(1);
    double most = each(Curve.Point::high).max().orElse(1);
    Axis x = Axis.logAround(xs[0], xs[xs.length - 1], XyPlot.LEFT, XyPlot.RIGHT);
    Axis y = Axis.logAround(least, most, XyPlot.BOTTOM, XyPlot.TOP);
    String title = study + ": time per operation by " + parameter;
    String description =
        curves.size()
            + " methods at "
            + xs.length
            + " values of "
            + parameter
            + ", between "
            + Units.time(least)
            + " and "
            + Units.time(most)
            + "; the numbers are in the table below.";
    List<Double> ticks = xs.length <= 6 ? DoubleStream.of(xs).boxed().toList() : x.ticks(6);
    new XyPlot(
            title, description, parameter, "time per operation", ticks, Units::compact, x, y, true)
        .draw(page, curves);
  }

  private DoubleStream each(ToDoubleFunction<Curve.Point> coordinate) {
    return curves.stream().flatMap(c -> c.points().stream()).mapToDouble(coordinate);
  }
}
