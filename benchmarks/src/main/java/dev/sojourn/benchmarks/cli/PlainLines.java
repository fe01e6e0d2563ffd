package dev.sojourn.benchmarks.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A status now and then for a file or another program: some fifty in all, however long it takes.
 */
final class PlainLines implements StatusLine {
  private static final Duration LEAST_APART = Duration.ofSeconds(15);
  private static final int ABOUT_SO_MANY = 50;
  private static final int ROOM = 100;

  private final PrintWriter out;
  private final Clock clock;
  private Instant last;

  PlainLines(PrintWriter out, Clock clock) {
    this.out = out;
    this.clock = clock;
    this.last = clock.instant();
  }

  @Override
  public int room() {
    return ROOM;
  }

  @Override
  public synchronized void show(String status, Duration whole) {
    Duration share = whole.dividedBy(ABOUT_SO_MANY);
    Duration apart = share.compareTo(LEAST_APART) > 0 ? share : LEAST_APART;
    if (Duration.between(last, clock.instant()).compareTo(apart) >= 0) {
      last = clock.instant();
      say(status);
    }
  }

  @Override
  public synchronized void say(String message) {
    out.println(message);
    out.flush();
  }

  @Override
  public void end() {
    out.flush();
  }
}
