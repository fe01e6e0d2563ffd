package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.PlanCard;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A run's numbers by arm, so that two arms are put side by side in one step.
 *
 * <p><b>Threads.</b> Any number.
 */
final class Matching {
  /** The effort that shows that things work and never allows a verdict. */
  static final String SMOKE = "smoke";

  static final String SMOKE_ALLOWS = "smoke effort shows that things run and allows no verdict";

  private final Run run;
  private final Optional<Calibration> calibration;
  private final Fitness fitness;
  private final Map<Arm, List<Measurement>> measurements = new LinkedHashMap<>();
  private final Map<Arm, Tail> tails = new LinkedHashMap<>();
  private final Map<Arm, ComparedTail> compared = new ConcurrentHashMap<>();
  private final Map<Arm, List<ForkConditions>> conditions = new HashMap<>();
  private final List<Arm> arms;

  Matching(Run run) {
    this(run, Optional.empty());
  }

  /** A run of which it is known how noisy its machine is, if it is. */
  Matching(Run run, Optional<Calibration> calibration) {
    this.run = run;
    this.calibration = calibration;
    this.fitness = new Fitness(run);
    run.findings().stream()
        .filter(m -> !m.forks().isEmpty())
        .forEach(m -> measurements.computeIfAbsent(m.arm(), arm -> new ArrayList<>()).add(m));
    run.tails().stream()
        .filter(t -> t.view().equals(Tail.LATENCY))
        .forEach(t -> tails.putIfAbsent(t.arm(), t));
    run.conditions()
        .forEach(c -> conditions.computeIfAbsent(c.arm(), arm -> new ArrayList<>()).add(c));
    Set<Arm> withNumbers = new LinkedHashSet<>(measurements.keySet());
    withNumbers.addAll(tails.keySet());
    this.arms = List.copyOf(withNumbers);
  }

  /** Every arm with numbers, in the order the run holds them. */
  List<Arm> arms() {
    return arms;
  }

  boolean has(Arm arm) {
    return measurements.containsKey(arm) || tails.containsKey(arm);
  }

  List<Measurement> measurements(Arm arm) {
    return measurements.getOrDefault(arm, List.of());
  }

  Optional<Measurement> measurement(Arm arm, String metric) {
    return measurements(arm).stream().filter(m -> m.metric().name().equals(metric)).findFirst();
  }

  Optional<ComparedTail> tail(Arm arm) {
    return Optional.ofNullable(tails.get(arm))
        .map(tail -> compared.computeIfAbsent(arm, a -> compared(tail)));
  }

  private ComparedTail compared(Tail tail) {
    return ComparedTail.of(tail, PlatformTail.hiccups(conditions(tail.arm())));
  }

  private List<ForkConditions> conditions(Arm arm) {
    return conditions.getOrDefault(arm, List.of());
  }

  boolean smoke() {
    return run.plan().effort().equals(SMOKE);
  }

  /** Everything of one arm against the same of another arm, which may be of another run. */
  List<Comparison> against(Arm subject, Matching other, Arm reference, Pairing pairing) {
    List<Comparison> result = new ArrayList<>();
    for (Measurement mine : measurements(subject)) {
      other
          .measurement(reference, mine.metric().name())
          .filter(theirs -> theirs.metric().equals(mine.metric()))
          .map(theirs -> compared(mine, other, theirs, pairing))
          .ifPresent(result::add);
    }
    result.addAll(tailsAgainst(subject, other, reference, pairing));
    if (smoke() || other.smoke()) {
      return result.stream().map(Matching::withheld).toList();
    }
    return fitness
        .objection(subject, other.fitness, reference, pairing, Welch.sessionSigma(calibration))
        .map(reason -> result.stream().map(c -> unproven(c, reason)).toList())
        .orElse(result);
  }

  /** What is counted and not timed is the same on a machine that is not fit. */
  static Comparison unproven(Comparison c, String reason) {
    return c.metric().deterministic() || c.verdict() instanceof Verdict.Unproven
        ? c
        : c.withVerdict(new Verdict.Unproven(reason));
  }

  private Comparison compared(
      Measurement mine, Matching other, Measurement theirs, Pairing pairing) {
    Sides sides =
        new Sides(
            mine.arm(),
            theirs.arm(),
            mine.metric(),
            ForkValue.of(mine),
            ForkValue.of(theirs),
            pairing,
            calibration);
    return mine.metric().deterministic()
        ? ExactComparison.of(sides, Math.max(resolution(mine), other.resolution(theirs)))
        : sides.compare();
  }

  private double resolution(Measurement mine) {
    return Resolution.of(conditions(mine.arm()), mine.metric());
  }

  private List<Comparison> tailsAgainst(
      Arm subject, Matching other, Arm reference, Pairing pairing) {
    Optional<ComparedTail> mine = tail(subject);
    Optional<ComparedTail> theirs = other.tail(reference);
    if (mine.isEmpty() || theirs.isEmpty() || mine.get().batch() != theirs.get().batch()) {
      return List.of();
    }
    return TailQuantiles.metrics().stream()
        .flatMap(
            metric ->
                mine.get().known(metric).stream()
                    .flatMap(
                        here ->
                            theirs.get().known(metric).stream()
                                .map(there -> quantile(subject, here, reference, there, pairing))))
        .toList();
  }

  private Comparison quantile(
      Arm subject,
      ComparedTail.Quantile mine,
      Arm reference,
      ComparedTail.Quantile theirs,
      Pairing pairing) {
    Comparison comparison =
        new Sides(
                subject,
                reference,
                mine.metric(),
                mine.forks(),
                theirs.forks(),
                pairing,
                calibration)
            .compare();
    return mine.platformLimited() || theirs.platformLimited()
        ? unproven(comparison, PlatformTail.NO_CLAIM)
        : comparison;
  }

  private static Comparison withheld(Comparison c) {
    return c.withVerdict(new Verdict.Inconclusive(Judge.FEWEST_PAIRS, SMOKE_ALLOWS));
  }

  /** Within one run: unpaired when all forks of one arm had run before the first of the other. */
  Pairing pairing(Arm one, Arm other) {
    IntSummaryStatistics first = positions(one);
    IntSummaryStatistics second = positions(other);
    boolean apart = first.getMax() < second.getMin() || second.getMax() < first.getMin();
    boolean several = first.getCount() > 1 && second.getCount() > 1;
    return several && apart ? Pairing.UNPAIRED : Pairing.PAIRED;
  }

  private IntSummaryStatistics positions(Arm arm) {
    return measurements(arm).stream()
        .max(Comparator.comparingInt(m -> m.forks().size()))
        .map(m -> m.forks().stream().mapToInt(ForkSample::position).summaryStatistics())
        .orElseGet(IntSummaryStatistics::new);
  }

  /**
   * Two runs are halves of one interleaved plan when they share its start and seed and no place in
   * its order.
   */
  static Pairing pairing(Run before, Run after) {
    PlanCard plan = before.plan();
    boolean onePlan =
        plan.seed() == after.plan().seed() && before.startedAt().equals(after.startedAt());
    Set<Integer> shared = positions(before);
    shared.retainAll(positions(after));
    return onePlan && shared.isEmpty() ? Pairing.PAIRED : Pairing.UNPAIRED;
  }

  private static Set<Integer> positions(Run run) {
    Set<Integer> positions = new HashSet<>();
    run.measurements().forEach(m -> m.forks().forEach(f -> positions.add(f.position())));
    return positions;
  }
}
