package dev.sojourn.results.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Three significant digits of a number, rounded half up from what the double is exactly and never
 * in scientific notation.
 */
final class Digits {
  /*
   * Implementation notes. A double has up to a thousand digits, and BigDecimal finds them all. Of nearly every number the
   * three shown are plain after one division, whose error is below 1e-12; what lies nearer to where rounding turns, or is
   * very large or small, is left to BigDecimal.
   */
  private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_UP);
  private static final double[] POWERS = {
    1e-4, 1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12
  };
  private static final int ONE = 4;
  private static final double NEAR = 1e-6;

  private Digits() {}

  /** The digits of a finite number. */
  static String of(double value) {
    double size = Math.abs(value);
    if (size < POWERS[0] || size >= POWERS[POWERS.length - 1]) {
      return exactly(value);
    }
    int power = power(size);
    double digits = size / POWERS[power] * 100;
    double above = digits - Math.floor(digits);
    if (Math.abs(above - 0.5) < NEAR) {
      return exactly(value);
    }
    long rounded = Math.round(digits);
    boolean carried = rounded == 1000;
    return text(value < 0, carried ? 100 : rounded, power - ONE + (carried ? 1 : 0));
  }

  private static int power(double size) {
    int power = 0;
    while (size >= POWERS[power + 1]) {
      power++;
    }
    return power;
  }

  /** Three digits, the first of which stands for so many powers of ten. */
  private static String text(boolean negative, long digits, int exponent) {
    StringBuilder text = new StringBuilder(negative ? "-" : "");
    if (exponent >= 2) {
      return text.append(digits).repeat('0', exponent - 2).toString();
    }
    if (exponent < 0) {
      return text.append("0.").repeat('0', -exponent - 1).append(digits).toString();
    }
    return text.append(digits).insert(text.length() - 2 + exponent, '.').toString();
  }

  private static String exactly(double value) {
    BigDecimal rounded = new BigDecimal(value).round(THREE);
    if (rounded.signum() == 0) {
      return "0";
    }
    int decimals = 2 - (rounded.precision() - rounded.scale() - 1);
    return rounded.setScale(Math.max(0, decimals), RoundingMode.HALF_UP).toPlainString();
  }

  /** The number that the digits say. */
  static double rounded(double value) {
    return new BigDecimal(value).round(THREE).doubleValue();
  }
}
