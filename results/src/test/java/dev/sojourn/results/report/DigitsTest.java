package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The short way to three digits and the exact one end at the same text. */
class DigitsTest {
  private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_UP);

  private static String exact(double value) {
    BigDecimal rounded = new BigDecimal(value).round(THREE);
    if (rounded.signum() == 0) {
      return "0";
    }
    int decimals = 2 - (rounded.precision() - rounded.scale() - 1);
    return rounded.setScale(Math.max(0, decimals), RoundingMode.HALF_UP).toPlainString();
  }

  private static void same(double value) {
    assertThat(Digits.of(value)).as("%s", new BigDecimal(value)).isEqualTo(exact(value));
    assertThat(Digits.of(-value)).isEqualTo(exact(-value));
  }

  @Test
  void anyNumber() {
    SplittableRandom random = new SplittableRandom(20_261_123);
    for (int i = 0; i < 200_000; i++) {
      same(Math.pow(10, random.nextDouble(-7, 16)));
    }
  }

  /** Where rounding turns, where it carries, and the doubles on either side. */
  @Test
  void numbersOnTheEdge() {
    for (int exponent = -7; exponent <= 15; exponent++) {
      for (int halves = 199; halves <= 2_001; halves++) {
        double value = halves / 2.0 * Math.pow(10, exponent);
        same(value);
        same(Math.nextUp(value));
        same(Math.nextDown(value));
      }
    }
  }

  @Test
  void extremes() {
    same(0);
    same(Double.MIN_VALUE);
    same(Double.MAX_VALUE);
  }
}
