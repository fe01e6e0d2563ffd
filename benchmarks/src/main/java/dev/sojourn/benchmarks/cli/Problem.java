package dev.sojourn.benchmarks.cli;

import java.util.Objects;

/** Something the user can mend: printed as one line, never as a stack trace. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Problem(int exitCode, String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  static Problem usage(String message) {
    return new Problem(ExitCode.USAGE, message);
  }

  static Problem usage(Exception cause) {
    return usage(Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
  }

  static Problem of(int exitCode, String message) {
    return new Problem(exitCode, message);
  }

  int exitCode() {
    return exitCode;
  }
}
