package dev.sojourn.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Verdicts corrected for how many were asked for at once: of those that call something changed, at
 * most one in twenty is expected to be wrong.
 */
final class Corrected {
  /** Expected share of false ones among the verdicts that call something changed. */
  static final double FALSE_DISCOVERY_RATE = 0.05;

  private static final int MOST_PAIRS = 10_000;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Corrected() {}

  /**
   * The same comparisons; what regressed or improved, but by a p-value that does not stand after
   * Benjamini and Hochberg's correction, is inconclusive. What is unproven asked no question.
   */
  static List<Comparison> of(List<Comparison> comparisons) {
    double[] pValues = comparisons.stream().mapToDouble(Corrected::question).toArray();
    double[] adjusted = Multiplicity.benjaminiHochberg(pValues);
    int questions = questions(comparisons);
    List<Comparison> result = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Comparison c = comparisons.get(i);
      boolean stands = Double.isNaN(adjusted[i]) || adjusted[i] <= FALSE_DISCOVERY_RATE;
      result.add(stands || !changed(c) ? c : withheld(c, adjusted[i], questions));
    }
    return List.copyOf(result);
  }

  /** How many comparisons ask a question that chance may answer. */
  static int questions(List<Comparison> comparisons) {
    return (int) comparisons.stream().filter(c -> !Double.isNaN(question(c))).count();
  }

  static boolean changed(Comparison c) {
    return c.verdict() instanceof Verdict.Regressed || c.verdict() instanceof Verdict.Improved;
  }

  /** The comparison without its verdict, which alone would have stood. */
  static Comparison withheld(Comparison c, double adjusted, int questions) {
    String reason =
        String.format(
            Locale.ROOT,
            "%s; likely %s, but not after correction for %d comparisons (adjusted p = %.2g)",
            c.verdict().reason(),
            direction(c),
            questions,
            adjusted);
    return c.withVerdict(new Verdict.Inconclusive(morePairs(c, adjusted), reason));
  }

  private static double question(Comparison c) {
    return c.verdict() instanceof Verdict.Unproven ? Double.NaN : c.pValue();
  }

  private static String direction(Comparison c) {
    boolean time = c.metric().unit().startsWith("ns");
    return c.ratio() > 1 ? (time ? "slower" : "more") : time ? "faster" : "less";
  }

  /**
   * The score of a p-value grows with the root of the pairs, and no n pairs have one below 2 / 2^n.
   */
  static int morePairs(Comparison c, double adjusted) {
    if (!c.interleaved()) {
      return 0;
    }
    double needed = c.pValue() * FALSE_DISCOVERY_RATE / adjusted;
    double growth = score(needed) / score(c.pValue());
    double fewest = Math.ceil(1 - Math.log(needed) / Math.log(2));
    double total = Math.max(fewest, Math.ceil(c.forks() * growth * growth));
    return (int) Math.clamp(total - c.forks(), 1, MOST_PAIRS);
  }

  private static double score(double pValue) {
    return NORMAL.inverseSurvivalProbability(pValue / 2);
  }
}
