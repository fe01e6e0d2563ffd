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
    String against = claim.against().isEmpty() ? study.baseline() : claim.against();
    return claim.kind() == ClaimCard.Kind.RATIO
        ? claim.bounds() + " of " + against + "'s"
        : claim.bounds();
  }
}
