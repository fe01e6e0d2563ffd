package dev.sojourn.benchmarks.cli;

/** How a command ends; other people's scripts rely on these numbers. */
final class ExitCode {
  /** All well. */
  static final int OK = 0;

  /** A regression was found and {@code --gate} was given. */
  static final int REGRESSION = 1;

  /** The command line was not understood, or names something that does not exist. */
  static final int USAGE = 2;

  /** The instrument was not fit to say anything. */
  static final int UNPROVEN = 3;

  /** Two runs from unlike machines. */
  static final int UNLIKE_MACHINES = 4;

  /** A benchmark failed. */
  static final int BENCHMARK_FAILED = 5;

  /** A defect of the tool itself (the number sysexits.h gives to an internal software error). */
  static final int DEFECT = 70;

  private ExitCode() {}
}
