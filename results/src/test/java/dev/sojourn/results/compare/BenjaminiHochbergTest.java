package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {

  @Test
  void adjustsByRankFromTheLargestDown() {
    double[] adjusted = BenjaminiHochberg.adjust(0.01, 0.04, 0.03, 0.005);

    assertThat(adjusted).containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-12));
  }

  @Test
  void whatHasNoPValueNeitherCountsNorChanges() {
    double[] adjusted = BenjaminiHochberg.adjust(0.5, Double.NaN, 0.01);

    assertThat(adjusted[1]).isNaN();
    assertThat(adjusted[2]).isCloseTo(0.02, within(1e-12));
    assertThat(BenjaminiHochberg.adjust()).isEmpty();
  }
}
