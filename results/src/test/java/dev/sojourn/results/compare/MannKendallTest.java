package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MannKendallTest {
  /** Kendall's own table: two-sided probabilities of the largest scores. */
  @Test
  void probabilitiesAreThoseOfTheTables() {
    assertThat(MannKendall.p(new double[] {1, 2, 3, 4})).isCloseTo(2.0 / 24, within(1e-12));
    assertThat(MannKendall.p(new double[] {1, 2, 4, 3})).isCloseTo(8.0 / 24, within(1e-12));
    assertThat(MannKendall.p(new double[] {1, 2, 3, 4, 5, 6, 7, 8}))
        .isCloseTo(2.0 / 40320, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7})
  void probabilitiesAreThoseOfAllOrders(int n) {
    List<double[]> orders = new ArrayList<>();
    permute(new double[n], 0, new boolean[n], orders);
    Random random = new Random(n);
    double[] drawn = orders.get(random.nextInt(orders.size()));

    long atLeast =
        orders.stream().filter(order -> Math.abs(score(order)) >= Math.abs(score(drawn))).count();

    assertThat(MannKendall.p(drawn))
        .as("n %d", n)
        .isCloseTo((double) atLeast / orders.size(), within(1e-12));
  }

  private static int score(double[] values) {
    int score = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < i; j++) {
        score += values[j] < values[i] ? 1 : -1;
      }
    }
    return score;
  }

  private static void permute(double[] order, int filled, boolean[] used, List<double[]> all) {
    if (filled == order.length) {
      all.add(order.clone());
      return;
    }
    for (int value = 0; value < order.length; value++) {
      if (!used[value]) {
        used[value] = true;
        order[filled] = value;
        permute(order, filled + 1, used, all);
        used[value] = false;
      }
    }
  }

  @Test
  void tiesCountForNeitherSide() {
    assertThat(MannKendall.p(new double[] {5, 5, 5, 5, 5, 5})).isCloseTo(1, within(1e-12));
  }

  @Test
  void oneWildValueDoesNotTiltTheSlope() {
    assertThat(MannKendall.slope(new double[] {0, 1, 2, 300, 4, 5, 6, 7}))
        .isCloseTo(1, within(1e-12));
  }
}
