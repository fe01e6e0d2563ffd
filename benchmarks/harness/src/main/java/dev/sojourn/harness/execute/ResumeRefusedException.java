package dev.sojourn.harness.execute;

/**
 * A stored run cannot be gone on with: what would be added was not measured under the same
 * conditions.
 */
public final class ResumeRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * The refusal.
   *
   * @param message what differs, and the way out
   */
  public ResumeRefusedException(String message) {
    super(message);
  }
}
