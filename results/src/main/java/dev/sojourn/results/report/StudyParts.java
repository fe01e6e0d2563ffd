package dev.sojourn.results.report;

import static java.util.stream.Collectors.groupingBy;

import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import dev.sojourn.results.model.Tail;
import java.util.List;
import java.util.Map;

/**
 * A run taken apart by study, each part a run of its own: what is asked of one study is not looked
 * for among the numbers of all.
 */
final class StudyParts {
  private final Run run;
  private final Map<String, List<Arm>> planned;
  private final Map<String, List<StudyCard>> cards;
  private final Map<String, List<Measurement>> measurements;
  private final Map<String, List<Tail>> tails;
  private final Map<String, List<Answers>> answers;
  private final Map<String, List<Failure>> failures;
  private final Map<String, List<ForkConditions>> conditions;

  StudyParts(Run run) {
    this.run = run;
    planned = run.plan().arms().stream().collect(groupingBy(Arm::study));
    cards = run.studies().stream().collect(groupingBy(StudyCard::study));
    measurements = run.measurements().stream().collect(groupingBy(m -> m.arm().study()));
    tails = run.tails().stream().collect(groupingBy(tail -> tail.arm().study()));
    answers = run.answers().stream().collect(groupingBy(Answers::study));
    failures = run.failures().stream().collect(groupingBy(failure -> failure.arm().study()));
    conditions = run.conditions().stream().collect(groupingBy(fork -> fork.arm().study()));
  }

  /** All the run has of a study, in its order; nothing of one it does not know. */
  Run of(String study) {
    PlanCard plan = run.plan();
    return new Run(
        run.label(),
        run.startedAt(),
        run.finishedAt(),
        plan.withArms(planned.getOrDefault(study, List.of())),
        run.machine(),
        run.provenance(),
        run.timer(),
        cards.getOrDefault(study, List.of()),
        measurements.getOrDefault(study, List.of()),
        tails.getOrDefault(study, List.of()),
        answers.getOrDefault(study, List.of()),
        failures.getOrDefault(study, List.of()),
        conditions.getOrDefault(study, List.of()));
  }
}
