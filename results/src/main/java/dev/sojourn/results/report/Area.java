package dev.sojourn.results.report;

import java.util.List;

/**
 * A filled part of a plot, between the whiskers of its points.
 *
 * @param style class in the style sheet
 * @param points by rising x
 */
record Area(String style, List<Curve.Point> points) {
  Area {
    points = List.copyOf(points);
  }
}
