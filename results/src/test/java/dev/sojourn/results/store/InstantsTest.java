package dev.sojourn.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are read as the JDK reads them. */
class InstantsTest {
  private static final long SEED = 20_261_201L;

  @Test
  void everyTimeIsReadBack() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 100_000; i++) {
      long second = random.nextLong(-62_167_219_200L, 253_402_300_800L);
      int nano = random.nextInt(1_000_000_000);
      int step = new int[] {1_000_000_000, 1_000_000, 1_000, 1, 100}[random.nextInt(5)];
      Instant time = Instant.ofEpochSecond(second, nano - nano % step);

      assertThat(Instants.parse(time.toString())).as("seed=%d i=%d", SEED, i).isEqualTo(time);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T03:25:00.1Z",
        "2026-11-23T03:25:00.123456789Z",
        "2024-02-29T23:59:59Z",
        "2026-11-23T24:00:00Z",
        "2026-12-31T23:59:60Z",
        "2026-11-23T03:25:00.Z",
        "2026-11-23T03:25:00+01:00",
        "+12026-11-23T03:25:00Z",
        "-0004-11-23T03:25:00Z",
        "2026-11-23t03:25:00z"
      })
  void unusualTimesAreLeftToTheJdk(String text) {
    assertThat(Instants.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "2026-11-23T03:25:00",
        "2026-02-30T03:25:00Z",
        "2026-13-01T03:25:00Z",
        "2026-11-23T25:25:00Z",
        "2026-11-23T03:61:00Z",
        "2026-11-23T03:25Z",
        "2026-11-23T03:25:00.1234567890Z",
        "2026-11-23T03:25:00.12x4Z",
        "20a6-11-23T03:25:00Z",
        "2026-11-23 03:25:00Z"
      })
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
