package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void equalRatiosAreEqualDistancesOnALogarithmicAxis() {
    Axis axis = new Axis(true, 1, 100, 0, 200);

    assertThat(axis.at(10)).isCloseTo(100, within(1e-9));
    assertThat(axis.at(0.5)).isZero();
    assertThat(axis.at(1e9)).isEqualTo(200);
  }

  @Test
  void ticksOfManyDecadesArePowersOfTen() {
    assertThat(new Axis(true, 0.9, 1.1e6, 0, 1).ticks(7))
        .containsExactly(1.0, 10.0, 100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0);
  }

  @Test
  void ticksLieInsideAndAreFewOnAnyAxis() {
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      double low = Math.exp(20 * random.nextDouble() - 10);
      double high = low * (1.01 + Math.exp(20 * random.nextDouble() - 10));
      Axis axis = new Axis(random.nextBoolean(), low, high, 0, 100);

      assertThat(axis.ticks(6))
          .as("seed %d, step %d: %s", seed, i, axis)
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(9)
          .isSorted()
          .allMatch(tick -> tick >= low * (1 - 1e-6) && tick <= high * (1 + 1e-6));
    }
  }

  @Test
  void axisWithoutWidthIsRefused() {
    assertThatThrownBy(() -> Axis.linear(1, 1, 0, 1)).hasMessageContaining("1.0 to 1.0");
    assertThatThrownBy(() -> new Axis(true, 0, 1, 0, 1)).hasMessageContaining("0.0 to 1.0");
  }

  @Test
  void axisAroundOneValueHasThatValueInItsMiddle() {
    assertThat(Axis.logAround(5, 5, 0, 100).at(5)).isCloseTo(50, within(1e-9));
  }
}
