package dev.sojourn.harness.execute;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import dev.sojourn.results.model.Tail.ForkTail;
import dev.sojourn.results.model.TimerCost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a session has found so far; {@link #snapshot} makes it a {@link Run}.
 *
 * <p>Lists of a snapshot follow the plan's order of arms, whatever order things were found in, so a
 * run that was stopped and resumed equals one that was not.
 *
 * <p><b>Threads.</b> For one thread.
 */
final class RunLog {
  private final Plan plan;
  private final RunHeader header;
  private final Instant startedAt;
  private final TimerCost timer;
  private final Map<Arm, List<ForkSample>> times = new HashMap<>();
  private final Map<Arm, List<ForkSample>> allocations = new HashMap<>();
  private final Map<Arm, List<ForkTail>> tails = new HashMap<>();
  private final List<Answers> answers = new ArrayList<>();
  private final Map<Arm, Failure> failures = new HashMap<>();

  RunLog(Plan plan, RunHeader header, Instant startedAt, TimerCost timer) {
    this.plan = plan;
    this.header = header;
    this.startedAt = startedAt;
    this.timer = timer;
  }

  /** A log that goes on where a stored run ended. */
  static RunLog resuming(Plan plan, Run stored) {
    RunHeader header = new RunHeader(stored.label(), stored.machine(), stored.provenance());
    RunLog log = new RunLog(plan, header, stored.startedAt(), stored.timer());
    for (Measurement measurement : stored.measurements()) {
      log.samples(measurement.metric())
          .computeIfAbsent(measurement.arm(), a -> new ArrayList<>())
          .addAll(measurement.forks());
    }
    for (Tail tail : stored.tails()) {
      log.tails.computeIfAbsent(tail.arm(), a -> new ArrayList<>()).addAll(tail.forks());
    }
    log.answers.addAll(stored.answers());
    stored.failures().forEach(log::failed);
    return log;
  }

  private Map<Arm, List<ForkSample>> samples(Metric metric) {
    return metric.equals(Metric.TIME) ? times : allocations;
  }

  /** Whether an arm's fork of that round was measured already. */
  boolean has(PlannedFork fork) {
    return times.getOrDefault(fork.arm(), List.of()).stream()
        .anyMatch(sample -> sample.round() == fork.round());
  }

  boolean hasFailed(Arm arm) {
    return failures.containsKey(arm);
  }

  /** Whether the answers at a point have been judged, one way or the other. */
  boolean judged(Plan.Point point) {
    String study = point.study().card().study();
    SortedMap<String, String> params = point.params();
    return answers.stream().anyMatch(a -> a.study().equals(study) && a.params().equals(params))
        || point.arms().stream().allMatch(this::hasFailed);
  }

  void answered(Answers found) {
    answers.add(found);
  }

  /** Keeps the first failure of an arm; later ones would only follow from it. */
  void failed(Failure failure) {
    failures.putIfAbsent(failure.arm(), failure);
  }

  void measured(PlannedFork fork, ForkOutcome.Measured outcome) {
    Arm arm = fork.arm();
    add(times, arm, sample(fork, outcome, outcome.warmup(), outcome.scores()));
    outcome
        .allocatedBytes()
        .ifPresent(
            bytes -> add(allocations, arm, sample(fork, outcome, List.of(), List.of(bytes))));
    outcome
        .latencies()
        .ifPresent(histogram -> add(tails, arm, new ForkTail(fork.round(), histogram)));
  }

  private static ForkSample sample(
      PlannedFork fork, ForkOutcome.Measured outcome, List<Double> warmup, List<Double> scores) {
    return new ForkSample(fork.round(), fork.position(), outcome.startedAt(), warmup, scores);
  }

  private static <T> void add(Map<Arm, List<T>> lists, Arm arm, T value) {
    lists.computeIfAbsent(arm, a -> new ArrayList<>()).add(value);
  }

  /** Names every arm that has fewer forks than were planned, for whatever reason. */
  void closeGaps() {
    for (Arm arm : plan.arms()) {
      int obtained = times.getOrDefault(arm, List.of()).size();
      if (obtained < plan.pairs()) {
        failed(new Failure(arm, "missing", obtained + " of " + plan.pairs() + " forks obtained"));
      }
    }
  }

  Run snapshot(@Nullable Instant finishedAt) {
    return new Run(
        header.label(),
        startedAt,
        finishedAt,
        plan.card(),
        header.machine(),
        header.provenance(),
        timer,
        plan.studies().stream().map(StudyDescriptor::card).toList(),
        plan.arms().stream().flatMap(this::measurements).toList(),
        plan.points().stream().flatMap(this::tails).toList(),
        answers,
        plan.arms().stream().map(failures::get).flatMap(Stream::ofNullable).toList());
  }

  private Stream<Measurement> measurements(Arm arm) {
    return Stream.of(Metric.TIME, Metric.ALLOCATION)
        .flatMap(
            metric ->
                Stream.ofNullable(samples(metric).get(arm))
                    .map(forks -> new Measurement(arm, metric, forks)));
  }

  private Stream<Tail> tails(Plan.Point point) {
    return point.arms().stream()
        .flatMap(
            arm ->
                Stream.ofNullable(tails.get(arm))
                    .map(forks -> new Tail(arm, point.study().batch(), forks)));
  }
}
