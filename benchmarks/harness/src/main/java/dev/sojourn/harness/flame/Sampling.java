package dev.sojourn.harness.flame;

import dev.sojourn.results.model.FlameEvent;

/** async-profiler's commands. */
final class Sampling {
  private Sampling() {}

  /** A sample each millisecond of processor time, or each 64 kB: a fork runs for seconds only. */
  static String start(FlameEvent event) {
    return switch (event) {
      case CTIMER -> "start,event=ctimer,interval=1ms";
      case ALLOC -> "start,event=alloc,alloc=64k";
    };
  }

  /**
   * Ends sampling and gives the page back.
   *
   * @param title the page's heading; commands and markup have no way to quote, so characters that
   *     mean something there give way to blanks
   */
  static String stop(FlameEvent event, String title) {
    String plain = title.replaceAll("[^A-Za-z0-9 .:=_$()-]+", " ").strip();
    String command = "stop,flamegraph,title=" + plain;
    return event == FlameEvent.ALLOC ? command + ",total" : command;
  }
}
