package dev.sojourn.harness.load;

/** A file that is no schedule of requests; the message names file, line and value. */
public final class ArrivalsFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ArrivalsFormatException(String message) {
    super(message);
  }
}
