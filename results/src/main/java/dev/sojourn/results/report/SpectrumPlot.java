package dev.sojourn.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole of a latency distribution, its rare end as wide as its common one: percentiles by the
 * number of their nines, latency by logarithm.
 */
final class SpectrumPlot {
  /** Between the words of two ticks. */
  private static final double GAP = 4;

  private final String title;
  private final String unitOfValue;
  private final List<Curve> curves;
  private final double least;
  private final List<Area> areas;

  /**
   * Curves have {@link Nines} as x and nanoseconds as y.
   *
   * @param measured how many of the curves, from the first on, say where the axis begins: an idle
   *     machine's median would press all others together
   */
  SpectrumPlot(
      String title, String unitOfValue, List<Curve> curves, int measured, List<Area> areas) {
    this.title = title;
    this.unitOfValue = unitOfValue;
    this.least = points(curves.subList(0, measured)).mapToDouble(Curve.Point::y).min().orElse(1);
    this.curves = curves.stream().map(curve -> curve.from(least)).toList();
    this.areas = List.copyOf(areas);
  }

  void draw(Markup page) {
    double nines = Math.max(1, points(curves).mapToDouble(Curve.Point::x).max().orElse(1));
    double most = points(curves).mapToDouble(Curve.Point::y).max().orElse(1);
    Axis x = Axis.linear(0, nines * 1.02, XyPlot.LEFT, XyPlot.RIGHT);
    Axis y = Axis.logAround(least, most, XyPlot.BOTTOM, XyPlot.TOP);
    String description =
        "Latency by percentile for "
            + curves.size()
            + " lines, from "
            + Units.time(least)
            + " to "
            + Units.time(most)
            + "; the numbers are in the table below.";
    new XyPlot(
            title,
            description,
            new XyPlot.Scale(x, "percentile", ticks(x, (int) nines), TickWords.NINES),
            new XyPlot.Scale(y, unitOfValue, y.ticks(6), TickWords.TIME),
            false)
        .draw(page, curves, areas);
  }

  /** The whole nines from none on, but for those whose words would touch the ones before. */
  private static List<Double> ticks(Axis x, int most) {
    List<Double> ticks = new ArrayList<>(List.of(0.0));
    double end = wordsEnd(x, 0);
    for (int nines = 1; nines <= most; nines++) {
      if (x.at(nines) - halfWidth(nines) > end + GAP) {
        ticks.add((double) nines);
        end = wordsEnd(x, nines);
      }
    }
    return ticks;
  }

  private static double wordsEnd(Axis x, double nines) {
    return x.at(nines) + halfWidth(nines);
  }

  private static double halfWidth(double nines) {
    return XyPlot.TICK_CHARACTER * Nines.label(nines).length() / 2;
  }

  private static Stream<Curve.Point> points(List<Curve> curves) {
    return curves.stream().flatMap(c -> c.points().stream());
  }
}
