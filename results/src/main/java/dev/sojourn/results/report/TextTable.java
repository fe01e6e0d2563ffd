package dev.sojourn.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Columns of plain text, as wide as their widest cell where there is room. Where there is not, the
 * cells of the widest wrapping column take several lines; a number loses its middle only when that
 * does not help.
 */
final class TextTable {
  private static final String GAP = "  ";
  private static final String HANG = "  ";

  /** Columns that wrap are not made narrower than this for the sake of others. */
  private static final int LEAST_TEXT = 12;

  /** Of a cell without an end, about so many lines are shown. */
  private static final int MOST_LINES = 4;

  private record Line(List<String> cells, UnaryOperator<String> paint) {}

  private final List<String> heads;
  private final String alignment;
  private final List<Line> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param alignment one letter for each column: {@code l} sets it to the left, {@code r} to the
   *     right, {@code w} to the left and lets it wrap
   * @param heads one head for each column
   */
  TextTable(String alignment, String... heads) {
    this.alignment = alignment;
    this.heads = List.of(heads);
  }

  void row(String... cells) {
    row(UnaryOperator.identity(), cells);
  }

  /** A row whose last cell is coloured. */
  void row(UnaryOperator<String> paint, String... cells) {
    if (cells.length != heads.size()) {
      throw new IllegalArgumentException(
          "row must have " + heads.size() + " cells, had " + cells.length);
    }
    rows.add(new Line(List.of(cells), paint));
  }

  /** Head and rows, no line wider than so many columns. */
  List<String> lines(int columns, Style style) {
    List<Line> ready = rows.stream().map(row -> harmless(row, style)).toList();
    int[] widths = widths(ready, columns);
    List<String> lines = new ArrayList<>();
    set(new Line(heads, UnaryOperator.identity()), widths, style)
        .forEach(line -> lines.add(style.faint(line)));
    ready.forEach(row -> lines.addAll(set(row, widths, style)));
    return lines;
  }

  private static Line harmless(Line row, Style style) {
    List<String> cells = row.cells().stream().map(cell -> style.shown(Words.plain(cell))).toList();
    return new Line(cells, row.paint());
  }

  private int[] widths(List<Line> rows, int columns) {
    int room = columns - GAP.length() * (heads.size() - 1);
    int[] widths =
        IntStream.range(0, heads.size()).map(i -> Math.min(room, natural(rows, i))).toArray();
    for (int excess = IntStream.of(widths).sum() - room; excess > 0; excess--) {
      widths[widest(widths)]--;
    }
    return widths;
  }

  private int natural(List<Line> rows, int column) {
    int head = Words.columns(heads.get(column));
    return rows.stream()
        .mapToInt(r -> Words.columns(r.cells().get(column)))
        .reduce(head, Math::max);
  }

  /** The widest column that wraps, unless all those are narrow already; then the widest of all. */
  private int widest(int[] widths) {
    IntPredicate wraps = i -> alignment.charAt(i) == 'w' && widths[i] > LEAST_TEXT;
    boolean any = IntStream.range(0, widths.length).anyMatch(wraps);
    return IntStream.range(0, widths.length)
        .filter(i -> !any || wraps.test(i))
        .reduce((a, b) -> widths[b] > widths[a] ? b : a)
        .orElseThrow();
  }

  private List<String> set(Line row, int[] widths, Style style) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      cells.add(cell(row.cells().get(i), widths[i], alignment.charAt(i) == 'w'));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(1);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      lines.add(line(cells, line, widths, row.paint(), style));
    }
    return lines;
  }

  /** A cell's lines; those after the first hang, so that none is taken for a row of its own. */
  private static List<String> cell(String text, int width, boolean wraps) {
    if (!wraps || Words.columns(text) <= width) {
      return List.of(Words.elided(text, width));
    }
    int room = width - HANG.length();
    List<String> lines = new ArrayList<>();
    for (String line : Words.wrapped(Words.elided(text, MOST_LINES * room), room)) {
      lines.add(lines.isEmpty() ? line : HANG + line);
    }
    return lines;
  }

  private String line(
      List<List<String>> cells, int at, int[] widths, UnaryOperator<String> paint, Style style) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String text = at < cells.get(i).size() ? style.shown(cells.get(i).get(at)) : "";
      String gap = " ".repeat(widths[i] - Words.columns(text));
      boolean last = i == widths.length - 1;
      String shown = last && !text.isEmpty() ? paint.apply(text) : text;
      line.append(i == 0 ? "" : GAP);
      line.append(alignment.charAt(i) == 'r' ? gap + shown : last ? shown : shown + gap);
    }
    return line.toString().stripTrailing();
  }
}
