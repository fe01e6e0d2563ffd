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
          "not in %s: %s of %s"
              .formatted(after.label(), names(missing), comparison.before().label()));
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
    Optional<String> gap = gap(comparison);
    if (gap.isPresent()) {
      return gap;
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

  /** What the earlier run should have and has not: a change of that would pass unseen. */
  private static Optional<String> gap(RunComparison comparison) {
    Run before = comparison.before();
    List<Arm> failed =
        before.failures().stream().filter(Failure::hurts).map(Failure::arm).distinct().toList();
    if (!failed.isEmpty()) {
      return Optional.of(
          "no whole baseline: failed in %s: %s".formatted(before.label(), names(failed)));
    }
    if (before.finished()) {
      return Optional.empty();
    }
    List<Arm> lacking = comparison.withoutBaseline();
    String unfinished = "no whole baseline: run " + before.label() + " is unfinished";
    return Optional.of(
        lacking.isEmpty() ? unfinished : unfinished + " and lacks " + names(lacking));
  }

  private static String names(List<Arm> arms) {
    int more = arms.size() - 1;
    return more == 0 ? arms.getFirst().toString() : arms.getFirst() + " and " + more + " more";
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
