package dev.sojourn.results.report;

import java.util.List;

/**
 * One line of a plot.
 *
 * @param name what the legend says
 * @param index place among the lines: chooses colour, dash and marker
 * @param points by rising x
 */
record Curve(String name, int index, List<Point> points) {
  /** Colours of the style sheet before they repeat, in another dash. */
  static final int COLOURS = 7;

  private static final int DASHES = 5;

  Curve {
    points = List.copyOf(points);
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

  String lineStyle() {
    return "curve c" + index % COLOURS + " d" + index % DASHES;
  }

  String markStyle() {
    return "c" + index % COLOURS;
  }

  Marker marker() {
    return Marker.ofSeries(index);
  }
}
