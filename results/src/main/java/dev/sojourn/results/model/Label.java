package dev.sojourn.results.model;

/**
 * The name of when a run was taken: {@code 2026-W47}, {@code 2026-11-23T0325}, or the user's own
 * words.
 *
 * @param value the name, 1 to 100 characters, no control characters, not blank
 */
public record Label(String value) {
  /** The longest label accepted, in characters. */
  public static final int MAX_LENGTH = 100;

  /** Refuses a label that could not be shown on one line. */
  public Label {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "label must have 1 to " + MAX_LENGTH + " characters, had " + value.length());
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "label must not contain control characters: " + value.strip());
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
