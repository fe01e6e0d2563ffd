package dev.sojourn.harness.execute;

/** A run could not be stored, so the session ended: forks that cannot be kept need not be run. */
public final class RunNotStoredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * The end of a session.
   *
   * @param cause why the run could not be stored
   */
  public RunNotStoredException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
