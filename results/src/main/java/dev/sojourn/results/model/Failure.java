package dev.sojourn.results.model;

/**
 * An arm that was planned and could not be measured, or numbers of one that could not be read.
 *
 * @param arm what failed
 * @param stage where: {@code answers}, {@code fork}, {@code missing}, or {@link #PASSED_OVER}
 * @param cause the first line of why
 */
public record Failure(Arm arm, String stage, String cause) {
  /** The stage of numbers that were not read because the arm has others: nothing failed. */
  public static final String PASSED_OVER = "passed over";

  /**
   * Whether the arm has no numbers, or fewer than planned.
   *
   * @return false for numbers that were merely passed over
   */
  public boolean hurts() {
    return !stage.equals(PASSED_OVER);
  }
}
