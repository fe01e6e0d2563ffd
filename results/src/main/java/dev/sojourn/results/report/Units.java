package dev.sojourn.results.report;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Numbers for people: three significant digits in a fitting unit, the same in every locale.
 *
 * <p>A value that is not a number is shown as {@code -}, an unbounded one as {@code ∞}.
 */
public final class Units {
  private static final Pattern TRAILING_ZEROS = Pattern.compile("(\\.\\d*?)0+(?=\\D|$)");
  private static final Pattern BARE_POINT = Pattern.compile("\\.(?=\\D|$)");
  private static final String[] TIMES = {"ns", "µs", "ms", "s"};
  private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB"};
  private static final String[] SCALES = {"", "k", "M", "G", "T"};

  /**
   * Less of a byte per operation than this is the collector's own bookkeeping spread over the
   * operations.
   */
  private static final double NEARLY_NO_BYTES = 0.01;

  private Units() {}

  /**
   * A duration in the largest unit that leaves at least one whole digit.
   *
   * @param nanos nanoseconds
   * @return such as {@code 41.2 ns} or {@code 1.50 ms}
   */
  public static String time(double nanos) {
    return scaled(nanos, 1000, TIMES, " ");
  }

  /**
   * An amount of memory in binary units.
   *
   * @param bytes bytes, whole or per operation
   * @return such as {@code 24 B}, {@code 32 KiB} or {@code 1.50 MiB}; {@code ≈0 B} for less than a
   *     hundredth of a byte
   */
  public static String bytes(double bytes) {
    if (bytes != 0 && Math.abs(bytes) < NEARLY_NO_BYTES) {
      return "≈0 B";
    }
    String text = scaled(bytes, 1024, BYTES, " ");
    boolean whole = bytes == Math.rint(bytes) && Math.abs(bytes) < 1024;
    boolean multiple = text.contains(".00 ") || text.contains(".0 ");
    return whole ? (long) bytes + " B" : multiple ? text.replaceFirst("\\.0+ ", " ") : text;
  }

  /**
   * A count to the last digit, grouped by thousands.
   *
   * @param count the count
   * @return such as {@code 1,234,567}
   */
  public static String count(long count) {
    StringBuilder digits = new StringBuilder(Long.toString(count));
    int first = count < 0 ? 1 : 0;
    for (int i = digits.length() - 3; i > first; i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  /**
   * A duration for the tick of an axis: no digit more than it needs.
   *
   * @param nanos nanoseconds
   * @return such as {@code 50 ns} or {@code 1.5 ms}
   */
  public static String compactTime(double nanos) {
    return withoutTrailingZeros(time(nanos));
  }

  /**
   * A number shortened for the tick of an axis.
   *
   * @param value the number
   * @return such as {@code 10k} or {@code 1.5M}
   */
  public static String compact(double value) {
    return withoutTrailingZeros(scaled(value, 1000, SCALES, ""));
  }

  /**
   * A ratio.
   *
   * @param ratio a quotient of two like numbers
   * @return such as {@code 0.802} or {@code 12.3}
   */
  public static String ratio(double ratio) {
    return significant(ratio);
  }

  /**
   * An interval of ratios.
   *
   * @param low lower end
   * @param high upper end
   * @return such as {@code 0.781..0.824}; {@code -} when there is none
   */
  public static String interval(double low, double high) {
    return Double.isNaN(low) || Double.isNaN(high) ? "-" : ratio(low) + ".." + ratio(high);
  }

  /**
   * A share of a whole.
   *
   * @param share 0 to 1
   * @return such as {@code 0.98 %}
   */
  public static String percent(double share) {
    return withoutTrailingZeros(significant(share * 100)) + " %";
  }

  /**
   * How long something took, in two units at most.
   *
   * @param duration a length of time, not negative
   * @return such as {@code 5 min 12 s} or {@code 3 h 7 min}
   */
  public static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }

  /**
   * A sample of a metric, in the unit the metric names; per operation where the unit says so.
   *
   * @param value the sample
   * @param unit unit such as {@code ns/op} or {@code B/op}
   * @return the value in a fitting unit; in the named unit where it is neither time nor bytes
   */
  public static String value(double value, String unit) {
    return switch (unit) {
      case "ns", "ns/op" -> time(value);
      case "B", "B/op" -> bytes(value);
      default -> (significant(value) + " " + unit).strip();
    };
  }

  /**
   * Three significant digits, never in scientific notation.
   *
   * @param value any number
   * @return the digits
   */
  public static String significant(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    return Digits.of(value);
  }

  private static String scaled(double value, int step, String[] names, String gap) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return significant(value);
    }
    double shown = value;
    int unit = 0;
    while (unit < names.length - 1 && reaches(shown, step)) {
      shown /= step;
      unit++;
    }
    return significant(shown) + gap + names[unit];
  }

  /** Whether it reaches the next unit, if only by being rounded: by at most half a percent. */
  private static boolean reaches(double value, int step) {
    double size = Math.abs(value);
    return size >= step || (size >= 0.99 * step && Math.abs(Digits.rounded(value)) >= step);
  }

  private static String withoutTrailingZeros(String text) {
    if (text.indexOf('.') < 0) {
      return text;
    }
    String shorter = TRAILING_ZEROS.matcher(text).replaceFirst("$1");
    return BARE_POINT.matcher(shorter).replaceFirst("");
  }
}
