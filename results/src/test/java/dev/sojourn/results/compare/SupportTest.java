package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.Cells;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SupportTest {
  /** So many values, and so many slow ones among them. */
  private static Counts fork(int values, int slow) {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(100, values - slow);
    if (slow > 0) {
      histogram.recordValueWithCount(9_000, slow);
    }
    return Counts.of(Cells.of(histogram));
  }

  private static List<Counts> forks(int... slow) {
    List<Counts> forks = new ArrayList<>();
    for (int count : slow) {
      forks.add(fork(10_000, count));
    }
    return forks;
  }

  @Test
  void everyForkNeedsAHundredValuesBeyond() {
    assertThat(Support.of(0.99, List.of(fork(10_000, 200), fork(10_000, 200), fork(9_999, 200))))
        .isEqualTo(Support.TOO_FEW_VALUES);
    assertThat(Support.of(0.99, forks(200, 200, 200))).isEqualTo(Support.ENOUGH);
    assertThat(Support.of(0.999, forks(200, 200, 200))).isEqualTo(Support.TOO_FEW_VALUES);
  }

  @Test
  void aMedianNeedsNoSecondFork() {
    assertThat(Support.of(0.5, List.of(fork(200, 0)))).isEqualTo(Support.ENOUGH);
  }

  @Test
  void aTailNeedsThreeForks() {
    assertThat(Support.of(0.99, forks(200, 200))).isEqualTo(Support.TOO_FEW_FORKS);
    assertThat(Support.of(0.5, forks(200, 200))).isEqualTo(Support.ENOUGH);
  }

  @Test
  void oneForksStallIsNobodysTail() {
    assertThat(Support.of(0.99, forks(500, 30, 20, 10))).isEqualTo(Support.ONE_FORK);
    assertThat(Support.of(0.99, forks(300, 300, 0, 0))).isEqualTo(Support.ONE_FORK);
    assertThat(Support.of(0.99, forks(200, 150, 150, 0))).isEqualTo(Support.ENOUGH);
  }

  @Test
  void valuesTiedAtTheQuantileCountForEveryForkThatHasThem() {
    assertThat(Support.of(0.99, forks(0, 0, 0))).isEqualTo(Support.ENOUGH);
  }

  @Test
  void noForkCarriesNothing() {
    assertThat(Support.of(0.5, List.of())).isEqualTo(Support.TOO_FEW_VALUES);
  }

  @Test
  void everyRefusalSaysThatTheSampleIsTooSmall() {
    for (Support support : Support.values()) {
      assertThat(support.words().isEmpty()).isEqualTo(support == Support.ENOUGH);
      assertThat(support.words()).matches("|" + TailSummary.Quantile.TOO_FEW + ": .+");
    }
  }
}
