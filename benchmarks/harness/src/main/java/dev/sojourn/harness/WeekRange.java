package dev.sojourn.harness;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some weeks in a row, both ends included.
 *
 * @param first first week, 1 to 48
 * @param last last week, not before the first
 */
public record WeekRange(int first, int last) {
  /** Number of weeks in the curriculum. */
  public static final int WEEKS = 48;

  /** The whole curriculum. */
  public static final WeekRange ALL = new WeekRange(1, WEEKS);

  private static final Pattern SYNTAX =
      Pattern.compile("\\s*(\\d{1,9})\\s*(?:-\\s*(\\d{1,9})\\s*)?");

  /** Refuses weeks outside the curriculum and ranges that run backwards. */
  public WeekRange {
    if (first < 1 || last > WEEKS || first > last) {
      throw new IllegalArgumentException(
          "weeks must be N or N-M with 1 <= N <= M <= "
              + WEEKS
              + ", was "
              + words(first, last)
              + "; nearest: "
              + nearest(first, last));
    }
  }

  /**
   * Reads {@code 17} or {@code 17-20}.
   *
   * @param text one week, or two joined by a hyphen
   * @return the range
   */
  public static WeekRange parse(String text) {
    Matcher match = SYNTAX.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "weeks must be N or N-M, was \"" + text + "\"; try 17 or 17-20");
    }
    int first = Integer.parseInt(match.group(1));
    String end = match.group(2);
    return new WeekRange(first, end == null ? first : Integer.parseInt(end));
  }

  /**
   * A range of one week.
   *
   * @param week the week, 1 to 48
   * @return the range
   */
  public static WeekRange of(int week) {
    return new WeekRange(week, week);
  }

  /**
   * Whether a week lies in the range.
   *
   * @param week any number
   * @return true from the first to the last week
   */
  public boolean contains(int week) {
    return first <= week && week <= last;
  }

  /** The form {@link #parse} reads. */
  @Override
  public String toString() {
    return words(first, last);
  }

  private static String nearest(int first, int last) {
    return words(
        Math.clamp(Math.min(first, last), 1, WEEKS), Math.clamp(Math.max(first, last), 1, WEEKS));
  }

  private static String words(int first, int last) {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
