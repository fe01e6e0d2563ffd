package dev.sojourn.harness.duel;

/** Two jars cannot be held against each other: the message names the thing and the way out. */
public final class DuelException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param message one line: the thing, the value and the way out
   */
  public DuelException(String message) {
    super(message);
  }
}
