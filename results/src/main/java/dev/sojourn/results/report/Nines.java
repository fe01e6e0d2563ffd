package dev.sojourn.results.report;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Shares of a distribution by their number of nines: 0.9 is one, 0.99 two; none is the least value.
 */
final class Nines {
  private Nines() {}

  static double quantile(double nines) {
    return 1 - Math.pow(10, -nines);
  }

  /** The percentile of a whole number of nines, such as {@code 99.9}. */
  static String label(double nines) {
    int whole = (int) Math.round(nines);
    return switch (whole) {
      case 0 -> "0";
      case 1 -> "90";
      case 2 -> "99";
      default -> "99." + "9".repeat(whole - 2);
    };
  }

  /** From the least value to the largest of {@code count}, evenly spaced in nines. */
  static DoubleStream upTo(long count, int stepsPerNine) {
    int last = (int) Math.ceil(Math.log10((double) Math.max(1, count)) * stepsPerNine);
    return IntStream.rangeClosed(0, last).mapToDouble(i -> i / (double) stepsPerNine);
  }
}
