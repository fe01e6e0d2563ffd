package dev.sojourn.results.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A writer of markup that is HTML and well-formed XML at once. Text and attributes are always
 * escaped: there is no way to write a tag except by naming it.
 */
final class Markup {
  private static final int LATIN_1 = 0xFF;

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values by turns. */
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Ends the line, so that the page's source can be read and compared. */
  Markup line() {
    out.append('\n');
    return this;
  }

  /** All of another piece, which must be complete. */
  Markup append(Markup piece) {
    out.append(piece);
    return this;
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element that never has content. */
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** A style sheet of this package. */
  Markup style(String css) {
    return raw("style", css);
  }

  /** A script of this package, to the letter: its hash is part of the page's policy. */
  Markup script(String script) {
    return raw("script", script);
  }

  /** Text that holds none of the data and none of the characters XML reserves. */
  private Markup raw(String tag, String text) {
    if (text.indexOf('<') >= 0 || text.indexOf('&') >= 0) {
      throw new IllegalArgumentException(tag + " must hold neither < nor &");
    }
    out.append('<').append(tag).append('>').append(text);
    out.append("</").append(tag).append('>');
    return this;
  }

  private void start(String tag, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("attributes come in pairs, were " + attributes.length);
    }
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    out.append(text, 0, plain);
    if (plain < text.length()) {
      text.substring(plain).codePoints().forEach(this::escape);
    }
  }

  /** Most text is: a character of ASCII that stands for itself. */
  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7F && c != '<' && c != '>' && c != '&' && c != '"' && c != '\'';
  }

  private void escape(int c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> append(isXml(c) ? c : 0xFFFD);
    }
  }

  /**
   * A browser reads a page that is of Latin-1 throughout at one byte a character, and faster than
   * any other, so that a single arrow would slow all of it; of what is beyond it gets the number.
   */
  private void append(int c) {
    if (c <= LATIN_1) {
      out.append((char) c);
    } else {
      out.append("&#").append(c).append(';');
    }
  }

  /**
   * XML 1.0 has no way to write most control characters, half a surrogate pair or a non-character.
   */
  private static boolean isXml(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n' || c == '\r';
    }
    boolean control = c >= 0x7F && c <= 0x9F;
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements left open: " + open);
    }
    return out.toString();
  }
}
