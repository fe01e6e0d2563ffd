package dev.sojourn.results.report;

import dev.sojourn.results.compare.Comparison;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why nothing is said of a row, and what would settle it, as text: a tooltip reaches no keyboard,
 * no finger and no paper.
 */
final class Reasons {
  private Reasons() {}

  /** Whether nothing can be said of a row, for want of forks or of a fit instrument. */
  static boolean isOpen(Comparison c) {
    return switch (Finding.of(c)) {
      case INCONCLUSIVE, UNPROVEN -> true;
      case WORSE, BETTER, EQUIVALENT -> false;
    };
  }

  /** What a row is called: who, at which parameters, by which metric. */
  static String row(String who, Comparison c) {
    String params = Changes.params(c);
    return who + (params.isEmpty() ? "" : " at " + params) + ", " + c.metric().name();
  }

  /** The reason under the row's name; nothing of a row of which something is said. */
  static Stream<String> of(String name, Comparison c) {
    return isOpen(c) ? Stream.of(name + ": " + c.verdict().reason()) : Stream.of();
  }

  /** What stands before the folded list, such as {@code Why not: 2 open rows}. */
  static String title(int rows, String kind) {
    return "Why not: " + Words.counted(rows, kind + " row");
  }

  /** The folded list; nothing without a reason. */
  static void fold(Markup page, List<String> reasons, String kind) {
    if (reasons.isEmpty()) {
      return;
    }
    page.open("details", "class", "reasons");
    page.element("summary", title(reasons.size(), kind));
    page.open("ul", "class", "notes").line();
    reasons.forEach(reason -> page.element("li", reason).line());
    page.close().close().line();
  }
}
