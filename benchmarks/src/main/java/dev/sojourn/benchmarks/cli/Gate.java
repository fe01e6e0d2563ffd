package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.Verdict;
import dev.sojourn.results.model.Run;

/**
 * Whether a comparison lets a change pass. A gate that could not compare has not shown anything.
 */
final class Gate {
  private Gate() {}

  static int exitCode(RunComparison comparison) {
    Run after = comparison.after();
    if (has(comparison, Verdict.Regressed.class)) {
      return ExitCode.REGRESSION;
    }
    if (!after.failures().isEmpty()) {
      return ExitCode.BENCHMARK_FAILED;
    }
    boolean anythingSaid =
        has(comparison, Verdict.Improved.class) || has(comparison, Verdict.Equivalent.class);
    return after.finished() && anythingSaid ? ExitCode.OK : ExitCode.UNPROVEN;
  }

  private static boolean has(RunComparison comparison, Class<? extends Verdict> verdict) {
    return comparison.comparisons().stream().anyMatch(c -> verdict.isInstance(c.verdict()));
  }
}
