package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often the interval of a tail's quantile holds the truth when slow operations come in bursts.
 */
class TailCoverageTest {
  private static final int FORKS = 10;
  private static final int REPLICATIONS = 4000;
  private static final int BANDS = 500;
  private static final double[] P999 = {0.999};

  @ParameterizedTest
  @EnumSource(BurstyForks.Model.class)
  void intervalOverForksHoldsTheTypicalForksQuantile(BurstyForks.Model model) {
    BurstyForks forks = new BurstyForks(model, 20_261_123);

    double p99 = coverage(forks, 0.99);
    double p999 = coverage(forks, 0.999);

    System.out.printf(
        Locale.ROOT, "tail interval, %s stalls: p99 %.3f, p99.9 %.3f%n", model, p99, p999);
    assertThat(p99).as("p99").isBetween(0.93, 0.97);
    assertThat(p999).as("p99.9").isBetween(0.93, 0.97);
  }

  /** Which is why the band is never called an interval. */
  @Test
  void bandOfTheCurveIsNarrowerThanItSays() {
    BurstyForks forks = new BurstyForks(BurstyForks.Model.LONG, 20_261_123);
    long truth = new PooledForks(forks.bank()).quantiles(once(forks.bank().size()), P999)[0];
    int held = 0;
    for (int i = 0; i < BANDS; i++) {
      SpectrumBand.Point band = SpectrumBand.of(forks.draw(FORKS), P999).getFirst();
      held += band.low() <= truth && truth <= band.high() ? 1 : 0;
    }
    double share = (double) held / BANDS;

    System.out.printf(Locale.ROOT, "spectrum band, %d forks: p99.9 %.3f%n", FORKS, share);
    assertThat(share).isBetween(0.80, 0.95);
  }

  private static int[] once(int forks) {
    int[] weights = new int[forks];
    Arrays.fill(weights, 1);
    return weights;
  }

  private static double coverage(BurstyForks forks, double fraction) {
    double truth =
        Math.exp(
            forks.bank().stream()
                .mapToDouble(f -> Math.log((double) f.quantile(fraction)))
                .average()
                .orElseThrow());
    int known = 0;
    int held = 0;
    for (int i = 0; i < REPLICATIONS; i++) {
      TailSummary.Quantile quantile =
          TailSummary.Quantile.of(fraction, forks.draw(FORKS), Optional.empty());
      known += quantile.known() ? 1 : 0;
      held += quantile.low() <= truth && truth <= quantile.high() ? 1 : 0;
    }
    assertThat(known).as("samples that carry %s", fraction).isGreaterThan(REPLICATIONS * 9 / 10);
    return (double) held / known;
  }
}
