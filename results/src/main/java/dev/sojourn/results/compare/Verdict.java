package dev.sojourn.results.compare;

/** What may be said of a ratio, and why. */
public sealed interface Verdict {

  /**
   * One sentence: the numbers that led here, and the way on where there is one.
   *
   * @return the reason
   */
  String reason();

  /**
   * The verdict's name in reports and files: {@code regressed}, {@code improved}, {@code
   * equivalent}, {@code inconclusive} or {@code unproven}.
   *
   * @return one lower-case word
   */
  default String word() {
    return switch (this) {
      case Regressed regressed -> "regressed";
      case Improved improved -> "improved";
      case Equivalent equivalent -> "equivalent";
      case Inconclusive inconclusive -> "inconclusive";
      case Unproven unproven -> "unproven";
    };
  }

  /**
   * The subject costs more than the reference, by more than the margin of harm.
   *
   * @param reason one sentence
   */
  record Regressed(String reason) implements Verdict {}

  /**
   * The subject costs less than the reference, by more than the margin of harm.
   *
   * @param reason one sentence
   */
  record Improved(String reason) implements Verdict {}

  /**
   * Both cost the same, within the margin of indifference.
   *
   * @param reason one sentence
   */
  record Equivalent(String reason) implements Verdict {}

  /**
   * The forks do not allow a word either way.
   *
   * @param morePairs further pairs that would probably settle it; 0 when more of the same would not
   * @param reason one sentence
   */
  record Inconclusive(int morePairs, String reason) implements Verdict {}

  /**
   * The instrument was not fit, so nothing is said.
   *
   * @param reason one sentence
   */
  record Unproven(String reason) implements Verdict {}
}
