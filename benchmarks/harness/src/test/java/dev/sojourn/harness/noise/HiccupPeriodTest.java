package dev.sojourn.harness.noise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HiccupPeriodTest {
  @ParameterizedTest
  @CsvSource({
    "-1, 1",
    "0, 1",
    "1000, 1",
    "5000, 1",
    "5001, 2",
    "20000, 4",
    "50000, 10",
    "9000000, 10"
  })
  void aWakingCostsAtMostHalfAPercentOfACoreUpToTenMilliseconds(long wakingNanos, long millis) {
    assertThat(HiccupPeriod.affordableNanos(wakingNanos)).isEqualTo(millis * 1_000_000);
  }
}
