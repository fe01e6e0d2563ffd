package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;

class WelchTest {

  @Test
  void withoutSessionsItIsTheTextbooksTest() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 50; i++) {
      double[] a = random.doubles(3 + i % 9, 0, 1).toArray();
      double[] b = random.doubles(3 + i % 5, 0.2, 2).toArray();
      double expected =
          TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC).test(a, b).getPValue();

      assertThat(Welch.of(a, b, 0).pValue()).as("i=%d", i).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void sessionsWidenTheIntervalHoweverManyForksThereAre() {
    double[] forks = new SplittableRandom(4).doubles(10_000, -0.01, 0.01).toArray();

    Interval interval = Welch.of(forks, forks, 0.03).interval(0.05);

    assertThat(interval.estimate()).isZero();
    assertThat(interval.halfWidth()).isBetween(1.95 * 0.0424, 2.0 * 0.0425);
  }

  @Test
  void oneForkASideBoundsNothing() {
    Welch welch = Welch.of(new double[] {1}, new double[] {2, 3}, 0.03);

    assertThat(welch.interval(0.05).bounded()).isFalse();
    assertThat(welch.pValue()).isEqualTo(1);
  }

  @Test
  void sidesWithoutAnySpreadAreDecidedBySessionsAlone() {
    Welch welch = Welch.of(new double[] {1, 1}, new double[] {0, 0}, 0.03);

    assertThat(welch.interval(0.05).halfWidth()).isCloseTo(1.96 * 0.04243, within(1e-3));
    assertThat(Welch.of(new double[] {1, 1}, new double[] {1, 1}, 0).pValue()).isEqualTo(1);
    assertThat(Welch.of(new double[] {1, 1}, new double[] {0, 0}, 0).pValue()).isZero();
  }
}
