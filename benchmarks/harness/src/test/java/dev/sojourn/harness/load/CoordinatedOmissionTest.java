package dev.sojourn.harness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A service that works 10 us on each of a thousand requests a second and stalls for 100 ms every 10
 * s, over 4,000 s: what three ways of counting make of the same run.
 */
class CoordinatedOmissionTest {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final int REQUESTS = 4_000_000;
  private static final Percentage BAR = Percentage.withPercentage(3);

  private static final UniformWait ANALYTIC =
      new UniformWait(1_000, 10 * MICRO, 100 * MILLI, 10 * SECOND);
  private static final long[] STARTS = new long[REQUESTS];
  private static final long[] ENDS = new long[REQUESTS];
  private static int count;
  private static LoadResult result;

  @BeforeAll
  static void play() {
    SimulatedClock clock = new SimulatedClock();
    Service stalling = Stalls.from(clock, 10 * MICRO, 100 * MILLI, 10 * SECOND);
    result =
        OpenLoop.on(clock)
            .telling(
                (intended, start, end) -> {
                  STARTS[count] = start;
                  ENDS[count++] = end;
                })
            .run(Arrivals.fixed(1_000), 4_000 * SECOND, stalling);
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 90, 95, 98, 99, 99.5, 99.9, 99.99})
  void theOpenLoopFollowsTheAnalyticCurve(double percentile) {
    assertThat((double) result.latency().getValueAtPercentile(percentile))
        .isCloseTo(ANALYTIC.quantile(percentile / 100), BAR);
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 90, 95, 98, 99, 99.5, 99.9, 99.99})
  void theClosedLoopOfTheSameRunHidesTheStalls(double percentile) {
    assertThat((double) result.service().getValueAtPercentile(percentile))
        .isCloseTo(10.0 * MICRO, BAR);
    assertThat(result.service().getMaxValue()).isGreaterThan(90 * MILLI);
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 90, 99.5, 99.9, 99.99})
  void meteringRecoversTheCurveFromStartsAndEndsAlone(double percentile) {
    Histogram metered = MeteredLatency.overTheWhole(STARTS, ENDS, count);

    assertThat((double) metered.getValueAtPercentile(percentile))
        .isCloseTo(ANALYTIC.quantile(percentile / 100), BAR);
  }

  @Test
  void aWindowFarLongerThanAStallComesNearTheCurve() {
    Histogram metered = MeteredLatency.overAWindow(STARTS, ENDS, count, 2_000);

    assertThat((double) metered.getValueAtPercentile(99.9))
        .isCloseTo(ANALYTIC.quantile(0.999), Percentage.withPercentage(5));
  }

  @Test
  void aWindowOfNothingSeesWhatTheClientSaw() {
    assertThat(MeteredLatency.overAWindow(STARTS, ENDS, count, 0)).isEqualTo(result.service());
  }

  @Test
  void arithmeticRefusesAServiceThatCannotKeepUp() {
    assertThatThrownBy(() -> new UniformWait(1_000, MILLI, MILLI, SECOND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave no time for stalls");
    assertThatThrownBy(() -> Stalls.from(new SimulatedClock(), 1, SECOND, 2 * SECOND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most a quarter of their distance");
  }
}
