package dev.sojourn.results.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for regressions in two stages: a quick screen of everything, then fresh pairs for what the
 * screen suspects, judged as if the screen had never been.
 *
 * <p>Few are suspected, so few are paid for twice, and the correction for many questions counts
 * only the suspects. Deterministic metrics need no second look: any difference of theirs is real.
 *
 * <p><b>Costs.</b> O(m log m) for m comparisons.
 */
public final class TwoStageGate {
  /** Pairs of every comparison in the screen. */
  public static final int SCREEN_PAIRS = 8;

  /** Fresh pairs of every suspect. */
  public static final int CONFIRM_PAIRS = 16;

  /** Share of unchanged comparisons that the screen suspects of having become worse. */
  public static final double SCREEN_ALPHA = 0.10;

  /** Chance that anything unchanged at all is confirmed as a regression. */
  public static final double CONFIRM_ALPHA = 0.05;

  /** The effort of a plan in which the screen decides what is given fresh pairs. */
  public static final String EFFORT = "gate";

  private final List<Comparison> screen;

  private TwoStageGate(List<Comparison> screen) {
    this.screen = List.copyOf(screen);
  }

  /**
   * A gate that has screened.
   *
   * @param screen everything compared by {@link #SCREEN_PAIRS} pairs, not corrected for their
   *     number
   * @return the gate
   */
  public static TwoStageGate of(List<Comparison> screen) {
    return new TwoStageGate(screen);
  }

  /**
   * What must be measured again, by {@link #CONFIRM_PAIRS} pairs of which none was screened: what
   * looks worse at the screen's level, one-sided, whatever its size.
   *
   * @return the suspects, in the order of the screen
   */
  public List<Comparison> survivors() {
    return screen.stream().filter(TwoStageGate::suspect).toList();
  }

  /**
   * The comparisons after both stages: a suspect is judged by its fresh pairs alone, and has
   * regressed only if their interval lies beyond the margin of harm and their p-value stands after
   * Holm's correction for the number of suspects. A suspect without fresh pairs is unproven.
   *
   * @param fresh the suspects compared again, not corrected for their number; others are ignored
   * @return one comparison for each that was screened, in that order
   */
  public List<Comparison> confirm(List<Comparison> fresh) {
    Map<List<Object>, Comparison> again = new HashMap<>();
    fresh.forEach(c -> again.put(key(c), c));
    List<Comparison> suspects = survivors();
    double[] adjusted =
        Multiplicity.holm(suspects.stream().mapToDouble(c -> pValue(again.get(key(c)))).toArray());
    Map<List<Object>, Comparison> judged = new HashMap<>();
    for (int i = 0; i < suspects.size(); i++) {
      Comparison suspect = suspects.get(i);
      Comparison second = again.get(key(suspect));
      judged.put(
          key(suspect),
          second == null ? unconfirmed(suspect) : judged(second, adjusted[i], suspects.size()));
    }
    List<Comparison> result = new ArrayList<>();
    screen.forEach(c -> result.add(judged.getOrDefault(key(c), c)));
    return List.copyOf(result);
  }

  private static boolean suspect(Comparison c) {
    boolean claimsNothing = c.verdict() instanceof Verdict.Unproven;
    return !claimsNothing && c.ratio() > 1 && c.pValue() <= 2 * SCREEN_ALPHA;
  }

  private static double pValue(@Nullable Comparison c) {
    return c == null ? Double.NaN : c.pValue();
  }

  private static Comparison unconfirmed(Comparison suspect) {
    return suspect.withVerdict(
        new Verdict.Unproven(
            "the screen suspects it (%s), but no fresh pairs were measured to confirm it"
                .formatted(suspect.verdict().reason())));
  }

  private static Comparison judged(Comparison second, double adjusted, int suspects) {
    return second.verdict() instanceof Verdict.Regressed && !(adjusted <= CONFIRM_ALPHA)
        ? Corrected.withheld(second, adjusted, suspects)
        : second;
  }

  /** What makes a comparison the same one in another set of rounds. */
  static List<Object> key(Comparison c) {
    return List.of(c.subject(), c.reference(), c.metric().name());
  }
}
