package dev.sojourn.results.report;

import java.util.function.DoubleFunction;

/**
 * Shapes of a plotted point, so that no reader needs colour to tell two apart. The middle of each
 * is its point: about it a zoomed plot keeps the shape's size.
 */
enum Marker {
  DISC,
  SQUARE,
  TRIANGLE,
  DIAMOND,
  CROSS,
  RING,
  LEFT,
  RIGHT;

  private static final Marker[] OF_SERIES = {DISC, SQUARE, TRIANGLE, DIAMOND, CROSS, RING};

  /** The shape of a line's points; lines that share a colour differ in shape. */
  static Marker ofSeries(int index) {
    return OF_SERIES[index % OF_SERIES.length];
  }

  /**
   * The outline around a centre, as an SVG path.
   *
   * @param place how coordinates are written
   */
  String path(double x, double y, double r, DoubleFunction<String> place) {
    return switch (this) {
      case DISC, RING -> circle(place, x, y, r);
      case SQUARE -> polygon(place, x, y, r * 0.9, -1, -1, 1, -1, 1, 1, -1, 1);
      case TRIANGLE -> polygon(place, x, y, r * 1.15, 0, -0.9, 1, 0.9, -1, 0.9);
      case DIAMOND -> polygon(place, x, y, r * 1.25, 0, -1, 1, 0, 0, 1, -1, 0);
      case LEFT -> polygon(place, x, y, r * 1.15, -0.9, 0, 0.9, -1, 0.9, 1);
      case RIGHT -> polygon(place, x, y, r * 1.15, 0.9, 0, -0.9, -1, -0.9, 1);
      case CROSS ->
          "M"
              + at(place, x - r, y - r)
              + "L"
              + at(place, x + r, y + r)
              + "M"
              + at(place, x - r, y + r)
              + "L"
              + at(place, x + r, y - r);
    };
  }

  /** Whether the shape is drawn by its outline alone. */
  boolean hollow() {
    return this == RING || this == CROSS;
  }

  private static String circle(DoubleFunction<String> place, double x, double y, double r) {
    String arc = "a" + at(place, r, r) + " 0 1 0 ";
    return "M" + at(place, x - r, y) + arc + at(place, 2 * r, 0) + arc + at(place, -2 * r, 0) + "z";
  }

  private static String polygon(
      DoubleFunction<String> place, double x, double y, double r, double... corners) {
    StringBuilder path = new StringBuilder("M");
    for (int i = 0; i < corners.length; i += 2) {
      path.append(i == 0 ? "" : "L").append(at(place, x + r * corners[i], y + r * corners[i + 1]));
    }
    return path.append('z').toString();
  }

  private static String at(DoubleFunction<String> place, double x, double y) {
    return place.apply(x) + " " + place.apply(y);
  }
}
