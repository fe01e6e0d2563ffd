package dev.sojourn.harness.flame;

/** No flame graph can be made here: the message says what is missing and the way out. */
public final class FlamesRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FlamesRefusedException(String reason, String wayOut) {
    super("--flame cannot run here: " + reason + "; " + wayOut);
  }
}
