package dev.sojourn.results.report;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.RunComparison;
import dev.sojourn.results.compare.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
    return Stream.of(
            someMore(),
            open(c -> !c.metric().deterministic())
                .map(
                    count ->
                        "More pairs would not settle "
                            + count
                            + " of the inconclusive, whose forks did not run in turn: measure both"
                            + " in turn, as duel and replay do."),
            open(c -> c.metric().deterministic())
                .map(
                    count ->
                        "More pairs would not settle "
                            + count
                            + " of the inconclusive, which are counts: forks of the same code"
                            + " disagree."),
            unproven())
        .flatMap(sentences -> sentences)
        .toList();
  }

  private Stream<String> someMore() {
    IntSummaryStatistics pairs =
        shown.stream().mapToInt(Changes::morePairs).filter(more -> more > 0).summaryStatistics();
    if (pairs.getCount() == 0) {
      return Stream.empty();
    }
    String most = Words.counted(pairs.getMax(), "more pair");
    boolean alike = pairs.getMin() == pairs.getMax();
    return Stream.of(
        "The inconclusive would need "
            + (alike ? "" : Units.count(pairs.getMin()) + " to ")
            + most
            + ".");
  }

  /** How many are open and stay so with more of the same; nothing when none. */
  private Stream<String> open(Predicate<Comparison> kind) {
    long count =
        shown.stream()
            .filter(c -> c.verdict() instanceof Verdict.Inconclusive && morePairs(c) <= 0)
            .filter(kind)
            .count();
    return count == 0 ? Stream.empty() : Stream.of(Units.count(count));
  }

  private Stream<String> unproven() {
    return shown.stream()
        .filter(c -> Finding.of(c) == Finding.UNPROVEN)
        .map(c -> "unproven: " + c.verdict().reason())
        .distinct()
        .limit(MOST_REASONS);
  }

  private static int morePairs(Comparison c) {
    return c.verdict() instanceof Verdict.Inconclusive open ? open.morePairs() : 0;
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
