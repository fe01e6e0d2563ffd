package dev.sojourn.results.report;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.Verdict;

/**
 * How a verdict is shown: its shape, its class in the style sheet, its words. Two implementations
 * side by side are faster or slower; two runs of the same one have improved or regressed.
 */
enum Finding {
  WORSE("worse", Marker.RIGHT),
  BETTER("better", Marker.LEFT),
  INCONCLUSIVE("inconclusive", Marker.RING),
  UNPROVEN("unproven", Marker.CROSS),
  EQUIVALENT("equivalent", Marker.SQUARE);

  private final String style;
  private final Marker marker;

  Finding(String style, Marker marker) {
    this.style = style;
    this.marker = marker;
  }

  static Finding of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Regressed regressed -> WORSE;
      case Verdict.Improved improved -> BETTER;
      case Verdict.Equivalent equivalent -> EQUIVALENT;
      case Verdict.Inconclusive inconclusive -> INCONCLUSIVE;
      case Verdict.Unproven unproven -> UNPROVEN;
    };
  }

  static Finding of(Comparison comparison) {
    return of(comparison.verdict());
  }

  String style() {
    return style;
  }

  Marker marker() {
    return marker;
  }

  /** One word for a subject beside its baseline. */
  static String contrastWord(Comparison c) {
    boolean time = c.metric().unit().startsWith("ns");
    return switch (of(c)) {
      case WORSE -> time ? "slower" : "more";
      case BETTER -> time ? "faster" : "less";
      case EQUIVALENT, INCONCLUSIVE, UNPROVEN -> c.verdict().word();
    };
  }

  /** The word, and what would settle the matter where more of the same would. */
  static String contrastWords(Comparison c) {
    return contrastWord(c) + remedy(c.verdict());
  }

  static String comparisonWords(Comparison c) {
    return c.verdict().word() + remedy(c.verdict());
  }

  private static String remedy(Verdict verdict) {
    return verdict instanceof Verdict.Inconclusive open && open.morePairs() > 0
        ? ", needs ~" + Words.counted(open.morePairs(), "more pair")
        : "";
  }

  /** The words in the colour of a terminal that has any. */
  String painted(Style style, String words) {
    return switch (this) {
      case WORSE -> style.bad(words);
      case BETTER -> style.good(words);
      case INCONCLUSIVE, UNPROVEN -> style.faint(words);
      case EQUIVALENT -> words;
    };
  }
}
