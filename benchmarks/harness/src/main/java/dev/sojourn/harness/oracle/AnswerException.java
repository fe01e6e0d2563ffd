package dev.sojourn.harness.oracle;

/** A benchmark method that could not be set up, called or torn down. */
public final class AnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A call that failed.
   *
   * @param message the study, the method, and what was being done
   * @param cause what was thrown there
   */
  public AnswerException(String message, Throwable cause) {
    super(message + ": " + cause, cause);
  }
}
