package dev.sojourn.harness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {
  private static final long MILLI = 1_000_000;

  static Stream<Arrivals> schedules() {
    return Stream.of(
        Arrivals.fixed(1_000),
        Arrivals.fixed(1e9),
        Arrivals.poisson(1_000, 7),
        Arrivals.bursty(10_000, 50 * MILLI, 200 * MILLI, 7),
        Arrivals.replayed(0, 0, 5, 9));
  }

  private static long[] first(Arrivals arrivals, int count) {
    return LongStream.generate(arrivals::next).limit(count).toArray();
  }

  /** Requests in each of many windows of equal length. */
  private static long[] counts(Arrivals arrivals, long windowNanos, int windows) {
    long[] counts = new long[windows];
    for (long at = arrivals.next(); at / windowNanos < windows; at = arrivals.next()) {
      counts[(int) (at / windowNanos)]++;
    }
    return counts;
  }

  private static double mean(long[] values) {
    return LongStream.of(values).average().orElseThrow();
  }

  private static double dispersion(long[] counts) {
    double mean = mean(counts);
    return LongStream.of(counts).mapToDouble(c -> (c - mean) * (c - mean)).sum()
        / (counts.length - 1)
        / mean;
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void timesNeverFall(Arrivals arrivals) {
    long[] offsets = first(arrivals, 10_000);

    assertThat(offsets).isSorted();
    assertThat(offsets[0]).isNotNegative();
  }

  @Test
  void equalIntervalsDoNotDrift() {
    Arrivals thirds = Arrivals.fixed(3);

    long[] offsets = first(thirds, 3_000_001);

    assertThat(offsets[1]).isEqualTo(333_333_333);
    assertThat(offsets[3_000_000]).isEqualTo(1_000_000 * 1_000 * MILLI);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void poissonCountsAreAsScatteredAsTheyAreMany(long seed) {
    long[] counts = counts(Arrivals.poisson(10_000, seed), 10 * MILLI, 20_000);

    // Four standard errors of either figure.
    assertThat(mean(counts)).as("seed %d", seed).isCloseTo(100, within(4 * 10 / Math.sqrt(20_000)));
    assertThat(dispersion(counts)).isCloseTo(1, within(4 * Math.sqrt(2.0 / 20_000)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void burstsHaveTheRateTheySayAndScatterFarMore(long seed) {
    Arrivals bursty = Arrivals.bursty(10_000, 50 * MILLI, 200 * MILLI, seed);

    long[] counts = counts(bursty, 10 * MILLI, 200_000);

    assertThat(bursty.perSecond()).isEqualTo(2_000);
    assertThat(mean(counts)).as("seed %d", seed).isCloseTo(20, Percentage.withPercentage(5));
    assertThat(dispersion(counts)).isGreaterThan(20);
    assertThat(LongStream.of(counts).filter(c -> c == 0).count())
        .as("windows of silence")
        .isGreaterThan(100_000);
  }

  @Test
  void theSeedIsTheSchedule() {
    assertThat(first(Arrivals.poisson(50, 3), 1_000))
        .isEqualTo(first(Arrivals.poisson(50, 3), 1_000))
        .isNotEqualTo(first(Arrivals.poisson(50, 4), 1_000));
    assertThat(first(Arrivals.bursty(50, MILLI, MILLI, 3), 1_000))
        .isEqualTo(first(Arrivals.bursty(50, MILLI, MILLI, 3), 1_000))
        .isNotEqualTo(first(Arrivals.bursty(50, MILLI, MILLI, 4), 1_000));
  }

  @Test
  void aReplayedScheduleEndsAndStaysEnded() {
    Arrivals replayed = Arrivals.replayed(10, 20, 40);

    assertThat(first(replayed, 5)).containsExactly(10, 20, 40, Arrivals.END, Arrivals.END);
    assertThat(replayed.perSecond()).isEqualTo(2e9 / 30);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 2e9})
  void refusesWhatIsNoRate(double rate) {
    assertThatThrownBy(() -> Arrivals.fixed(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("perSecond must be above 0")
        .hasMessageContaining("was " + rate);
    assertThatThrownBy(() -> Arrivals.poisson(rate, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Arrivals.bursty(rate, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesSchedulesThatFallOrHaveNoLength() {
    assertThatThrownBy(() -> Arrivals.replayed(5, 9, 8)).hasMessageContaining("request 2 is due");
    assertThatThrownBy(() -> Arrivals.replayed(5, 5)).hasMessageContaining("different times");
    assertThatThrownBy(() -> Arrivals.replayed(-1, 5)).hasMessageContaining("was -1");
    assertThatThrownBy(() -> Arrivals.bursty(5, 0, 5, 1)).hasMessageContaining("was 0 and 5");
  }
}
