package dev.sojourn.results.report;

import java.util.List;
import java.util.Locale;

/**
 * One line of a plot.
 *
 * @param name what the legend says
 * @param note what the legend adds, or nothing
 * @param index place among the lines: chooses colour, dash and marker
 * @param points by rising x
 */
record Curve(String name, String note, int index, List<Point> points) {
  /** Colours of the style sheet before they repeat, in another dash. */
  private static final int COLOURS = 7;

  private static final int DASHES = 5;

  Curve {
    points = List.copyOf(points);
  }

  Curve(String name, int index, List<Point> points) {
    this(name, "", index, points);
  }

  /**
   * A point with its whiskers.
   *
   * @param x abscissa
   * @param y ordinate
   * @param low lower whisker, or y
   * @param high upper whisker, or y
   */
  record Point(double x, double y, double low, double high) {
    static Point of(double x, double y) {
      return new Point(x, y, y, y);
    }
  }

  String legend() {
    return name + note;
  }

  /** What of the line lies at or above an ordinate. */
  Curve from(double least) {
    return new Curve(name, note, index, points.stream().filter(p -> p.y() >= least).toList());
  }

  /** The same line, its slope told in the legend where it has one. */
  Curve withSlope() {
    double slope = slope();
    return Double.isNaN(slope) ? this : new Curve(name, ", slope " + digits(slope), index, points);
  }

  String slopeText() {
    double slope = slope();
    return Double.isNaN(slope) ? "-" : digits(slope);
  }

  private static String digits(double slope) {
    String text = String.format(Locale.ROOT, "%.2f", slope);
    return text.equals("-0.00") ? "0.00" : text;
  }

  /**
   * The power of x that y grows with: the straight line of least squares through the logarithms.
   * {@code NaN} of points that all share one x.
   */
  double slope() {
    double meanX = points.stream().mapToDouble(p -> Math.log(p.x())).average().orElse(Double.NaN);
    double meanY = points.stream().mapToDouble(p -> Math.log(p.y())).average().orElse(Double.NaN);
    double products = 0;
    double squares = 0;
    for (Point p : points) {
      double dx = Math.log(p.x()) - meanX;
      products += dx * (Math.log(p.y()) - meanY);
      squares += dx * dx;
    }
    return squares > 0 ? products / squares : Double.NaN;
  }

  String lineStyle() {
    return "curve " + colour(index) + " d" + index % DASHES;
  }

  String markStyle() {
    return colour(index);
  }

  /** The class of a line's colour in the style sheet. */
  static String colour(int index) {
    return "c" + index % COLOURS;
  }

  Marker marker() {
    return Marker.ofSeries(index);
  }
}
