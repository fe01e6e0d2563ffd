package dev.sojourn.results.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * One static picture inside a page, with its text alternative. Colours come from the page's style
 * sheet by class, so the same picture serves light, dark and paper.
 */
final class Svg {
  /** A place in the picture. */
  record Dot(double x, double y) {}

  private final Markup page;
  private boolean inPlot;

  private Svg(Markup page) {
    this.page = page;
  }

  /** Opens a picture; its title and description are what a screen reader says in its place. */
  static Svg open(Markup page, double width, double height, String title, String description) {
    page.open(
        "svg",
        "viewBox",
        "0 0 " + number(width) + " " + number(height),
        "width",
        "100%",
        "role",
        "img",
        "aria-label",
        title + ". " + description);
    page.element("title", title).element("desc", description).line();
    return new Svg(page);
  }

  void close() {
    page.close().line();
  }

  /**
   * Opens a part of the picture that shows nothing beyond its edges; coordinates stay the same.
   *
   * @param data further attributes, names and values by turns
   */
  void openPlot(double left, double top, double width, double height, String... data) {
    String[] box = {number(left), number(top), number(width), number(height)};
    Stream<String> place =
        Stream.of("class", "plot", "x", box[0], "y", box[1], "width", box[2], "height", box[3]);
    Stream<String> view =
        Stream.of("viewBox", String.join(" ", box), "preserveAspectRatio", "none");
    page.open(
        "svg",
        Stream.of(place, view, Stream.of(data)).flatMap(part -> part).toArray(String[]::new));
    page.line();
    inPlot = true;
  }

  void closePlot() {
    inPlot = false;
    page.close().line();
  }

  void line(String style, Dot from, Dot to) {
    page.empty(
        "line",
        "class",
        style,
        "x1",
        place(from.x),
        "y1",
        place(from.y),
        "x2",
        place(to.x),
        "y2",
        place(to.y));
  }

  void polyline(String style, List<Dot> dots) {
    page.empty("polyline", "class", style, "points", points(dots)).line();
  }

  void polygon(String style, List<Dot> dots) {
    page.empty("polygon", "class", style, "points", points(dots)).line();
  }

  private String points(List<Dot> dots) {
    StringBuilder points = new StringBuilder();
    dots.forEach(dot -> points.append(place(dot.x)).append(',').append(place(dot.y)).append(' '));
    return points.toString().strip();
  }

  void marker(String style, Marker marker, Dot at, double radius) {
    String shape = marker.hollow() ? " hollow" : "";
    page.empty(
        "path",
        "class",
        "mark " + style + shape,
        "d",
        marker.path(at.x, at.y, radius, this::place));
  }

  /** Text whose anchor is {@code start}, {@code middle} or {@code end}. */
  void text(String style, Dot at, String anchor, String text) {
    page.element(
        "text", text, "class", style, "x", number(at.x), "y", number(at.y), "text-anchor", anchor);
    page.line();
  }

  /** The same of a name for which there may not be room: all of it is the text's title. */
  void text(String style, Dot at, String anchor, TickWords.Name name) {
    if (name.shown().equals(name.whole())) {
      text(style, at, anchor, name.shown());
      return;
    }
    page.open("text", "class", style, "x", number(at.x), "y", number(at.y), "text-anchor", anchor);
    page.element("title", name.whole()).text(name.shown()).close().line();
  }

  /** Text read upwards, for the title of a vertical axis. */
  void uprightText(String style, Dot at, String text) {
    String turn = "rotate(-90 " + number(at.x) + " " + number(at.y) + ")";
    page.element(
        "text",
        text,
        "class",
        style,
        "x",
        number(at.x),
        "y",
        number(at.y),
        "text-anchor",
        "middle",
        "transform",
        turn);
    page.line();
  }

  /** A coordinate; to a hundredth where a reader may zoom, so that it stays where its value is. */
  private String place(double value) {
    return rounded(value, inPlot ? 100 : 10);
  }

  /**
   * A coordinate to a tenth of a unit: finer than any screen shows, and the same in every locale.
   */
  private static String number(double value) {
    return rounded(value, 10);
  }

  private static String rounded(double value, int parts) {
    long count = Math.round(value * parts);
    long size = Math.abs(count);
    StringBuilder text = new StringBuilder(count < 0 ? "-" : "").append(size / parts);
    long rest = size % parts;
    if (rest > 0) {
      text.append('.');
    }
    for (long of = parts / 10; rest > 0; of /= 10) {
      text.append(rest / of);
      rest %= of;
    }
    return text.toString();
  }
}
