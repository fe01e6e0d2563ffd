package dev.sojourn.results.compare;

import dev.sojourn.results.compare.ClaimOutcome.State;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.StudyCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the claims of a run's studies against its numbers. */
public final class ClaimOutcomes {
  private final Run run;
  private final Matching numbers;

  private ClaimOutcomes(Run run) {
    this.run = run;
    this.numbers = new Matching(run);
  }

  /**
   * One outcome for each claim of each study, in the order the studies make them. A claim that
   * speaks of several parameter points is no better than the worst of them. The numbers of a smoke
   * run speak neither for a claim nor against it.
   *
   * @param run a run, finished or not
   * @return the outcomes
   */
  public static List<ClaimOutcome> of(Run run) {
    ClaimOutcomes outcomes = new ClaimOutcomes(run);
    List<ClaimOutcome> result = new ArrayList<>();
    for (StudyCard study : run.studies()) {
      study.claims().forEach(claim -> result.add(outcomes.outcome(study, claim)));
    }
    return List.copyOf(result);
  }

  private ClaimOutcome outcome(StudyCard study, ClaimCard claim) {
    List<Point> points =
        numbers.arms().stream()
            .filter(arm -> concerns(claim, study, arm))
            .map(arm -> point(claim, arm))
            .flatMap(Optional::stream)
            .toList();
    if (points.isEmpty()) {
      return new ClaimOutcome(
          study, claim, State.NOT_RUN, "no numbers of " + claim.subject() + where(claim));
    }
    Point worst = points.stream().min(Comparator.comparing(Point::standing)).orElseThrow();
    long missing = planned(study, claim) - points.size();
    boolean open = numbers.smoke() || (worst.state == State.SHOWN && missing > 0);
    State state = open ? State.NOT_SEPARABLE : worst.state;
    return new ClaimOutcome(study, claim, state, evidence(claim, worst, points.size(), missing));
  }

  private static boolean concerns(ClaimCard claim, StudyCard study, Arm arm) {
    return arm.study().equals(study.study())
        && arm.method().equals(claim.subject())
        && arm.params().entrySet().containsAll(claim.where().entrySet());
  }

  private long planned(StudyCard study, ClaimCard claim) {
    return run.plan().arms().stream().filter(arm -> concerns(claim, study, arm)).count();
  }

  private Optional<Point> point(ClaimCard claim, Arm arm) {
    return switch (claim.kind()) {
      case RATIO -> ratio(claim, arm);
      case COUNT -> count(claim, arm);
    };
  }

  private Optional<Point> ratio(ClaimCard claim, Arm arm) {
    Arm against = arm.withMethod(claim.against());
    return numbers.against(arm, numbers, against, numbers.pairing(arm, against)).stream()
        .filter(c -> c.metric().name().equals(claim.metric()) && !Double.isNaN(c.ratio()))
        .findFirst()
        .map(c -> new Point(arm, ratioState(claim, c), ratioText(claim, c)));
  }

  private static State ratioState(ClaimCard claim, Comparison c) {
    boolean unfit = c.verdict() instanceof Verdict.Unproven;
    if (unfit || (c.low() == 0 && Double.isInfinite(c.high()))) {
      return State.NOT_SEPARABLE;
    }
    if (within(claim, c.low()) && within(claim, c.high())) {
      return State.SHOWN;
    }
    boolean outside = c.high() < claim.atLeast() || c.low() > claim.atMost();
    return outside ? State.NOT_SHOWN : State.NOT_SEPARABLE;
  }

  private static String ratioText(ClaimCard claim, Comparison c) {
    String interval =
        c.hasInterval()
            ? String.format(Locale.ROOT, " [%.3f, %.3f]", c.low(), c.high())
            : " without an interval";
    return String.format(
        Locale.ROOT,
        "%s of %s / %s = %.3f%s, %d %s",
        claim.metric(),
        claim.subject(),
        claim.against(),
        c.ratio(),
        interval,
        c.forks(),
        c.interleaved() ? (c.forks() == 1 ? "pair" : "pairs") : "forks a side, not interleaved");
  }

  private Optional<Point> count(ClaimCard claim, Arm arm) {
    return forkValues(claim, arm)
        .map(values -> new Point(arm, countState(claim, values), countText(claim, values)));
  }

  private Optional<List<Double>> forkValues(ClaimCard claim, Arm arm) {
    Optional<Measurement> measured = numbers.measurement(arm, claim.metric());
    return measured.map(
        m ->
            ForkValue.of(m).stream()
                .map(f -> ExactComparison.rounded(m.metric(), f.value()))
                .toList());
  }

  private static State countState(ClaimCard claim, List<Double> values) {
    long inside = values.stream().filter(v -> within(claim, v)).count();
    if (inside == values.size()) {
      return State.SHOWN;
    }
    return inside == 0 ? State.NOT_SHOWN : State.NOT_SEPARABLE;
  }

  private static String countText(ClaimCard claim, List<Double> values) {
    String least = ExactComparison.text(values.stream().min(Double::compare).orElseThrow());
    String most = ExactComparison.text(values.stream().max(Double::compare).orElseThrow());
    return "%s of %s = %s in %d %s"
        .formatted(
            claim.metric(),
            claim.subject(),
            least.equals(most) ? least : least + " to " + most,
            values.size(),
            values.size() == 1 ? "fork" : "forks");
  }

  /** A bound that is not a number bounds nothing. */
  private static boolean within(ClaimCard claim, double value) {
    return !Double.isNaN(value) && !(value > claim.atMost()) && !(value < claim.atLeast());
  }

  private String evidence(ClaimCard claim, Point worst, int points, long missing) {
    String at = worst.arm.params().isEmpty() ? "" : " at " + worst.arm.paramsText();
    String of = points > 1 ? " (weakest of " + points + " points)" : "";
    String gaps = missing > 0 ? "; " + missing + " planned points have no numbers" : "";
    String smoke = numbers.smoke() ? "; " + Matching.SMOKE_ALLOWS : "";
    return worst.text + at + of + "; claimed " + claim.bounds() + gaps + smoke;
  }

  private static String where(ClaimCard claim) {
    return claim.where().isEmpty()
        ? ""
        : claim.where().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .sorted()
            .collect(Collectors.joining(",", " at ", ""));
  }

  private record Point(Arm arm, State state, String text) {
    /**
     * From the worst to the best: one point that speaks against a claim outweighs all that do not.
     */
    int standing() {
      return switch (state) {
        case NOT_SHOWN -> 0;
        case NOT_SEPARABLE, NOT_RUN -> 1;
        case SHOWN -> 2;
      };
    }
  }
}
