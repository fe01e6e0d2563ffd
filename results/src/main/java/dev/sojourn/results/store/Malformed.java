package dev.sojourn.results.store;

/**
 * A place in a file that does not hold what the format promises; turned into a {@link
 * LedgerException} at the door.
 */
final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Malformed(String message) {
    super(message);
  }
}
