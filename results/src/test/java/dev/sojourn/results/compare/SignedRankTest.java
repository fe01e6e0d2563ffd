package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRankTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 8, 12})
  void distributionIsThatOfEveryPatternOfSigns(int n) {
    int[] count = new int[n * (n + 1) / 2 + 1];
    for (int signs = 0; signs < 1 << n; signs++) {
      int sum = 0;
      for (int rank = 1; rank <= n; rank++) {
        sum += (signs >> (rank - 1) & 1) * rank;
      }
      count[sum]++;
    }

    double[] cumulative = SignedRank.cumulative(n);

    assertThat(cumulative).hasSameSizeAs(count);
    double expected = 0;
    for (int w = 0; w < count.length; w++) {
      expected += count[w] / Math.pow(2, n);
      assertThat(cumulative[w]).as("n=%d w=%d", n, w).isCloseTo(expected, within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5,-1", "6,0", "7,2", "8,3", "9,5", "10,8", "11,10", "12,13", "13,17", "14,21", "15,25",
    "16,29", "17,34", "18,40", "19,46", "20,52", "25,89", "30,137"
  })
  void criticalValuesAreThoseOfThePublishedTable(int n, int largestRejected) {
    assertThat(SignedRank.criticalCount(n, 0.05)).isEqualTo(largestRejected + 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void pValuesAgreeWithAnIndependentImplementation(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int n = 2; n <= 30; n++) {
      double[] differences = random.doubles(n, -1, 1.2).toArray();
      double expected = WilcoxonSignedRankTest.withDefaults().test(differences).getPValue();

      assertThat(SignedRank.pValue(differences))
          .as("seed=%d n=%d", seed, n)
          .isCloseTo(expected, within(1e-10));
    }
  }

  @Test
  void tiesShareTheirRanksAndTheDistributionFollows() {
    double[] differences = {1, 1, 1, 1, -1, 2};
    int asExtreme = 0;
    double[] ranks = {3, 3, 3, 3, 3, 6};
    for (int signs = 0; signs < 64; signs++) {
      double sum = 0;
      for (int i = 0; i < 6; i++) {
        sum += (signs >> i & 1) * ranks[i];
      }
      asExtreme += sum <= 3 || sum >= 18 ? 1 : 0;
    }

    assertThat(SignedRank.pValue(differences)).isCloseTo(asExtreme / 64.0, within(1e-12));
  }

  @Test
  void zerosAreNoEvidence() {
    assertThat(SignedRank.pValue(new double[] {0, 0, 0})).isEqualTo(1);
    assertThat(SignedRank.pValue(new double[] {0, 1, 2, 3}))
        .isEqualTo(SignedRank.pValue(new double[] {1, 2, 3}));
  }

  @Test
  void largeSamplesKeepTheirTotalProbability() {
    double[] cumulative = SignedRank.cumulative(200);

    assertThat(cumulative[cumulative.length - 1]).isCloseTo(1, within(1e-9));
    assertThat(cumulative[cumulative.length / 2]).isCloseTo(0.5, within(0.01));
  }
}
