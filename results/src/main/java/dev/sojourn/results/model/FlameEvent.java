package dev.sojourn.results.model;

import java.util.Locale;

/** What the width of a frame in a flame graph counts. */
public enum FlameEvent {
  /** Time on a processor, by a timer of each thread. */
  CTIMER("CPU time"),

  /** Bytes allocated on the heap. */
  ALLOC("allocation");

  private final String words;

  FlameEvent(String words) {
    this.words = words;
  }

  /**
   * The event's name in file names, which is the profiler's own.
   *
   * @return the name in lower case
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The event as readers are told of it.
   *
   * @return a few words
   */
  public String words() {
    return words;
  }
}
