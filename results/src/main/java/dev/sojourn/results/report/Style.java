package dev.sojourn.results.report;

/** Whether a text report may colour its words. */
public enum Style {
  /** Characters only: for files, pipes and tests. */
  PLAIN,
  /**
   * Escape sequences of ANSI terminals around verdicts and headings; the characters stay the same.
   */
  ANSI;

  String bold(String text) {
    return wrapped("1", text);
  }

  String faint(String text) {
    return wrapped("2", text);
  }

  String good(String text) {
    return wrapped("36", text);
  }

  String bad(String text) {
    return wrapped("33", text);
  }

  private String wrapped(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
