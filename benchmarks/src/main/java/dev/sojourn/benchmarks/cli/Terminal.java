package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.report.Style;
import java.io.Console;
import org.jspecify.annotations.Nullable;

/** What the output goes to: a person's terminal, or a file or another program. */
final class Terminal {
  private Terminal() {}

  /** Whether a person watches. */
  static boolean watched() {
    @Nullable Console console = console();
    return console != null && console.isTerminal();
  }

  /** Colour only where a person watches and did not ask for none. */
  static Style style() {
    String wish = System.getenv("NO_COLOR");
    return watched() && (wish == null || wish.isEmpty()) ? Style.ANSI : Style.PLAIN;
  }

  /* JDK 22 and later give a console even to a redirected process; older habits and other providers may give none. */
  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable Console console() {
    return System.console();
  }
}
