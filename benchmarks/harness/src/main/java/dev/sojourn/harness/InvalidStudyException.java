package dev.sojourn.harness;

/** A class that calls itself a study and breaks a rule of studies. */
public final class InvalidStudyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A broken rule.
   *
   * @param study the class
   * @param problem the value and the way out
   */
  public InvalidStudyException(Class<?> study, String problem) {
    super("study " + study.getName() + ": " + problem);
  }
}
