package dev.sojourn.harness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadVerdictTest {
  /** So many requests of one latency, and so many that waited in vain. */
  private static LoadResult result(long nanos, int served, int waiting) {
    return result(nanos, served, waiting, OptionalDouble.empty());
  }

  private static LoadResult result(long nanos, int served, int waiting, OptionalDouble growth) {
    LoadRecorder recorder = new LoadRecorder();
    recorder.latency.recordValueWithCount(nanos, served);
    if (waiting > 0) {
      recorder.backlog.recordValueWithCount(nanos / 2, waiting);
    }
    return new LoadResult(1_000, 1, 1_000_000_000, recorder, growth);
  }

  @Test
  void aQuantileThatTheBacklogDoesNotReachIsKnown() {
    assertThat(result(1_000, 99_500, 400).quantile(0.99)).isEqualTo(new LoadQuantile.Known(1_000));
    assertThat(result(1_000, 98_500, 1_500).quantile(0.99))
        .isEqualTo(new LoadQuantile.AtLeast(1_000));
  }

  @Test
  void aQuantileWithFewRequestsBeyondIsNotTold() {
    assertThat(result(1_000, 9_999, 0).quantile(0.99))
        .isEqualTo(new LoadQuantile.TooFew(9_999, 10_000));
    assertThat(result(1_000, 10_000, 0).quantile(0.99)).isEqualTo(new LoadQuantile.Known(1_000));
    assertThat(result(1_000, 10_000, 0).quantile(0.999))
        .isEqualTo(new LoadQuantile.TooFew(10_000, 100_000));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 99, -0.5, Double.NaN})
  void refusesWhatIsNoFraction(double fraction) {
    assertThatThrownBy(() -> result(1_000, 10, 0).quantile(fraction))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was " + fraction);
  }

  @Test
  void overloadIsNeverAFinitePercentile() {
    LoadResult overloaded = result(1_000, 99_000, 1_000, OptionalDouble.of(0.25));

    LoadVerdict verdict = LoadVerdict.of(overloaded, result(100, 100_000, 0), 0.99);

    assertThat(verdict).isEqualTo(new LoadVerdict.Overloaded(0.25, 1_000));
    assertThat(overloaded.quantile(0.5)).isEqualTo(new LoadQuantile.Unbounded());
  }

  @Test
  void aGeneratorThatTakesATenthOfTheQuantileSpoilsIt() {
    LoadResult result = result(10_000, 100_000, 0);

    assertThat(LoadVerdict.of(result, result(900, 100_000, 0), 0.99))
        .isEqualTo(new LoadVerdict.Sustained(result.quantile(0.99)));
    assertThat(LoadVerdict.of(result, result(1_100, 100_000, 0), 0.999))
        .isInstanceOfSatisfying(
            LoadVerdict.Spoiled.class,
            spoiled ->
                assertThat(spoiled.reason())
                    .isEqualTo(
                        "with nothing to serve, p99.9 is 1100 ns already,"
                            + " more than a tenth of the 10007 ns reported"));
  }

  @Test
  void aGeneratorThatCannotFollowSpoilsEverything() {
    LoadResult generator = result(100, 100_000, 10, OptionalDouble.of(0.1));

    assertThat(LoadVerdict.of(result(10_000, 100_000, 0), generator, 0.99))
        .isInstanceOfSatisfying(
            LoadVerdict.Spoiled.class,
            spoiled -> assertThat(spoiled.reason()).contains("cannot follow 1000 requests"));
  }
}
