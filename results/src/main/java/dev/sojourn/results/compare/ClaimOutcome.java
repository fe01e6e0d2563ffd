package dev.sojourn.results.compare;

import dev.sojourn.results.model.ClaimCard;
import dev.sojourn.results.model.StudyCard;

/**
 * What became of an author's expectation.
 *
 * @param study the study that makes the claim
 * @param claim the claim
 * @param state what became of it
 * @param evidence one line with the numbers
 */
public record ClaimOutcome(StudyCard study, ClaimCard claim, State state, String evidence) {

  /** What can become of a claim. */
  public enum State {
    /** The numbers lie wholly inside the claim's bounds. */
    SHOWN("SHOWN"),
    /** The numbers lie wholly outside them. */
    NOT_SHOWN("NOT SHOWN"),
    /** The numbers lie on both sides of a bound: more forks may tell. */
    NOT_SEPARABLE("NOT SEPARABLE"),
    /** The run holds no numbers for it. */
    NOT_RUN("NOT RUN");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /**
     * The state as printed.
     *
     * @return upper-case words
     */
    public String words() {
      return words;
    }
  }
}
