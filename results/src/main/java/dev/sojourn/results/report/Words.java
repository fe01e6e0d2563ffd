package dev.sojourn.results.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Text from the data made fit for one line of plain text: no control characters, no surprise in
 * length.
 */
final class Words {
  /** A question of the data may be of any length; what is shown of it is not. */
  static final int QUESTION_CHARACTERS = 300;

  private Words() {}

  /**
   * The text without anything that could move a terminal's cursor or reverse the direction of the
   * line; white space runs become one space.
   */
  static String plain(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(Words::harmless).forEach(out::appendCodePoint);
    return out.toString().replaceAll(" {2,}", " ").strip();
  }

  private static int harmless(int c) {
    if (Character.isWhitespace(c)) {
      return ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> 0xFFFD;
      case Character.FORMAT -> c == 0x200D ? c : 0xFFFD;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      default -> c;
    };
  }

  /** The text, its end replaced by an ellipsis where it has more than {@code most} characters. */
  static String shortened(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  /**
   * Columns the text takes on a terminal: two for ideographs and emoji, none for combining marks.
   */
  static int columns(String text) {
    return text.codePoints().map(Words::columns).sum();
  }

  private static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200D) {
      return 0;
    }
    boolean fullWidth = c >= 0xFF01 && c <= 0xFF60;
    boolean hangul = c >= 0xAC00 && c <= 0xD7A3;
    boolean wide = Character.isIdeographic(c) || Character.isEmojiPresentation(c);
    return wide || fullWidth || hangul ? 2 : 1;
  }

  /** The text, shortened until it fits into so many columns of a terminal. */
  static String fitted(String text, int columns) {
    String shown = text;
    for (int most = columns; columns(shown) > columns; most--) {
      shown = shortened(text, most);
    }
    return shown;
  }

  /** Lines of at most so many columns, broken at spaces where there are any. */
  static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String fitting = fitted(word, columns);
      if (!line.isEmpty() && columns(line.toString()) + 1 + columns(fitting) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(fitting);
    }
    lines.add(line.toString());
    return lines;
  }

  /** One of something, or several. */
  static String counted(long count, String one) {
    return counted(count, one, one + "s");
  }

  static String counted(long count, String one, String several) {
    return Units.count(count) + " " + (count == 1 ? one : several);
  }
}
