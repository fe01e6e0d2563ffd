package dev.sojourn.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

/** One operation of a peer under its part of a model suite, and what is known to come of it. */
record Trial(String peer, String operation, String known, Act act) {
  private static final String SOUND = "sound";

  /** Throws what it finds wrong. */
  interface Act {
    void run() throws Exception;
  }

  static Trial sound(String peer, String operation, Act act) {
    return new Trial(peer, operation, SOUND, act);
  }

  /** Expected to fail, with these words in what is thrown. */
  static Trial flawed(String peer, String operation, String words, Act act) {
    return new Trial(peer, operation, words, act);
  }

  /** Passes when the peer does what it is known to do, be that right or wrong. */
  void check() {
    String found = outcome();
    assertThat(found)
        .as("%s. If this has changed, so must the table in structures/README.md", this)
        .matches(f -> known.equals(SOUND) ? f.equals(SOUND) : f.contains(known), known);
  }

  private String outcome() {
    try {
      act.run();
      return SOUND;
    } catch (Exception | AssertionError e) {
      return "flaw: " + e;
    }
  }

  @Override
  public String toString() {
    return peer + ": " + operation;
  }
}
