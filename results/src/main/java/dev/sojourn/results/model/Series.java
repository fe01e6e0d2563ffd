package dev.sojourn.results.model;

import java.util.List;

/**
 * A named curve.
 *
 * @param name what the curve shows
 * @param xUnit unit of x
 * @param yUnit unit of y
 * @param points the points, by rising x
 */
public record Series(String name, String xUnit, String yUnit, List<Point> points) {
  /** Copies the list. */
  public Series {
    points = List.copyOf(points);
  }

  /**
   * One point of a curve, with the interval of its y where there is one.
   *
   * @param x abscissa
   * @param y ordinate
   * @param low lower end of y's interval, or y
   * @param high upper end of y's interval, or y
   */
  public record Point(double x, double y, double low, double high) {}
}
