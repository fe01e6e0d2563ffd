package dev.sojourn.results.report;

/** Shapes of a plotted point, so that no reader needs colour to tell two apart. */
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

  /** The outline around a centre, as an SVG path. */
  String path(double x, double y, double r) {
    return switch (this) {
      case DISC, RING -> circle(x, y, r);
      case SQUARE -> polygon(x, y, r * 0.9, -1, -1, 1, -1, 1, 1, -1, 1);
      case TRIANGLE -> polygon(x, y, r * 1.15, 0, -1, 1, 0.8, -1, 0.8);
      case DIAMOND -> polygon(x, y, r * 1.25, 0, -1, 1, 0, 0, 1, -1, 0);
      case LEFT -> polygon(x, y, r * 1.15, -1, 0, 0.8, -1, 0.8, 1);
      case RIGHT -> polygon(x, y, r * 1.15, 1, 0, -0.8, -1, -0.8, 1);
      case CROSS ->
          "M"
              + at(x - r, y - r)
              + "L"
              + at(x + r, y + r)
              + "M"
              + at(x - r, y + r)
              + "L"
              + at(x + r, y - r);
    };
  }

  /** Whether the shape is drawn by its outline alone. */
  boolean hollow() {
    return this == RING || this == CROSS;
  }

  private static String circle(double x, double y, double r) {
    String arc = "a" + Svg.number(r) + " " + Svg.number(r) + " 0 1 0 ";
    return "M" + at(x - r, y) + arc + at(2 * r, 0) + arc + at(-2 * r, 0) + "z";
  }

  private static String polygon(double x, double y, double r, double... corners) {
    StringBuilder path = new StringBuilder("M");
    for (int i = 0; i < corners.length; i += 2) {
      path.append(i == 0 ? "" : "L").append(at(x + r * corners[i], y + r * corners[i + 1]));
    }
    return path.append('z').toString();
  }

  private static String at(double x, double y) {
    return Svg.number(x) + " " + Svg.number(y);
  }
}
