package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.report.Words;
import java.io.PrintWriter;
import java.time.Duration;

/** The last line of a terminal, rewritten in place. */
final class LiveLine implements StatusLine {
  private final PrintWriter out;
  private final Terminal terminal;
  private String shown = "";

  LiveLine(PrintWriter out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public int room() {
    return terminal.room();
  }

  @Override
  public synchronized void show(String status, Duration whole) {
    rewrite(terminal.style().shown(Words.fitted(status, room())));
    out.flush();
  }

  @Override
  public synchronized void say(String message) {
    String status = shown;
    end();
    out.println(message);
    rewrite(status);
    out.flush();
  }

  @Override
  public synchronized void end() {
    if (!shown.isEmpty()) {
      rewrite("");
      out.print('\r');
      out.flush();
    }
  }

  /** Blanks take the place of what was longer, which every terminal understands. */
  private void rewrite(String status) {
    int left = Words.columns(shown) - Words.columns(status);
    if (left > 0 || !status.isEmpty()) {
      out.print("\r" + status + " ".repeat(Math.max(0, left)));
    }
    shown = status;
  }
}
