package dev.sojourn.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.TimerCost;
import org.junit.jupiter.api.Test;

class TimerProbeTest {
  @Test
  void everyCostIsAFiniteNumberOfNanoseconds() {
    TimerCost cost = TimerProbe.measure();

    assertThat(cost.readNanos()).isFinite().isNotNegative();
    assertThat(cost.recordNanos()).isFinite().isNotNegative();
    assertThat(cost.granularityNanos()).isFinite().isPositive();
  }
}
