package dev.sojourn.results.model;

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

  /** Copies the map. */
  public ClaimCard {
    where = Map.copyOf(where);
  }
}
