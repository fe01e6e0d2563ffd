package dev.sojourn.results.report;

/**
 * Lines for a terminal, none wider than {@value #WIDTH} columns. Text from the data is stripped of
 * control characters, so that a label cannot move the cursor, and broken where it is too long.
 */
public final class TextPage {
  /** The widest line, in columns. */
  public static final int WIDTH = 100;

  private static final int NAME = 9;
  private static final int MOST_NAME = 24;

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  /**
   * An empty page.
   *
   * @param style what the output can show
   */
  public TextPage(Style style) {
    this.style = style;
  }

  Style style() {
    return style;
  }

  /**
   * Adds a heading.
   *
   * @param text any text
   */
  public void heading(String text) {
    Words.wrapped(fit(text), WIDTH).forEach(line -> add(style.bold(style.shown(line))));
  }

  /**
   * Adds a paragraph, its later lines indented as far as the first one's text.
   *
   * @param start what the first line starts with, short and harmless
   * @param text any text
   */
  public void paragraph(String start, String text) {
    paragraph(start, style.shown(start), text);
  }

  /** The same, its start coloured, by which it takes no more columns. */
  void paragraph(String start, String painted, String text) {
    int indent = Words.columns(start);
    String before = painted;
    for (String line : Words.wrapped(fit(text), WIDTH - indent)) {
      add(before + style.shown(line));
      before = " ".repeat(indent);
    }
  }

  /**
   * Adds a name and what is to be said of it, as one of a list whose texts stand below each other.
   *
   * @param name a short name
   * @param text any text
   */
  public void entry(String name, String text) {
    String shown = Words.fitted(Words.plain(name), MOST_NAME);
    paragraph("  " + shown + " ".repeat(Math.max(1, NAME + 1 - Words.columns(shown))), text);
  }

  /** Adds a line that is known to be short and harmless. */
  void line(String text) {
    add(style.shown(text));
  }

  /** Adds an empty line. */
  public void gap() {
    add("");
  }

  void table(String indent, TextTable table) {
    table.lines(WIDTH - indent.length(), style).forEach(line -> add(indent + line));
  }

  private String fit(String text) {
    return style.shown(Words.plain(text));
  }

  private void add(String line) {
    out.append(line.stripTrailing()).append('\n');
  }

  /**
   * The page so far.
   *
   * @return lines, each ended by a line feed
   */
  @Override
  public String toString() {
    return out.toString();
  }
}
