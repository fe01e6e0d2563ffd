package dev.sojourn.benchmarks.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;

/** Where a run says how it goes: each status replaces the one before, messages stay. */
interface StatusLine {
  /** Most columns of a status. */
  int room();

  /**
   * What is going on.
   *
   * @param status one line of at most {@link #room} columns
   * @param whole how long all of it should take
   */
  void show(String status, Duration whole);

  /** Something that stays. */
  void say(String message);

  /** No status any more. */
  void end();

  /** The one that suits what the output goes to. */
  static StatusLine of(PrintWriter out, Terminal terminal) {
    return terminal.live() ? new LiveLine(out, terminal) : new PlainLines(out, Clock.systemUTC());
  }
}
