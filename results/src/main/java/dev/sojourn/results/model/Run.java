package dev.sojourn.results.model;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a plan on one machine.
 *
 * @param label when, in the user's words
 * @param startedAt when the first fork started
 * @param finishedAt when the last one ended; null while the run is unfinished
 * @param plan what was meant to be measured
 * @param machine where
 * @param provenance which code
 * @param timer what the clock cost
 * @param studies the studies' own words
 * @param measurements one per arm and metric
 * @param tails one per arm that recorded latencies
 * @param answers the gate's findings
 * @param failures what could not be measured
 * @param conditions what the machine did beside each fork; empty in runs of before it was recorded
 */
public record Run(
    Label label,
    Instant startedAt,
    @Nullable Instant finishedAt,
    PlanCard plan,
    Machine machine,
    Provenance provenance,
    TimerCost timer,
    List<StudyCard> studies,
    List<Measurement> measurements,
    List<Tail> tails,
    List<Answers> answers,
    List<Failure> failures,
    List<ForkConditions> conditions) {

  /** Copies the lists. */
  public Run {
    studies = List.copyOf(studies);
    measurements = List.copyOf(measurements);
    tails = List.copyOf(tails);
    answers = List.copyOf(answers);
    failures = List.copyOf(failures);
    conditions = List.copyOf(conditions);
  }

  /**
   * Whether every planned fork was run, successfully or not.
   *
   * @return true once finished
   */
  public boolean finished() {
    return finishedAt != null;
  }

  /**
   * The same run as part of a longer plan.
   *
   * @param whole what was meant to be measured in all
   * @param finished whether this was all there was to do of it, if the run has ended
   * @return a copy
   */
  public Run partOf(PlanCard whole, boolean finished) {
    return new Run(
        label,
        startedAt,
        finished ? finishedAt : null,
        whole,
        machine,
        provenance,
        timer,
        studies,
        measurements,
        tails,
        answers,
        failures,
        conditions);
  }

  /**
   * What was measured and means something. Every fork has a time, but a lab's only says how long
   * its schedule was.
   *
   * @return all measurements except the times of labs
   */
  public List<Measurement> findings() {
    Set<String> labs =
        studies.stream().filter(StudyCard::isLab).map(StudyCard::study).collect(toSet());
    return measurements.stream()
        .filter(m -> !m.metric().equals(Metric.TIME) || !labs.contains(m.arm().study()))
        .toList();
  }

  /**
   * One metric of one arm.
   *
   * @param arm the arm
   * @param metric the metric's name
   * @return the measurement, if the run has it
   */
  public Optional<Measurement> measurement(Arm arm, String metric) {
    return measurements.stream()
        .filter(m -> m.arm().equals(arm) && m.metric().name().equals(metric))
        .findFirst();
  }

  /**
   * The latency distribution of one arm.
   *
   * @param arm the arm
   * @return the tail, if the run recorded one
   */
  public Optional<Tail> tail(Arm arm) {
    return tail(arm, Tail.LATENCY);
  }

  /**
   * All views of an arm's times.
   *
   * @param arm the arm
   * @return its latency first, where it has one
   */
  public List<Tail> views(Arm arm) {
    return tails.stream()
        .filter(tail -> tail.arm().equals(arm))
        .sorted(Comparator.comparing(tail -> !tail.view().equals(Tail.LATENCY)))
        .toList();
  }

  /**
   * One view of an arm's times.
   *
   * @param arm the arm
   * @param view such as {@link Tail#LATENCY}
   * @return the tail, if the run recorded one
   */
  public Optional<Tail> tail(Arm arm, String view) {
    return tails.stream().filter(t -> t.arm().equals(arm) && t.view().equals(view)).findFirst();
  }

  /**
   * What a study says of itself.
   *
   * @param study fully qualified class name
   * @return the card, if the run has it
   */
  public Optional<StudyCard> study(String study) {
    return studies.stream().filter(s -> s.study().equals(study)).findFirst();
  }
}
