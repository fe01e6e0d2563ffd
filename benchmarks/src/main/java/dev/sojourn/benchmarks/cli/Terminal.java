package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.report.Style;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one channel of the output goes to: a person's terminal, or a file or another program.
 *
 * @param watched whether a person watches
 * @param environment variables that say what the person wants and the terminal can do
 * @param terminalCharset what the terminal can show
 */
record Terminal(boolean watched, Map<String, String> environment, Charset terminalCharset) {
  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 40;
  private static final int MOST_COLUMNS = 100;

  /** What the standard output goes to. */
  static Terminal out() {
    return new Terminal(isTerminal("1"), System.getenv(), System.out.charset());
  }

  /** What the standard error goes to. */
  static Terminal err() {
    return new Terminal(isTerminal("2"), System.getenv(), System.err.charset());
  }

  /**
   * Whether a line may be rewritten in place: where a person watches a terminal that is no dumb
   * one.
   */
  boolean live() {
    return watched && !"dumb".equals(environment.get("TERM"));
  }

  /** Colour only where it can be shown to a person, who did not ask for none. */
  Style style() {
    boolean none = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Style(live() && !none, charset());
  }

  /** Files and programs get UTF-8, a terminal what it can show. */
  Charset charset() {
    return watched ? terminalCharset : StandardCharsets.UTF_8;
  }

  /** One column less than the terminal has, as far as that is known: a full line would wrap. */
  int room() {
    int columns = USUAL_COLUMNS;
    try {
      columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
    } catch (NumberFormatException e) {
      // Shells seldom tell.
    }
    return Math.clamp(columns, FEWEST_COLUMNS, MOST_COLUMNS) - 1;
  }

  PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, charset());
  }

  /**
   * The console knows of all channels together at best, so ask for the one where the system tells.
   */
  private static boolean isTerminal(String descriptor) {
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd", descriptor)).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      @Nullable Console console = console();
      return console != null && console.isTerminal();
    }
  }

  /* JDK 22 and later give a console even to a redirected process; older habits and other providers may give none. */
  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable Console console() {
    return System.console();
  }
}
