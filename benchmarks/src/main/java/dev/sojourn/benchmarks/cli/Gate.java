package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.RunGate;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Optional;

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
    return of(comparison, false);
  }

  /**
   * Whether the later run may pass.
   *
   * @param force whether runs of machines that nobody knows are taken for runs of one machine
   */
  static Gate of(RunComparison comparison, boolean force) {
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
    List<Arm> missing = comparison.missing();
    if (!missing.isEmpty()) {
      return new Gate(
          ExitCode.BENCHMARK_FAILED,
          "%s of %s is not in %s%s"
              .formatted(
                  missing.getFirst(), comparison.before().label(), after.label(), more(missing)));
    }
    return undecided(comparison, force)
        .map(why -> new Gate(ExitCode.UNPROVEN, why))
        .orElseGet(() -> of(outcome));
  }

  private static Optional<String> undecided(RunComparison comparison, boolean force) {
    Run after = comparison.after();
    if (!after.finished()) {
      return Optional.of("run " + after.label() + " is unfinished");
    }
    if (!comparison.changed().isEmpty()) {
      return Optional.of(
          "not compared, because their own code has changed: %s; measure both revisions by replay"
              .formatted(String.join(", ", comparison.changed())));
    }
    return comparison.machineUnknown() && !force
        ? Optional.of(
            "nothing tells which machine these numbers are of; if it was one, say --force")
        : Optional.empty();
  }

  private static String more(List<Arm> arms) {
    return arms.size() == 1 ? "" : ", nor are " + (arms.size() - 1) + " others";
  }

  private static Gate of(RunGate.Outcome outcome) {
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
