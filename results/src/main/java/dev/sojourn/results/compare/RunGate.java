package dev.sojourn.results.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the comparison of two runs lets a change pass.
 *
 * <p>Runs that are halves of one interleaved plan of 24 pairs and more go through both stages of
 * {@link TwoStageGate}: the first 8 rounds screen, the others confirm. Everything else is judged in
 * one stage under Holm's correction; a regression that does not stand after it leaves the gate
 * undecided, for there are no fresh pairs to ask.
 */
public final class RunGate {
  /** A slowdown that a comparison must have been more likely than not to show to count as able. */
  public static final double SHOULD_SEE = 0.05;

  /** What a gate can say. */
  public enum State {
    /** Nothing regressed, as far as the comparisons could tell. */
    PASSED,
    /** Something regressed. */
    REGRESSED,
    /** The instrument was not fit, or could not have shown a regression. */
    UNPROVEN
  }

  /**
   * What the gate says, and why.
   *
   * @param state pass or not
   * @param reason one sentence
   * @param comparisons the comparisons as the gate judged them
   */
  public record Outcome(State state, String reason, List<Comparison> comparisons) {
    /** Copies the list. */
    public Outcome {
      comparisons = List.copyOf(comparisons);
    }
  }

  private RunGate() {}

  /**
   * Judges a comparison of two runs.
   *
   * @param comparison two runs compared
   * @return whether the later may pass
   */
  public static Outcome of(RunComparison comparison) {
    List<Comparison> judged = twoStages(comparison) ? inTwoStages(comparison) : inOne(comparison);
    List<Comparison> regressed = ofVerdict(judged, Verdict.Regressed.class);
    if (!regressed.isEmpty()) {
      return outcome(State.REGRESSED, regressed.size() + " regressed", judged);
    }
    if (comparison.unfit().isPresent()) {
      return outcome(State.UNPROVEN, comparison.unfit().orElseThrow(), judged);
    }
    long doubtful = suspected(comparison, judged);
    if (doubtful > 0) {
      return outcome(
          State.UNPROVEN,
          "%d likely regressed, but not after correction for %d comparisons: measure more pairs"
              .formatted(doubtful, Corrected.questions(judged)),
          judged);
    }
    return ability(comparison, judged);
  }

  private static boolean twoStages(RunComparison comparison) {
    int pairs = comparison.uncorrected().stream().mapToInt(Comparison::forks).max().orElse(0);
    return comparison.pairing() == Pairing.PAIRED
        && pairs >= TwoStageGate.SCREEN_PAIRS + TwoStageGate.CONFIRM_PAIRS;
  }

  private static List<Comparison> inTwoStages(RunComparison comparison) {
    int screened = TwoStageGate.SCREEN_PAIRS;
    return TwoStageGate.of(comparison.rounds(round -> round < screened).uncorrected())
        .confirm(comparison.rounds(round -> round >= screened).uncorrected());
  }

  private static List<Comparison> inOne(RunComparison comparison) {
    List<Comparison> all = comparison.uncorrected();
    double[] adjusted =
        Multiplicity.holm(
            all.stream()
                .mapToDouble(c -> c.verdict() instanceof Verdict.Unproven ? Double.NaN : c.pValue())
                .toArray());
    int questions = Corrected.questions(all);
    List<Comparison> judged = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Comparison c = all.get(i);
      boolean falls = Corrected.changed(c) && adjusted[i] > TwoStageGate.CONFIRM_ALPHA;
      judged.add(falls ? Corrected.withheld(c, adjusted[i], questions) : c);
    }
    return judged;
  }

  /** In one stage, what alone would have regressed. */
  private static long suspected(RunComparison comparison, List<Comparison> judged) {
    return twoStages(comparison)
        ? 0
        : ofVerdict(comparison.uncorrected(), Verdict.Regressed.class).size()
            - ofVerdict(judged, Verdict.Regressed.class).size();
  }

  private static Outcome ability(RunComparison comparison, List<Comparison> judged) {
    boolean staged = twoStages(comparison);
    long able = judged.stream().filter(c -> able(c, comparison.margins(c), staged)).count();
    String share =
        "%d of %d comparisons could have shown a slowdown of %d %%"
            .formatted(able, judged.size(), Math.round(100 * SHOULD_SEE));
    return able == 0
        ? outcome(State.UNPROVEN, "nothing could be said: " + share, judged)
        : outcome(State.PASSED, "nothing regressed; " + share, judged);
  }

  /**
   * A slowdown is more likely than not caught when the interval's half fits beneath it. What was
   * only screened would have been confirmed by more pairs, whose interval is narrower.
   */
  private static boolean able(Comparison c, Margins margins, boolean staged) {
    double pairs = staged ? Math.max(c.forks(), TwoStageGate.CONFIRM_PAIRS) : c.forks();
    double half = Math.sqrt(c.forks() / pairs) * Math.log(c.high() / c.low()) / 2;
    return switch (c.verdict()) {
      case Verdict.Unproven unproven -> false;
      case Verdict.Inconclusive open ->
          c.hasInterval() && half + margins.logHarm() <= Math.log1p(SHOULD_SEE);
      case Verdict.Equivalent same -> true;
      case Verdict.Improved better -> true;
      case Verdict.Regressed worse -> true;
    };
  }

  private static Outcome outcome(State state, String reason, List<Comparison> judged) {
    return new Outcome(state, reason, judged);
  }

  private static List<Comparison> ofVerdict(
      List<Comparison> comparisons, Class<? extends Verdict> verdict) {
    return comparisons.stream().filter(c -> verdict.isInstance(c.verdict())).toList();
  }
}
