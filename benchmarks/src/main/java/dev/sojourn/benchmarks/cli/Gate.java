package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.RunGate;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.Run;

/**
 * Whether a comparison lets a change pass. A gate that could not compare has not shown anything.
 */
final class Gate {
  private final int exitCode;
  private final String sentence;

  private Gate(int exitCode, String sentence) {
    this.exitCode = exitCode;
    this.sentence = sentence;
  }

  static Gate of(RunComparison comparison) {
    Run after = comparison.after();
    RunGate.Outcome outcome = RunGate.of(comparison);
    if (outcome.state() == RunGate.State.REGRESSED) {
      return new Gate(ExitCode.REGRESSION, outcome.reason());
    }
    long failed = after.failures().stream().filter(Failure::hurts).count();
    if (failed > 0) {
      return new Gate(
          ExitCode.BENCHMARK_FAILED, "%d benchmarks of %s failed".formatted(failed, after.label()));
    }
    if (!after.finished()) {
      return new Gate(ExitCode.UNPROVEN, "run " + after.label() + " is unfinished");
    }
    boolean passed = outcome.state() == RunGate.State.PASSED;
    return new Gate(passed ? ExitCode.OK : ExitCode.UNPROVEN, outcome.reason());
  }

  int exitCode() {
    return exitCode;
  }

  /** What was decided and why, in one line. */
  String sentence() {
    String decision =
        switch (exitCode) {
          case ExitCode.OK -> "passed";
          case ExitCode.REGRESSION -> "regression";
          case ExitCode.UNPROVEN -> "unproven";
          default -> "failed";
        };
    return "gate: " + decision + " (exit " + exitCode + "): " + sentence;
  }
}
