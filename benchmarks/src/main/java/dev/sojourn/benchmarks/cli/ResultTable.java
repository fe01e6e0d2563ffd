package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.Contrasts;
import dev.sojourn.results.compare.Verdict;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.report.Units;

/** A run's times as the one table of the README: every implementation against its baseline. */
final class ResultTable {
  private ResultTable() {}

  static String markdown(Run run) {
    StringBuilder table = new StringBuilder(heading(run));
    table.append(
        "| study | at | implementation | baseline | time, ratio | 95 % interval | verdict |\n");
    table.append("|---|---|---|---|---:|---|---|\n");
    Contrasts.of(run).stream()
        .filter(contrast -> contrast.metric().equals(Metric.TIME))
        .forEach(contrast -> table.append(row(contrast)));
    return table.toString();
  }

  private static String heading(Run run) {
    return "Run `%s` on `%s` (%s, %s CPUs, %s): effort `%s`, %d pairs, committed under `results/runs`.\n\n"
        .formatted(
            run.label(),
            run.machine().name(),
            fact(run, Machine.CPU_MODEL),
            fact(run, Machine.CPU_COUNT),
            fact(run, Machine.JDK),
            run.plan().effort(),
            run.plan().pairs());
  }

  private static String fact(Run run, String key) {
    return run.machine().identity().getOrDefault(key, "unknown");
  }

  private static String row(Comparison contrast) {
    return "| `%s` | %s | %s, %s | %s, %s | %s | %s | %s |\n"
        .formatted(
            contrast.subject().studyName(),
            contrast.subject().paramsText(),
            contrast.subject().method(),
            Units.time(contrast.subjectValue()),
            contrast.reference().method(),
            Units.time(contrast.referenceValue()),
            Units.ratio(contrast.ratio()),
            contrast.hasInterval()
                ? Units.interval(contrast.low(), contrast.high())
                : "too few pairs",
            word(contrast.verdict()));
  }

  /** Within a run a cost is not better or worse than before, but than the baseline's. */
  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Improved _ -> "faster";
      case Verdict.Regressed _ -> "slower";
      case Verdict.Equivalent _, Verdict.Inconclusive _, Verdict.Unproven _ -> verdict.word();
    };
  }
}
