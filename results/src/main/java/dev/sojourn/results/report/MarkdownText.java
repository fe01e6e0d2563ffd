package dev.sojourn.results.report;

/**
 * Text from the data inside Markdown: it stays text, mentions nobody, links nowhere and ends no
 * table cell.
 */
final class MarkdownText {
  private static final String SPECIAL = "\\`*_{}[]!|~$^";

  /**
   * Parts what a forge would otherwise read as one mention, reference or address; shows as nothing.
   */
  private static final String APART = "<!-- -->";

  /**
   * The colon before the name of an emoji and another colon; names may hold escaped characters, and
   * two digits are the minutes of a time.
   */
  private static final String EMOJI = ":(?![0-9]{2}:)(?=[A-Za-z0-9_+\\\\-]+:)";

  /** Before the number of an issue that is named without {@code #}. */
  private static final String REFERENCE = "(?i)(GH-)(?=[0-9])";

  private MarkdownText() {}

  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    Words.plain(text).codePoints().forEach(c -> escape(c, out));
    return out.toString()
        .replace("://", ":" + APART + "//")
        .replaceAll("(?i)(www)\\.", "$1" + APART + ".")
        .replaceAll(EMOJI, ":" + APART)
        .replaceAll(REFERENCE, "$1" + APART);
  }

  /** A line of its own that begins no list, heading or rule, whatever its first character. */
  static String paragraph(String text) {
    String line = escaped(text);
    return line.matches("[-+=].*")
        ? "\\" + line
        : line.replaceFirst("^([0-9]{1,9})([.)])", "$1\\\\$2");
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '@', '#' -> out.appendCodePoint(c).append(APART);
      default -> out.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c);
    }
  }
}
