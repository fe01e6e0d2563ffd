package dev.sojourn.results.report;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What differs between two runs: regressions first, then improvements, then what is open; within
 * each the largest effect first. What is equivalent is folded away.
 *
 * @param shown everything but the equivalent
 * @param equivalent the equivalent
 * @param counts how many of each, in the order of {@link Finding}
 * @param within how far apart the equivalent may be, such as {@code 2 % to 4 %}; empty when only
 *     counts are
 */
record Changes(
    List<Comparison> shown,
    List<Comparison> equivalent,
    Map<Finding, Integer> counts,
    String within) {
  private static final int MOST_REASONS = 5;

  private static final Comparator<Comparison> BY_EFFECT =
      Comparator.comparing((Comparison c) -> Finding.of(c))
          .thenComparing(Comparator.comparingDouble(Changes::effect).reversed());

  static Changes of(RunComparison comparison) {
    Map<Finding, Integer> counts = new EnumMap<>(Finding.class);
    List<Comparison> shown = new ArrayList<>();
    List<Comparison> equivalent = new ArrayList<>();
    for (Comparison c : comparison.comparisons()) {
      counts.merge(Finding.of(c), 1, Integer::sum);
      (Finding.of(c) == Finding.EQUIVALENT ? equivalent : shown).add(c);
    }
    shown.sort(BY_EFFECT);
    equivalent.sort(BY_EFFECT);
    return new Changes(shown, equivalent, counts, within(comparison));
  }

  private static String within(RunComparison comparison) {
    DoubleSummaryStatistics widths =
        comparison.comparisons().stream()
            .filter(c -> Finding.of(c) == Finding.EQUIVALENT && !c.metric().deterministic())
            .mapToDouble(c -> comparison.margins(c).indifference())
            .summaryStatistics();
    if (widths.getCount() == 0) {
      return "";
    }
    String least = Units.percent(widths.getMin());
    String most = Units.percent(widths.getMax());
    return least.equals(most) ? most : least + " to " + most;
  }

  /**
   * Distance from no change, alike for a doubling and a halving; a ratio that is no number comes
   * last.
   */
  private static double effect(Comparison c) {
    double effect = Math.abs(Math.log(c.ratio()));
    return Double.isNaN(effect) ? -1 : effect;
  }

  /** Such as {@code 2 regressed, 1 improved, 41 equivalent within 2 %}. */
  String summary() {
    if (counts.isEmpty()) {
      return "nothing in common to compare";
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((finding, count) -> parts.add(Units.count(count) + " " + word(finding)));
    if (!within.isEmpty()) {
      parts.set(parts.size() - 1, parts.getLast() + " within " + within);
    }
    return String.join(", ", parts);
  }

  /**
   * What would settle the open ones, and why nothing is said of the unproven; each sentence once.
   */
  List<String> remedies() {
    Stream<String> open =
        IntStream.of(morePairs().max().orElse(0))
            .filter(most -> most > 0)
            .mapToObj(
                most ->
                    "The inconclusive would need "
                        + morePairs().min().orElse(most)
                        + " to "
                        + Words.counted(most, "more pair")
                        + ".");
    Stream<String> unproven =
        shown.stream()
            .filter(c -> Finding.of(c) == Finding.UNPROVEN)
            .map(c -> "unproven: " + c.verdict().reason())
            .distinct()
            .limit(MOST_REASONS);
    return Stream.concat(open, unproven).toList();
  }

  private IntStream morePairs() {
    return shown.stream()
        .map(Comparison::verdict)
        .flatMapToInt(
            v ->
                v instanceof Verdict.Inconclusive open
                    ? IntStream.of(open.morePairs())
                    : IntStream.empty())
        .filter(pairs -> pairs > 0);
  }

  private static String word(Finding finding) {
    return switch (finding) {
      case WORSE -> "regressed";
      case BETTER -> "improved";
      case INCONCLUSIVE, UNPROVEN, EQUIVALENT -> finding.style();
    };
  }

  static String name(Comparison c) {
    return c.subject().studyName() + "." + c.subject().method();
  }

  static String params(Comparison c) {
    return PointView.text(c.subject().params());
  }
}
