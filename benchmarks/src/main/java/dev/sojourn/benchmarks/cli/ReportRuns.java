package dev.sojourn.benchmarks.cli;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Run;
import java.util.function.Predicate;

/** Runs cut down to the studies a page is asked for. */
final class ReportRuns {
  private ReportRuns() {}

  static Run only(Run run, Predicate<String> study) {
    Predicate<Arm> wanted = arm -> study.test(arm.study());
    PlanCard plan = run.plan();
    return new Run(
        run.label(),
        run.startedAt(),
        run.finishedAt(),
        plan.withArms(plan.arms().stream().filter(wanted).toList()),
        run.machine(),
        run.provenance(),
        run.timer(),
        run.studies().stream().filter(card -> study.test(card.study())).toList(),
        run.measurements().stream().filter(m -> wanted.test(m.arm())).toList(),
        run.tails().stream().filter(tail -> wanted.test(tail.arm())).toList(),
        run.answers().stream().filter(a -> study.test(a.study())).toList(),
        run.failures().stream().filter(f -> wanted.test(f.arm())).toList(),
        run.conditions().stream().filter(c -> wanted.test(c.arm())).toList());
  }
}
