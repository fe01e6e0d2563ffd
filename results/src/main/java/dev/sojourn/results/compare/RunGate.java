package dev.sojourn.results.compare;

import dev.sojourn.results.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the comparison of two runs lets a change pass.
 *
 * <p>Runs that are halves of one interleaved plan of 24 pairs and more go through both stages of
 * {@link TwoStageGate}: the first 8 rounds screen, the others confirm. What was planned decides, so
 * that a plan stopped after its screen is not judged by that. Everything else is judged in one
 * stage under Holm's correction; a regression that does not stand after it leaves the gate
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
    boolean staged = twoStages(comparison);
    List<Comparison> judged = staged ? inTwoStages(comparison) : inOne(comparison);
    List<Comparison> regressed = ofVerdict(judged, Verdict.Regressed.class);
    if (!regressed.isEmpty()) {
      return outcome(
          State.REGRESSED, regressed.size() + " regressed: " + Words.of(regressed), judged);
    }
    if (comparison.unfit().isPresent()) {
      return outcome(State.UNPROVEN, comparison.unfit().orElseThrow(), judged);
    }
    List<Comparison> doubtful =
        staged ? unresolved(comparison, judged) : fallen(comparison, judged);
    return doubtful.isEmpty()
        ? ability(comparison, judged, staged)
        : outcome(
            State.UNPROVEN,
            "%d likely regressed, but not after correction for %d comparisons: measure more pairs of %s"
                .formatted(doubtful.size(), Corrected.questions(judged), Words.of(doubtful)),
            judged);
  }

  private static boolean twoStages(RunComparison comparison) {
    int planned = Math.min(comparison.before().plan().pairs(), comparison.after().plan().pairs());
    int obtained = comparison.uncorrected().stream().mapToInt(Comparison::forks).max().orElse(0);
    int pairs = Math.max(planned, obtained);
    return comparison.pairing() == Pairing.PAIRED
        && pairs >= TwoStageGate.SCREEN_PAIRS + TwoStageGate.CONFIRM_PAIRS;
  }

  /**
   * What all rounds together object to, such as canaries that eight pairs cannot vouch for, is
   * unproven in either stage.
   */
  private static List<Comparison> inTwoStages(RunComparison comparison) {
    Map<List<Object>, Comparison> unproven =
        ofVerdict(comparison.uncorrected(), Verdict.Unproven.class).stream()
            .collect(Collectors.toMap(TwoStageGate::key, c -> c, (first, again) -> first));
    return screen(comparison).confirm(fresh(comparison)).stream()
        .map(c -> unproven.getOrDefault(TwoStageGate.key(c), c))
        .toList();
  }

  /**
   * Both stages for readers: suspects as the gate judged them, the others corrected for their
   * number, since to look better is no question of a gate.
   */
  static List<Comparison> staged(RunComparison comparison) {
    Set<List<Object>> suspects = suspects(comparison);
    List<Comparison> judged = inTwoStages(comparison);
    Map<List<Object>, Comparison> others =
        Corrected.of(judged.stream().filter(c -> !suspects.contains(TwoStageGate.key(c))).toList())
            .stream()
            .collect(Collectors.toMap(TwoStageGate::key, c -> c, (first, again) -> first));
    return judged.stream().map(c -> others.getOrDefault(TwoStageGate.key(c), c)).toList();
  }

  private static Set<List<Object>> suspects(RunComparison comparison) {
    return screen(comparison).survivors().stream()
        .map(TwoStageGate::key)
        .collect(Collectors.toSet());
  }

  private static TwoStageGate screen(RunComparison comparison) {
    return TwoStageGate.of(
        comparison.rounds(round -> round < TwoStageGate.SCREEN_PAIRS).uncorrected());
  }

  private static List<Comparison> fresh(RunComparison comparison) {
    return comparison.rounds(round -> round >= TwoStageGate.SCREEN_PAIRS).uncorrected();
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

  /** In one stage: what alone would have regressed and fell to the correction. */
  private static List<Comparison> fallen(RunComparison comparison, List<Comparison> judged) {
    return notRegressed(judged, ofVerdict(comparison.uncorrected(), Verdict.Regressed.class));
  }

  /**
   * In two stages: suspects whose fresh pairs could not be judged, or regressed alone and fell to
   * the correction.
   */
  private static List<Comparison> unresolved(RunComparison comparison, List<Comparison> judged) {
    Set<List<Object>> suspects = suspects(comparison);
    List<Comparison> again =
        fresh(comparison).stream().filter(c -> suspects.contains(TwoStageGate.key(c))).toList();
    List<Comparison> result =
        new ArrayList<>(notRegressed(judged, ofVerdict(again, Verdict.Regressed.class)));
    judged.stream()
        .filter(c -> suspects.contains(TwoStageGate.key(c)))
        .filter(c -> c.verdict() instanceof Verdict.Unproven)
        .forEach(result::add);
    return result;
  }

  /** Those of the judged that are meant by some of the others and did not regress. */
  private static List<Comparison> notRegressed(List<Comparison> judged, List<Comparison> others) {
    Set<List<Object>> meant = others.stream().map(TwoStageGate::key).collect(Collectors.toSet());
    return judged.stream()
        .filter(c -> meant.contains(TwoStageGate.key(c)))
        .filter(c -> !(c.verdict() instanceof Verdict.Regressed))
        .toList();
  }

  /**
   * Counts say nothing of time, and tails are judged by margins of their own: what a gate on time
   * could have seen, its time comparisons alone can tell. Where half of them were blind, so was the
   * gate.
   */
  private static Outcome ability(
      RunComparison comparison, List<Comparison> judged, boolean staged) {
    List<Comparison> timed = judged.stream().filter(c -> c.metric().equals(Metric.TIME)).toList();
    List<Comparison> blind =
        timed.stream().filter(c -> !able(c, comparison.margins(c), staged)).toList();
    long counted = judged.stream().filter(c -> c.metric().deterministic()).count();
    if (timed.isEmpty() && counted > 0) {
      return outcome(State.PASSED, "nothing regressed in " + counted + " counts", judged);
    }
    String share =
        "%d of %d comparisons of time could have shown a slowdown of %d %%%s"
            .formatted(
                timed.size() - blind.size(),
                timed.size(),
                Math.round(100 * SHOULD_SEE),
                blind.isEmpty() ? "" : ", and not " + Words.of(blind));
    return 2 * blind.size() >= timed.size()
        ? outcome(State.UNPROVEN, "too little could be said: " + share, judged)
        : outcome(State.PASSED, "nothing regressed; " + share, judged);
  }

  /**
   * A slowdown is more likely than not caught when the interval's half fits beneath it, and ruled
   * out when the whole interval lies below it. What was only screened would have been confirmed by
   * more pairs, whose interval is narrower.
   */
  private static boolean able(Comparison c, Margins margins, boolean staged) {
    if (c.verdict() instanceof Verdict.Unproven || !c.hasInterval()) {
      return false;
    }
    double pairs = staged ? Math.max(c.forks(), TwoStageGate.CONFIRM_PAIRS) : c.forks();
    double half = Math.sqrt(c.forks() / pairs) * Math.log(c.high() / c.low()) / 2;
    return c.high() <= 1 + SHOULD_SEE || half + margins.logHarm() <= Math.log1p(SHOULD_SEE);
  }

  /** Comparisons by name, as far as one line carries them. */
  private static final class Words {
    private static final int SHOWN = 5;

    private Words() {}

    static String of(List<Comparison> comparisons) {
      String names =
          comparisons.stream().limit(SHOWN).map(Words::of).collect(Collectors.joining(", "));
      int more = comparisons.size() - SHOWN;
      return more > 0 ? names + " and " + more + " more" : names;
    }

    private static String of(Comparison c) {
      String ratio =
          c.hasInterval()
              ? String.format(Locale.ROOT, " x%.3f [%.3f, %.3f]", c.ratio(), c.low(), c.high())
              : "";
      return c.metric().name() + " of " + c.subject() + ratio;
    }
  }

  private static Outcome outcome(State state, String reason, List<Comparison> judged) {
    return new Outcome(state, reason, judged);
  }

  private static List<Comparison> ofVerdict(
      List<Comparison> comparisons, Class<? extends Verdict> verdict) {
    return comparisons.stream().filter(c -> verdict.isInstance(c.verdict())).toList();
  }
}
