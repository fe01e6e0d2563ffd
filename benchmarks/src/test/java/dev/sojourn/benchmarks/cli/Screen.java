package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.report.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal shows of text with carriage returns and line feeds, and nothing else that moves
 * the cursor.
 */
final class Screen {
  private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
  private int column;
  private int widest;

  static Screen of(String written) {
    Screen screen = new Screen();
    written.codePoints().forEach(screen::take);
    return screen;
  }

  private void take(int c) {
    StringBuilder line = lines.getLast();
    if (c == '\r') {
      column = 0;
    } else if (c == '\n') {
      lines.add(new StringBuilder());
      column = 0;
    } else if (Character.isISOControl(c)) {
      throw new AssertionError("control character " + c);
    } else {
      String shown = Character.toString(c);
      line.replace(column, Math.min(line.length(), column + shown.length()), shown);
      column += shown.length();
      widest = Math.max(widest, Words.columns(line.toString()));
    }
  }

  /** Without blanks at the end, as nobody sees them. */
  List<String> lines() {
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  int widest() {
    return widest;
  }
}
