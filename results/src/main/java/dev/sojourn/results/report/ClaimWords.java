package dev.sojourn.results.report;

import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.StudyCard;
import java.util.TreeMap;

/** A claim as a sentence. */
final class ClaimWords {
  private ClaimWords() {}

  static String of(StudyCard study, ClaimCard claim) {
    String where =
        claim.where().isEmpty() ? "" : " where " + PointView.text(new TreeMap<>(claim.where()));
    return claim.subject() + ": " + claim.metric() + " " + bounds(study, claim) + where;
  }

  private static String bounds(StudyCard study, ClaimCard claim) {
    boolean upper = !Double.isNaN(claim.atMost());
    boolean lower = !Double.isNaN(claim.atLeast());
    String bounds =
        (lower ? "at least " + number(claim.atLeast()) : "")
            + (lower && upper ? " and " : "")
            + (upper ? "at most " + number(claim.atMost()) : "");
    String against = claim.against().isEmpty() ? study.baseline() : claim.against();
    return claim.kind() == ClaimCard.Kind.RATIO ? bounds + " of " + against + "'s" : bounds;
  }

  /** Bounds are the author's own digits, so none of them is rounded away. */
  private static String number(double bound) {
    String text = Double.toString(bound);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
