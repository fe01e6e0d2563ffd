package dev.sojourn.harness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.harness.load.SloSearch.Outcome;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ladder and the search against a queue that is solved on paper: Poisson arrivals, exponential
 * service. The time in such a system is exponential with the rate that is left over.
 */
class LoadLadderTest {
  private static final double CAPACITY = 1_000;
  private static final long SECOND = 1_000_000_000;

  private final SimulatedClock clock = new SimulatedClock();

  private LoadExperiment experiment(long seed, long horizonNanos) {
    SplittableRandom random = new SplittableRandom(~seed); // independent of the arrivals
    Service service =
        request -> clock.advance((long) (-1e9 / CAPACITY * Math.log(1 - random.nextDouble())));
    return new LoadExperiment(rate -> Arrivals.poisson(rate, seed), horizonNanos, service, clock);
  }

  private static double onPaper(double perSecond, double fraction) {
    return -1e9 * Math.log(1 - fraction) / (CAPACITY - perSecond);
  }

  @Test
  void capacityIsWhatAClosedLoopServes() {
    assertThat(experiment(1, 200 * SECOND).capacityPerSecond())
        .isCloseTo(CAPACITY, Percentage.withPercentage(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void everyRungIsAsLateAsOnPaper(long seed) {
    List<LoadRung> rungs = RateLadder.climb(experiment(seed, 4_000 * SECOND), CAPACITY, 0.99);

    assertThat(rungs).hasSameSizeAs(RateLadder.SHARES);
    for (LoadRung rung : rungs) {
      assertThat(rung.verdict()).isInstanceOf(LoadVerdict.Sustained.class);
      double measured = rung.result().latency().getValueAtPercentile(99);
      double error = rung.perSecond() > 800 ? 10 : 4;
      assertThat(measured)
          .as("seed %d at %s per second", seed, rung.perSecond())
          .isCloseTo(onPaper(rung.perSecond(), 0.99), Percentage.withPercentage(error));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "7, 20", "1000003, 40"})
  void theHighestRateThatKeepsAPromiseIsThatOnPaper(long seed, long limitMillis) {
    Slo slo = new Slo(0.99, limitMillis * 1_000_000);
    double onPaper = CAPACITY - Math.log(100) / (limitMillis / 1e3);

    Outcome outcome = SloSearch.highestRate(experiment(seed, 2_000 * SECOND), slo, CAPACITY, 0.005);

    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    Outcome.Found found = (Outcome.Found) outcome;
    assertThat(found.best().perSecond())
        .as("seed %d", seed)
        .isCloseTo(onPaper, within(0.02 * CAPACITY));
    assertThat(found.broken().perSecond() - found.best().perSecond())
        .isLessThanOrEqualTo(0.005 * CAPACITY);
    assertThat(found.runs()).isLessThanOrEqualTo(10);
  }

  @Test
  void aPromiseNobodyCouldKeepIsNeverMet() {
    Slo slo = new Slo(0.99, 1_000);

    assertThat(SloSearch.highestRate(experiment(1, 2_000 * SECOND), slo, CAPACITY, 0.01))
        .isInstanceOf(Outcome.NeverMet.class);
  }

  @Test
  void aPromiseThatCapacityKeepsIsAlwaysMet() {
    LoadExperiment steady =
        new LoadExperiment(
            Arrivals::fixed, 2_000 * SECOND, request -> clock.advance(1_000_000), clock);

    assertThat(SloSearch.highestRate(steady, new Slo(0.99, 2_000_000), CAPACITY, 0.01))
        .isInstanceOf(Outcome.AlwaysMet.class);
  }

  @Test
  void tooFewRequestsDecideNothing() {
    assertThat(SloSearch.highestRate(experiment(1, SECOND), new Slo(0.99, 9), CAPACITY, 0.01))
        .isInstanceOf(Outcome.Undecided.class);
  }

  @Test
  void aToleranceIsAShare() {
    assertThatThrownBy(
            () -> SloSearch.highestRate(experiment(1, SECOND), new Slo(0.9, 9), CAPACITY, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 5.0");
    assertThatThrownBy(() -> new Slo(99, 9)).hasMessageContaining("for p99 say 0.99");
  }
}
