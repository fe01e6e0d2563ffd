package dev.sojourn.results.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/**
 * An author's expectation, in a form that results can bear out or not.
 *
 * @param kind what shape the expectation has
 * @param subject method it speaks of
 * @param against method it is compared with; the study's baseline unless said otherwise; unused by
 *     {@link Kind#COUNT}
 * @param metric name of the metric, {@code time} unless said otherwise
 * @param atMost upper bound of the ratio or count, or {@code NaN}
 * @param atLeast lower bound of the ratio or count, or {@code NaN}
 * @param where the parameter values it holds for; other points are not looked at; empty means every
 *     point
 */
public record ClaimCard(
    Kind kind,
    String subject,
    String against,
    String metric,
    double atMost,
    double atLeast,
    Map<String, String> where) {

  /** The shapes an expectation can have. */
  public enum Kind {
    /** Subject divided by the method it is compared with lies within the bounds. */
    RATIO,
    /** The subject's own number lies within the bounds, at every fork. */
    COUNT
  }

  /**
   * The bounds in words, such as {@code at most 0.8}; {@code nothing} without any.
   *
   * @return the author's digits, four of them at most
   */
  public String bounds() {
    String lower = Double.isNaN(atLeast) ? "" : "at least " + digits(atLeast);
    String upper = Double.isNaN(atMost) ? "" : "at most " + digits(atMost);
    String both = lower + (lower.isEmpty() || upper.isEmpty() ? "" : " and ") + upper;
    return both.isEmpty() ? "nothing" : both;
  }

  private static String digits(double bound) {
    return Double.isFinite(bound)
        ? BigDecimal.valueOf(bound).round(new MathContext(4)).stripTrailingZeros().toPlainString()
        : Double.toString(bound);
  }

  /** Copies the map. */
  public ClaimCard {
    where = Map.copyOf(where);
  }
}
