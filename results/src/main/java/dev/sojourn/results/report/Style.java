package dev.sojourn.results.report;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a text report may use: colours or none, and the characters of a charset.
 *
 * @param colour whether words may be coloured, by escape sequences of ANSI terminals; the
 *     characters stay the same
 * @param charset what the output can show; for characters that it lacks stand others that look
 *     alike
 */
public record Style(boolean colour, Charset charset) {
  /** Characters only: for files, pipes and tests. */
  public static final Style PLAIN = new Style(false, StandardCharsets.UTF_8);

  /** Colours around verdicts and headings. */
  public static final Style ANSI = new Style(true, StandardCharsets.UTF_8);

  String bold(String text) {
    return wrapped("1", text);
  }

  String faint(String text) {
    return wrapped("2", text);
  }

  String good(String text) {
    return wrapped("36", text);
  }

  String bad(String text) {
    return wrapped("33", text);
  }

  private String wrapped(String code, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  boolean canShow(String text) {
    return charset.equals(StandardCharsets.UTF_8) || charset.newEncoder().canEncode(text);
  }

  /**
   * The text with nothing in it that the output cannot show. It takes as many columns as before,
   * but for the three of {@code inf}.
   *
   * @param text plain text
   * @return the text, other characters in place of those that the charset lacks
   */
  public String shown(String text) {
    if (canShow(text)) {
      return text;
    }
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(c -> out.append(encoder.canEncode(c) ? c : likeness(c)));
    return out.toString();
  }

  private static String likeness(String character) {
    return switch (character) {
      case "µ" -> "u";
      case "∞" -> "inf";
      case "≈", "…" -> "~";
      default -> "?".repeat(Words.columns(character));
    };
  }
}
