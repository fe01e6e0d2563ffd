package dev.sojourn.results.report;

import static dev.sojourn.results.report.MarkdownText.escaped;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Markdown that fits into one comment of a pull request: of what does not fit it says how much it
 * is.
 */
final class MarkdownPage {
  /*
   * Implementation notes. A forge refuses comments of more than 65,536 characters. Each part of a
   * page has a share of them that the parts before it cannot use up, so that a flood of warnings
   * hides no table, and a long table not what it would take to settle it. A single name or sentence
   * is kept short before it is escaped, because escaping makes up to nine characters of one.
   */
  private static final int BEFORE_TABLES = 30_000;
  private static final int TABLES = 58_000;
  private static final int LISTS = 64_000;
  private static final int MOST_NAME = 200;
  private static final int MOST_SENTENCE = 400;

  private final StringBuilder out = new StringBuilder();

  /** A name for one line or cell; of a long one the middle is left out. */
  static String name(String text) {
    // Columns bound no marks that take none, characters do.
    return sentence(Words.elided(Words.plain(text), MOST_NAME));
  }

  /** A sentence for one line; of a long one the end is left out. */
  static String sentence(String text) {
    return escaped(Words.shortened(text, MOST_SENTENCE));
  }

  /** Cells of one table row, as they are. */
  static String row(Collection<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** A line that is known to be short and escaped. */
  void line(String text) {
    out.append(text).append('\n');
  }

  void gap() {
    line("");
  }

  /** Lines that stand before the tables, each with the same beginning; at most so many. */
  void heads(String start, List<String> sentences, String end, int most) {
    listed(start, sentences, end, most, BEFORE_TABLES);
  }

  /** Lines that stand after the tables, each with the same beginning. */
  void notes(String start, List<String> sentences, String end) {
    listed(start, sentences, end, sentences.size(), LISTS);
  }

  private void listed(String start, List<String> sentences, String end, int most, int room) {
    for (int i = 0; i < sentences.size(); i++) {
      String line = start + sentence(sentences.get(i)) + end;
      if (i == most || out.length() + line.length() > room) {
        line(start + "and " + Units.count(sentences.size() - i) + " more" + end);
        return;
      }
      line(line);
    }
  }

  /**
   * A table, its head written only with at least one row.
   *
   * @param heads lines before the first row
   * @param rows escaped rows
   * @return how many of the rows there was no room for
   */
  int table(List<String> heads, List<String> rows) {
    List<String> pending = new ArrayList<>(heads);
    for (int i = 0; i < rows.size(); i++) {
      pending.add(rows.get(i));
      int length = pending.stream().mapToInt(line -> line.length() + 1).sum();
      if (out.length() + length > TABLES) {
        return rows.size() - i;
      }
      pending.forEach(this::line);
      pending.clear();
    }
    return 0;
  }

  /** Says how much there was no room for; nothing when there was for all. */
  void leftOut(int count, String one, String several) {
    if (count > 0) {
      gap();
      line("_Left out for length: " + Words.counted(count, one, several) + "._");
    }
  }

  /** A place that {@link #backTo} can return to. */
  int place() {
    return out.length();
  }

  /** Whether tables have used up their share. */
  boolean full() {
    return out.length() > TABLES;
  }

  /** Takes back what was written since. */
  void backTo(int place) {
    out.setLength(place);
  }

  /**
   * The page so far.
   *
   * @return Markdown, lines ended by a line feed
   */
  @Override
  public String toString() {
    return out.toString();
  }
}
