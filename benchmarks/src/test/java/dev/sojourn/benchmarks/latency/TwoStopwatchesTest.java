package dev.sojourn.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When JMH's p99.9 leaves the true one, with operations whose times are made up. */
class TwoStopwatchesTest {
  private static final int SEED = 12_345;
  private static final int FEW = 200_000;
  private static final int MANY = 8_000_000;
  private static final long BODY_NANOS = 150;
  private static final int BODY_SPREAD = 17;

  private static TwoStopwatches told(int seed, int operations, LongSupplier delays) {
    TwoStopwatches stopwatches = new TwoStopwatches(seed);
    for (int i = 0; i < operations; i++) {
      stopwatches.offer(BODY_NANOS + i % BODY_SPREAD + delays.getAsLong());
    }
    return stopwatches;
  }

  private static boolean inBody(double nanos) {
    return nanos >= BODY_NANOS && nanos < BODY_NANOS + BODY_SPREAD;
  }

  @ParameterizedTest
  @CsvSource({"12345, 1", "12345, 2", "12345, 3", "12346, 1", "12346, 2", "12346, 3"})
  void delaysOfWhichFewAreEqualBecomeJmhsPercentile(int seed, long delaySeed) {
    TwoStopwatches told = told(seed, MANY, new RareDelays(delaySeed)::nextNanos);

    assertThat(told.halvings()).isEqualTo(5);
    assertThat(told.ours()).matches(TwoStopwatchesTest::inBody);
    assertThat(told.jmhs()).isGreaterThan(300 * told.ours());
  }

  @Test
  void nothingIsMistakenAsLongAsNothingIsHalved() {
    TwoStopwatches told = told(SEED, FEW, new RareDelays(SEED)::nextNanos);

    assertThat(told.halvings()).isZero();
    assertThat(told.jmhs()).isCloseTo(told.ours(), within(1.0));
  }

  @Test
  void delaysOfOneLengthAreHalvedLikeTheRest() {
    RareDelays rare = new RareDelays(SEED);

    TwoStopwatches told = told(SEED, MANY, () -> rare.nextNanos() > 0 ? 200_000 : 0);

    assertThat(told.halvings()).isEqualTo(5);
    assertThat(told.jmhs()).matches(TwoStopwatchesTest::inBody);
  }
}
