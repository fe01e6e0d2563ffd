package dev.sojourn.results.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Time per operation against a numeric parameter, both by logarithm: a power law is a straight
 * line, and its slope is the power.
 */
final class ScalingPlot {
  private final String study;
  private final Scaling scaling;
  private final double[] xs;
  private final Axis x;
  private final List<XyPlot.Rule> caches;

  /** Caches are upright lines where the parameter can be told in bytes. */
  ScalingPlot(String study, Scaling scaling, List<XyPlot.Rule> caches) {
    this.study = study;
    this.scaling = scaling;
    this.xs = each(Curve.Point::x).distinct().sorted().toArray();
    this.x = Axis.logAround(xs[0], xs[xs.length - 1], XyPlot.LEFT, XyPlot.RIGHT);
    this.caches =
        caches.stream().filter(rule -> rule.x() > x.low() && rule.x() < x.high()).toList();
  }

  /** The caches that are full at a value the plot shows. */
  List<XyPlot.Rule> caches() {
    return caches;
  }

  void draw(Markup page) {
    List<Curve> curves = scaling.curves().stream().map(Curve::withSlope).toList();
    String parameter = scaling.parameter();
    double least = each(Curve.Point::low).min().orElse(1);
    double most = each(Curve.Point::high).max().orElse(1);
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
            title,
            description,
            new XyPlot.Scale(x, parameter, ticks, TickWords.COUNT),
            new XyPlot.Scale(y, "time per operation", y.ticks(6), TickWords.TIME),
            true,
            caches,
            List.of())
        .draw(page, curves);
  }

  private DoubleStream each(ToDoubleFunction<Curve.Point> coordinate) {
    return scaling.curves().stream().flatMap(c -> c.points().stream()).mapToDouble(coordinate);
  }
}
