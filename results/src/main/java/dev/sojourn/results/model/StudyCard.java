package dev.sojourn.results.model;

import java.util.List;

/**
 * What a study says of itself, stored with the run so that an old run explains itself without the
 * code.
 *
 * @param study fully qualified class name
 * @param week place in the curriculum, 1 to 48
 * @param kind {@code bench} (what an operation costs) or {@code lab} (what a user waits, how a
 *     model behaves)
 * @param question the one question, ending in a question mark
 * @param insight what the author expects to be seen
 * @param source paper or book behind it; may be empty
 * @param baseline the method everything is compared with
 * @param methods every method, baseline first
 * @param claims checkable expectations
 * @param fingerprint hash of the study's bytecode; a change starts a new series
 */
public record StudyCard(
    String study,
    int week,
    String kind,
    String question,
    String insight,
    String source,
    String baseline,
    List<String> methods,
    List<ClaimCard> claims,
    String fingerprint) {

  /** Copies the lists. */
  public StudyCard {
    methods = List.copyOf(methods);
    claims = List.copyOf(claims);
  }

  /**
   * Whether the study's result is what it recorded, and its wall time means nothing.
   *
   * @return true of a lab
   */
  public boolean isLab() {
    return kind.equals("lab");
  }

  /**
   * The same card with other methods.
   *
   * @param others the methods, baseline first
   * @return a copy
   */
  public StudyCard withMethods(List<String> others) {
    return new StudyCard(
        study, week, kind, question, insight, source, baseline, others, claims, fingerprint);
  }

  /**
   * The class name without its package.
   *
   * @return the simple name
   */
  public String name() {
    return study.substring(study.lastIndexOf('.') + 1);
  }
}
