package dev.sojourn.results.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns of plain text, as wide as their widest cell. The first is set to the left, the last too,
 * others as told.
 */
final class TextTable {
  private static final String GAP = "  ";

  private final List<String> heads;
  private final String alignment;
  private final int firstWidth;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param alignment one letter for each column, {@code l} or {@code r}
   * @param firstWidth most columns the first cell of a row may take
   * @param heads one head for each column
   */
  TextTable(String alignment, int firstWidth, String... heads) {
    this.alignment = alignment;
    this.firstWidth = firstWidth;
    this.heads = List.of(heads);
  }

  void row(String... cells) {
    if (cells.length != heads.size()) {
      throw new IllegalArgumentException(
          "row must have " + heads.size() + " cells, had " + cells.length);
    }
    List<String> row = new ArrayList<>(List.of(cells));
    row.set(0, Words.fitted(row.getFirst(), firstWidth));
    rows.add(row);
  }

  String head() {
    return set(heads);
  }

  List<String> lines() {
    return rows.stream().map(this::set).toList();
  }

  private String set(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String gap = " ".repeat(width(i) - Words.columns(cells.get(i)));
      boolean right = alignment.charAt(i) == 'r';
      line.append(i == 0 ? "" : GAP).append(right ? gap + cells.get(i) : cells.get(i) + gap);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    int head = Words.columns(heads.get(column));
    return rows.stream().mapToInt(r -> Words.columns(r.get(column))).reduce(head, Math::max);
  }
}
