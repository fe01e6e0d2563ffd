package dev.sojourn.harness;

/** What the suite is made of could not be read: the list of studies, or the curriculum. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A problem without a deeper cause.
   *
   * @param message the thing, the value and the way out
   */
  public CatalogException(String message) {
    super(message);
  }

  /**
   * A problem with its cause.
   *
   * @param message the thing, the value and the way out
   * @param cause what was thrown
   */
  public CatalogException(String message, Throwable cause) {
    super(message, cause);
  }
}
