package dev.sojourn.harness.execute;

import dev.sojourn.harness.Plan;
import dev.sojourn.harness.PlannedFork;
import dev.sojourn.harness.StudyDescriptor;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkConditions.Fate;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import dev.sojourn.results.model.Tail.ForkTail;
import dev.sojourn.results.model.TimerCost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
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
  /** Why a round is thrown out whose forks a stop has parted; counts for no disturbance. */
  static final String STOPPED_WITHIN = "the run was stopped within this round";

  private final Plan plan;
  private final PlanCard card;
  private final RunHeader header;
  private final Instant startedAt;
  private final TimerCost timer;
  private final Map<Arm, Map<Metric, List<ForkSample>>> samples = new HashMap<>();
  private final Map<Arm, Map<String, List<ForkTail>>> tails = new HashMap<>();
  private final List<Answers> answers = new ArrayList<>();
  private final Map<Arm, Failure> failures = new HashMap<>();
  private final List<ForkConditions> conditions = new ArrayList<>();

  RunLog(Plan plan, RunHeader header, Instant startedAt, TimerCost timer) {
    this(plan, plan.card(), header, startedAt, timer);
  }

  private RunLog(Plan plan, PlanCard card, RunHeader header, Instant startedAt, TimerCost timer) {
    this.plan = plan;
    this.card = card;
    this.header = header;
    this.startedAt = startedAt;
    this.timer = timer;
  }

  /** A log that goes on where a stored run ended. */
  static RunLog resuming(Plan plan, Run stored) {
    RunHeader header = new RunHeader(stored.label(), stored.machine(), stored.provenance());
    RunLog log = new RunLog(plan, stored.plan(), header, stored.startedAt(), stored.timer());
    for (Measurement measurement : stored.measurements()) {
      log.samples(measurement.arm(), measurement.metric()).addAll(measurement.forks());
    }
    for (Tail tail : stored.tails()) {
      log.tails(tail.arm(), tail.view()).addAll(tail.forks());
    }
    log.answers.addAll(stored.answers());
    stored.failures().forEach(log::failed);
    log.conditions.addAll(stored.conditions());
    return log;
  }

  private List<ForkSample> samples(Arm arm, Metric metric) {
    return samples
        .computeIfAbsent(arm, a -> new LinkedHashMap<>())
        .computeIfAbsent(metric, m -> new ArrayList<>());
  }

  private List<ForkTail> tails(Arm arm, String view) {
    return tails
        .computeIfAbsent(arm, a -> new LinkedHashMap<>())
        .computeIfAbsent(view, v -> new ArrayList<>());
  }

  private List<ForkSample> times(Arm arm) {
    return samples.getOrDefault(arm, Map.of()).getOrDefault(Metric.TIME, List.of());
  }

  /** Whether an arm's fork of that round was measured already. */
  boolean has(PlannedFork fork) {
    return times(fork.arm()).stream().anyMatch(sample -> sample.round() == fork.round());
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
    samples(arm, Metric.TIME).add(sample(fork, outcome, outcome.warmup(), outcome.scores()));
    outcome.allocatedBytes().ifPresent(bytes -> number(fork, outcome, Metric.ALLOCATION, bytes));
    outcome.metrics().forEach((metric, value) -> number(fork, outcome, metric, value));
    outcome
        .views()
        .forEach((view, histogram) -> tails(arm, view).add(new ForkTail(fork.round(), histogram)));
  }

  private static ForkSample sample(
      PlannedFork fork, ForkOutcome.Measured outcome, List<Double> warmup, List<Double> scores) {
    return new ForkSample(fork.round(), fork.position(), outcome.startedAt(), warmup, scores);
  }

  private void number(PlannedFork fork, ForkOutcome.Measured outcome, Metric metric, double value) {
    samples(fork.arm(), metric).add(sample(fork, outcome, List.of(), List.of(value)));
  }

  /** Keeps what the machine did beside a fork. */
  void conditions(ForkConditions fork) {
    conditions.add(fork);
  }

  /** How often a fork was run to its end, whatever became of it. */
  int attempts(PlannedFork fork) {
    return (int) conditionsOf(fork).count();
  }

  /** Whether the fork's last try was thrown out because it had not settled. */
  boolean isSecondTry(PlannedFork fork) {
    return conditionsOf(fork)
        .reduce((earlier, later) -> later)
        .filter(last -> last.fate() == Fate.REPEATED)
        .isPresent();
  }

  private Stream<ForkConditions> conditionsOf(PlannedFork fork) {
    return conditions.stream().filter(c -> c.arm().equals(fork.arm()) && c.round() == fork.round());
  }

  /** Whether a round was thrown out and nothing of it has been measured since. */
  boolean isVoid(Plan.Round round) {
    return round.forks().stream().noneMatch(this::has)
        && round.forks().stream()
            .anyMatch(fork -> conditionsOf(fork).anyMatch(c -> c.fate() == Fate.VOID));
  }

  /**
   * How many rounds of a point were thrown out for being disturbed. Some arm ran in each of a
   * round's tries, and that arm's void forks count them.
   */
  int repeats(Plan.Point point) {
    Map<Integer, Map<Arm, Long>> byRound =
        conditions.stream()
            .filter(c -> c.fate() == Fate.VOID && !c.reason().equals(STOPPED_WITHIN))
            .filter(c -> point.arms().contains(c.arm()))
            .collect(
                Collectors.groupingBy(
                    ForkConditions::round,
                    Collectors.groupingBy(ForkConditions::arm, Collectors.counting())));
    return byRound.values().stream()
        .mapToInt(arms -> Collections.max(arms.values()).intValue())
        .sum();
  }

  /** When the latest fork of a round that counts was started. */
  Optional<Instant> lastStart(Plan.Round round) {
    return round.forks().stream()
        .flatMap(fork -> times(fork.arm()).stream().filter(t -> t.round() == fork.round()))
        .map(ForkSample::startedAt)
        .max(Comparator.naturalOrder());
  }

  /** Throws out what a round has measured; its scores stay with its conditions. */
  void discard(Plan.Round round, String reason) {
    for (PlannedFork fork : round.forks()) {
      times(fork.arm()).stream()
          .filter(sample -> sample.round() == fork.round())
          .findFirst()
          .ifPresent(sample -> discard(fork, sample, reason));
    }
  }

  private void discard(PlannedFork fork, ForkSample sample, String reason) {
    samples
        .getOrDefault(fork.arm(), Map.of())
        .values()
        .forEach(forks -> forks.removeIf(other -> other.round() == fork.round()));
    tails
        .getOrDefault(fork.arm(), Map.of())
        .values()
        .forEach(forks -> forks.removeIf(other -> other.round() == fork.round()));
    Optional<ForkConditions> kept = conditionsOf(fork).filter(ForkConditions::counts).findFirst();
    kept.ifPresent(conditions::remove);
    conditions.add(
        new ForkConditions(
            fork.arm(),
            fork.round(),
            fork.position(),
            kept.map(ForkConditions::attempt).orElse(1),
            Fate.VOID,
            reason,
            kept.map(ForkConditions::facts).orElseGet(TreeMap::new),
            sample.scores(),
            kept.flatMap(ForkConditions::hiccups)));
  }

  /** Names every arm that has fewer forks than were planned, for whatever reason. */
  void closeGaps() {
    for (Arm arm : plan.arms()) {
      int obtained = (int) times(arm).stream().map(ForkSample::round).distinct().count();
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
        card,
        header.machine(),
        header.provenance(),
        timer,
        plan.studies().stream().map(StudyDescriptor::card).toList(),
        plan.arms().stream().flatMap(this::measurements).toList(),
        plan.points().stream().flatMap(this::tails).toList(),
        answers,
        plan.arms().stream().map(failures::get).flatMap(Stream::ofNullable).toList(),
        conditionsInOrder());
  }

  private Stream<Measurement> measurements(Arm arm) {
    return samples.getOrDefault(arm, Map.of()).entrySet().stream()
        .filter(metric -> !metric.getValue().isEmpty())
        .map(
            metric ->
                new Measurement(
                    arm, metric.getKey(), inOrder(metric.getValue(), ForkSample::round)));
  }

  private Stream<Tail> tails(Plan.Point point) {
    return point.arms().stream()
        .flatMap(
            arm ->
                tails.getOrDefault(arm, Map.of()).entrySet().stream()
                    .filter(view -> !view.getValue().isEmpty())
                    .map(
                        view ->
                            new Tail(
                                arm,
                                view.getKey(),
                                point.study().batch(),
                                inOrder(view.getValue(), ForkTail::round))));
  }

  /** A round that was repeated was found after later ones. */
  private static <T> List<T> inOrder(List<T> forks, ToIntFunction<T> round) {
    return forks.stream().sorted(Comparator.comparingInt(round)).toList();
  }

  private List<ForkConditions> conditionsInOrder() {
    Map<Arm, Integer> places = new HashMap<>();
    plan.arms().forEach(arm -> places.putIfAbsent(arm, places.size()));
    return conditions.stream()
        .sorted(
            Comparator.<ForkConditions>comparingInt(c -> places.getOrDefault(c.arm(), 0))
                .thenComparingInt(ForkConditions::round)
                .thenComparingInt(ForkConditions::attempt))
        .toList();
  }
}
