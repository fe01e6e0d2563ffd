package dev.sojourn.results.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Text from the data made fit for one line of plain text: no control characters, no surprise in
 * length.
 */
public final class Words {
  /** A question of the data may be of any length; what is shown of it is not. */
  static final int QUESTION_CHARACTERS = 300;

  private static final String ELLIPSIS = "…";
  private static final String SEAMS = "._-/\\,:;=#$@&|[](){}<>\"'";

  /** Of a word without an end, so many lines are shown. */
  private static final int MOST_LINES_OF_A_WORD = 3;

  private Words() {}

  /**
   * The text without anything that could move a terminal's cursor or reverse the direction of the
   * line; white space runs become one space. What chooses between two looks of a character is left
   * out, because terminals do not agree on how wide they are.
   *
   * @param text any text
   * @return the same for one line
   */
  public static String plain(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(c -> !isVariationSelector(c))
        .map(Words::harmless)
        .forEach(out::appendCodePoint);
    return out.toString().replaceAll(" {2,}", " ").strip();
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
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
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + ELLIPSIS;
  }

  /**
   * Columns the text takes on a terminal: two for ideographs and emoji, none for combining marks.
   *
   * @param text plain text
   * @return the columns; what a terminal draws as one sign, such as a family of emoji, may take
   *     fewer
   */
  public static int columns(String text) {
    return text.codePoints().map(Words::columns).sum();
  }

  private static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200D) {
      return 0;
    }
    return WideCharacters.has(c) ? 2 : 1;
  }

  /**
   * The text, its end replaced by an ellipsis where it takes more columns.
   *
   * @param text plain text
   * @param columns most columns it may take
   * @return the text or its beginning
   */
  public static String fitted(String text, int columns) {
    return columns(text) <= columns
        ? text
        : text.substring(0, endWithin(text, columns - 1)).stripTrailing() + ELLIPSIS;
  }

  /**
   * The text, its middle replaced by an ellipsis where it takes more columns: names that differ
   * often do so at their end.
   *
   * @param text plain text
   * @param columns most columns it may take
   * @return the text, or its beginning and its end
   */
  public static String elided(String text, int columns) {
    if (columns(text) <= columns) {
      return text;
    }
    int tail = (columns - 1) / 2;
    return text.substring(0, endWithin(text, columns - 1 - tail))
        + ELLIPSIS
        + text.substring(startWithin(text, tail));
  }

  /** Where the beginning of the text ends that takes so many columns. */
  private static int endWithin(String text, int columns) {
    int end = 0;
    int taken = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      taken += columns(c);
      if (taken > columns) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /** Where the end of the text starts that takes so many columns. */
  private static int startWithin(String text, int columns) {
    int start = text.length();
    int taken = 0;
    while (start > 0) {
      int c = text.codePointBefore(start);
      taken += columns(c);
      if (taken > columns) {
        break;
      }
      start -= Character.charCount(c);
    }
    return start;
  }

  /**
   * Lines of at most so many columns, broken at spaces. A word that is wider than a line is broken
   * too, behind punctuation or before a capital letter where it has any; of one that is wider than
   * three lines the middle is left out.
   *
   * @param text plain text
   * @param columns most columns of a line, at least 2
   * @return one line or more
   */
  public static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      boolean fits = columns(line.toString()) + 1 + columns(word) <= columns;
      if (!line.isEmpty() && !fits) {
        lines.add(line.toString());
        line.setLength(0);
      }
      List<String> pieces = broken(word, columns);
      lines.addAll(pieces.subList(0, pieces.size() - 1));
      line.append(line.isEmpty() ? "" : " ").append(pieces.getLast());
    }
    lines.add(line.toString());
    return lines;
  }

  private static List<String> broken(String word, int columns) {
    List<String> pieces = new ArrayList<>();
    String rest = elided(word, MOST_LINES_OF_A_WORD * columns);
    while (columns(rest) > columns) {
      int end = seam(rest, columns);
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    pieces.add(rest);
    return pieces;
  }

  /**
   * Where to break a word that is wider: at a seam in the latter half of the line, else at its end.
   */
  private static int seam(String word, int columns) {
    int full = endWithin(word, columns);
    for (int at = full; at > full / 2; at--) {
      char before = word.charAt(at - 1);
      boolean hump = Character.isLowerCase(before) && Character.isUpperCase(word.charAt(at));
      if (hump || SEAMS.indexOf(before) >= 0) {
        return at;
      }
    }
    return full;
  }

  /** One of something, or several. */
  static String counted(long count, String one) {
    return counted(count, one, one + "s");
  }

  static String counted(long count, String one, String several) {
    return Units.count(count) + " " + (count == 1 ? one : several);
  }
}
