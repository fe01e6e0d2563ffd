package dev.sojourn.harness.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clock that only laps and tokens move: what comes out can be counted instead of timed. */
class SlowdownTest {
  private static final double CLOCK_READ_NANOS = 25;
  private static final double WITHIN_HALF_A_POINT = 0.005;

  private double nanos;
  private double operationNanos;
  private double spentNanos;
  private long spendings;

  private long read() {
    nanos += CLOCK_READ_NANOS;
    return (long) nanos;
  }

  private Slowdown slowdown(double share, double nanosPerToken) {
    return new Slowdown(
        share,
        this::read,
        tokens -> {
          spendings++;
          spentNanos += tokens * nanosPerToken;
          nanos += tokens * nanosPerToken;
        });
  }

  private void operations(Slowdown slowdown, long laps, double nanosPerLap) {
    long left = slowdown.begin();
    for (long i = 0; i < laps; i++) {
      nanos += nanosPerLap;
      operationNanos += nanosPerLap;
      if (--left == 0) {
        left = slowdown.mark();
      }
    }
  }

  private void restart() {
    operationNanos = 0;
    spentNanos = 0;
    spendings = 0;
  }

  @ParameterizedTest
  @CsvSource({
    "0.02, 8, 0.7",
    "0.02, 60000, 1.6",
    "0.03, 350, 0.4",
    "0.05, 8, 2.1",
    "0.05, 250000, 1",
    "0.10, 3, 0.9",
    "0.10, 1200, 3",
    "0.10, 60000, 0.3"
  })
  void theShareOfTheOperationsOwnTimeIsSpent(double share, double nanosPerLap, double perToken) {
    Slowdown slowdown = slowdown(share, perToken);
    operations(slowdown, (long) (500e6 / nanosPerLap), nanosPerLap);

    restart();
    operations(slowdown, (long) (480e6 / nanosPerLap), nanosPerLap);

    assertThat(spentNanos / operationNanos).isCloseTo(share, within(WITHIN_HALF_A_POINT));
  }

  @Test
  void nothingIsSpentOfTheShareZeroThoughTheCodeIsTheSame() {
    Slowdown slowdown = slowdown(0, 1);

    operations(slowdown, 1_000_000, 100);

    assertThat(spentNanos).isZero();
    assertThat(spendings).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"8, 18750", "100, 1500", "60000, 2", "250000, 1"})
  void aStrideHasLapsEnoughToBeTimed(double nanosPerLap, double laps) {
    Slowdown slowdown = slowdown(0, 1);

    operations(slowdown, 10_000_000, nanosPerLap);

    assertThat((double) slowdown.begin()).isCloseTo(laps, within(0.02 * laps + 1));
  }

  @Test
  void anOperationThatGetsFasterIsStillSlowedByItsShare() {
    Slowdown slowdown = slowdown(0.1, 1);
    operations(slowdown, 1_000_000, 400);

    restart();
    operations(slowdown, 5_000_000, 40);

    assertThat(spentNanos / operationNanos).isCloseTo(0.1, within(WITHIN_HALF_A_POINT));
  }

  @Test
  void aStallWithinTheSpendingIsPartOfIt() {
    var random = new SplittableRandom(7);
    Slowdown slowdown =
        new Slowdown(
            0.05,
            this::read,
            tokens -> {
              double stalled = random.nextInt(2000) == 0 ? 3e6 : 0;
              spentNanos += tokens + stalled;
              nanos += tokens + stalled;
            });
    operations(slowdown, 1_000_000, 100);

    restart();
    operations(slowdown, 40_000_000, 100);

    assertThat(spentNanos / operationNanos).isCloseTo(0.05, within(WITHIN_HALF_A_POINT));
  }

  @Test
  void whatALongStallSpentTooMuchIsForgottenWithItsIteration() {
    boolean[] stalls = {true};
    Slowdown slowdown =
        new Slowdown(
            0.05,
            this::read,
            tokens -> {
              spentNanos += tokens;
              nanos += tokens + (stalls[0] ? 1e8 : 0);
            });
    operations(slowdown, 10_000, 100);
    stalls[0] = false;

    restart();
    operations(slowdown, 5_000_000, 100);

    assertThat(spentNanos / operationNanos).isCloseTo(0.05, within(WITHIN_HALF_A_POINT));
  }

  @Test
  void timeBetweenIterationsIsNotSlowed() {
    Slowdown slowdown = slowdown(0.1, 1);
    operations(slowdown, 1_000_000, 100);
    nanos += 5e9;

    restart();
    operations(slowdown, 1_000_000, 100);

    assertThat(spentNanos / operationNanos).isCloseTo(0.1, within(WITHIN_HALF_A_POINT));
  }

  @Test
  void whatWasSpentIsToldAsItWas() {
    Slowdown slowdown = slowdown(0.05, 1.3);
    operations(slowdown, 5_000_000, 100);

    assertThat(SlowdownShare.of(List.of(slowdown))).isCloseTo(0.05, within(WITHIN_HALF_A_POINT));
    assertThat(slowdown.spentNanos()).isCloseTo(spentNanos, within(0.01 * spentNanos));
    assertThat(SlowdownShare.ofIteration()).as("of an ordinary fork").isEmpty();
  }

  @Test
  void aShareBelowZeroIsRefused() {
    assertThatThrownBy(() -> slowdown(-0.05, 1)).hasMessageContaining("was -0.05; try 0.05");
  }

  @Test
  void anOrdinaryForkIsNotSlowed() {
    assertThat(Slowdown.wanted()).isFalse();
  }
}
