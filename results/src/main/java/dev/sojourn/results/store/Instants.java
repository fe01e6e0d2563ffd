package dev.sojourn.results.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Times as a run's file has them, of which one of a year's runs has a hundred thousand. */
final class Instants {
  /** {@code 2026-11-23T03:25:00} and, if there is any, a point and one to nine digits; then Z. */
  private static final int SECOND_ENDS = 19;

  private static final int MOST_DIGITS = 9;
  private static final int DAY_SECONDS = 86_400;

  private Instants() {}

  /**
   * Reads a time.
   *
   * @throws DateTimeException when the text is none
   */
  static Instant parse(String text) {
    int fraction = text.length() - SECOND_ENDS - 2;
    boolean usual =
        (fraction == -1 || (fraction >= 1 && fraction <= MOST_DIGITS && text.charAt(19) == '.'))
            && text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && text.charAt(10) == 'T'
            && text.charAt(13) == ':'
            && text.charAt(16) == ':'
            && text.endsWith("Z");
    if (!usual) {
      return Instant.parse(text);
    }
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, SECOND_ENDS);
    int parts = fraction == -1 ? 0 : digits(text, SECOND_ENDS + 1, text.length() - 1);
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    boolean numbers = (year | month | day | hour | minute | second | parts) >= 0;
    if (!numbers || hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(text);
    }
    for (int i = Math.max(0, fraction); i < MOST_DIGITS; i++) {
      parts *= 10;
    }
    long seconds = LocalDate.of(year, month, day).toEpochDay() * DAY_SECONDS;
    return Instant.ofEpochSecond(seconds + 3600L * hour + 60L * minute + second, parts);
  }

  /** A number of at most nine digits; negative if anything else is among them. */
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
