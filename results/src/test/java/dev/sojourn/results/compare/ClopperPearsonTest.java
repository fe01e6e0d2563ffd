package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
  /** With no count the upper end has a closed form: the n-th root of a fortieth, from 1. */
  @ParameterizedTest
  @CsvSource({"1", "10", "30", "1000"})
  void nothingCountedLeavesAnUpperEnd(int trials) {
    ClopperPearson interval = ClopperPearson.of(0, trials);

    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(1 - Math.pow(0.025, 1.0 / trials), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1, 30", "3, 10", "15, 30", "29, 30", "12, 1000"})
  void atItsEndsTheCountIsJustAsExtremeAsAllowed(int count, int trials) {
    ClopperPearson interval = ClopperPearson.of(count, trials);

    assertThat(BinomialDistribution.of(trials, interval.high()).cumulativeProbability(count))
        .isCloseTo(0.025, within(1e-6));
    assertThat(BinomialDistribution.of(trials, interval.low()).survivalProbability(count - 1))
        .isCloseTo(0.025, within(1e-6));
  }

  @Test
  void withoutTrialsEverythingIsPossible() {
    assertThat(ClopperPearson.of(0, 0)).isEqualTo(new ClopperPearson(0, 1));
  }

  @Test
  void aCountBeyondTheTrialsIsRefused() {
    assertThatThrownBy(() -> ClopperPearson.of(4, 3)).hasMessageContaining("4 of 3");
  }
}
