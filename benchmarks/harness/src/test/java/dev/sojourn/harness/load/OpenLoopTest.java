package dev.sojourn.harness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenLoopTest {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private final SimulatedClock clock = new SimulatedClock();

  private LoadResult run(Arrivals arrivals, long horizonNanos, Service service) {
    return OpenLoop.on(clock).run(arrivals, horizonNanos, service);
  }

  private Service taking(long nanos) {
    return request -> clock.advance(nanos);
  }

  private static long most(Histogram histogram) {
    return histogram.lowestEquivalentValue(histogram.getMaxValue());
  }

  @Test
  void aServiceThatKeepsUpIsNeverLate() {
    LoadResult result = run(Arrivals.fixed(1_000), SECOND, taking(10 * MICRO));

    assertThat(result.latency().getTotalCount()).isEqualTo(1_000);
    assertThat(most(result.latency())).isEqualTo(10 * MICRO);
    assertThat(most(result.service())).isEqualTo(10 * MICRO);
    assertThat(most(result.lag())).isZero();
    assertThat(result.backlog().getTotalCount()).isZero();
    assertThat(result.overloaded()).isFalse();
  }

  @Test
  void whoIsDueInAStallCountsFromWhenItWasDue() {
    List<Long> latencies = new ArrayList<>();
    Service stalling = request -> clock.advance(request == 1 ? 35 * MILLI : MILLI);

    LoadResult result =
        OpenLoop.on(clock)
            .telling((due, start, end) -> latencies.add((end - due) / MILLI))
            .run(Arrivals.fixed(100), 80 * MILLI, stalling);

    assertThat(latencies).containsExactly(1L, 35L, 26L, 17L, 8L, 1L, 1L, 1L);
    assertThat(result.service().getCountBetweenValues(0, 2 * MILLI)).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void agreesWithLindleysRecursion(long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    long[] work = random.longs(20_000, 1, 1_900 * MICRO).toArray();
    Histogram latency = LoadRecorder.newHistogram();
    Histogram lag = LoadRecorder.newHistogram();
    Arrivals expected = Arrivals.poisson(1_000, seed);
    long free = 0;
    int served = 0;
    for (long due = expected.next(); due < 15 * SECOND; due = expected.next()) {
      long start = Math.max(due, free);
      if (start >= 15 * SECOND) {
        break;
      }
      free = start + work[served++];
      latency.recordValue(free - due);
      lag.recordValue(start - due);
    }

    LoadResult result =
        run(
            Arrivals.poisson(1_000, seed),
            15 * SECOND,
            request -> clock.advance(work[(int) request]));

    assertThat(result.latency()).as("seed %d", seed).isEqualTo(latency);
    assertThat(result.lag()).isEqualTo(lag);
  }

  @Test
  void whatIsDueAndNeverStartsIsTheBacklogAndNotForgotten() {
    LoadResult result = run(Arrivals.fixed(1_000), 100 * MILLI, taking(2 * MILLI));

    assertThat(result.latency().getTotalCount()).isEqualTo(50);
    assertThat(result.backlog().getTotalCount()).isEqualTo(50);
    assertThat(result.due()).isEqualTo(100);
    assertThat(most(result.backlog())).isCloseTo(50 * MILLI, within(50 * MICRO));
    assertThat(result.backlog().getMinValue()).isCloseTo(MILLI, within(MICRO));
  }

  @ParameterizedTest
  @CsvSource({"1.01, 0.0099", "1.1, 0.0909", "2, 0.5", "10, 0.9"})
  void loadBeyondCapacityIsNamedWithTheGrowthOfItsLag(double share, double growth) {
    LoadResult result = run(Arrivals.fixed(1_000 * share), 20 * SECOND, taking(MILLI));

    assertThat(result.lagGrowth()).hasValueCloseTo(growth, within(0.1 * growth));
    assertThat(result.quantile(0.5)).isEqualTo(new LoadQuantile.Unbounded());
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "2, 0.8", "3, 0.9", "4, 0.95", "5, 0.95", "6, 0.95"})
  void loadBelowCapacityIsNotOverloadHoweverItScatters(long seed, double share) {
    SplittableRandom random = new SplittableRandom(~seed);
    Service service = request -> clock.advance((long) (-MILLI * Math.log(1 - random.nextDouble())));

    LoadResult result = run(Arrivals.poisson(1_000 * share, seed), 200 * SECOND, service);

    assertThat(result.overloaded()).as("seed %d at %s", seed, share).isFalse();
  }

  @Test
  void aStallAtTheEndIsNoOverloadButLeavesTheTailOpen() {
    Service service = request -> clock.advance(request == 18_000 ? 5 * SECOND : 100 * MICRO);

    LoadResult result = run(Arrivals.fixed(1_000), 20 * SECOND, service);

    assertThat(result.overloaded()).isFalse();
    assertThat(result.backlog().getTotalCount()).isGreaterThan(1_000);
    assertThat(result.quantile(0.5)).isInstanceOf(LoadQuantile.Known.class);
    assertThat(result.quantile(0.99)).isInstanceOf(LoadQuantile.AtLeast.class);
  }

  @Test
  void aboveAMillionPerSecondRequestsShareAReadingOfTheClock() {
    LoadResult result = run(Arrivals.fixed(4e6), 10 * MILLI, taking(100));

    assertThat(result.batch()).isEqualTo(4);
    assertThat(result.due()).isEqualTo(40_000);
    assertThat(most(result.service())).isEqualTo(100);
    // The first of a batch is due 750 ns before the last, and ends 400 ns after that.
    assertThat(most(result.latency())).isEqualTo(1_150);
    assertThat(most(result.lag())).isZero();
  }

  @Test
  void aScheduleThatEndsEndsTheRun() {
    LoadResult result = run(Arrivals.replayed(0, 5 * MILLI), SECOND, taking(MICRO));

    assertThat(result.due()).isEqualTo(2);
  }

  @Test
  void aHorizonMustLieAhead() {
    assertThatThrownBy(() -> run(Arrivals.fixed(1), 0, Service.NOTHING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
  }

  @Test
  void theMachinesClockWaitsUntilTheTime() {
    long due = NanoClock.SYSTEM.nanoTime() + 2 * MILLI;

    long seen = NanoClock.SYSTEM.waitUntil(due);

    assertThat(seen - due).isNotNegative();
    assertThat(NanoClock.SYSTEM.nanoTime() - seen).isNotNegative();
    assertThat(NanoClock.SYSTEM.waitUntil(due) - seen).isNotNegative();
  }
}
