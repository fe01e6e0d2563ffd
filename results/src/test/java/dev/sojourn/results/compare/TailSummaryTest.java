package dev.sojourn.results.compare;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Tail;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TailSummaryTest {

  private static TailSummary summary(int batch, Histogram... forks) {
    return TailSummary.of(new RunFixture().tail(arm("jdk"), batch, forks).run().tails().getFirst());
  }

  private static Histogram constant(long value, int count) {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(value, count);
    return histogram;
  }

  @Test
  void quantilesAreGeometricMeansOverForks() {
    TailSummary summary = summary(4, constant(100, 10_000), constant(400, 10_000));

    assertThat(summary.p50().nanos()).isBetween(199.0, 201.0);
    assertThat(summary.p50().low()).isLessThan(100);
    assertThat(summary.p50().high()).isGreaterThan(400);
    assertThat(summary.batch()).isEqualTo(4);
    assertThat(summary.count()).isEqualTo(20_000);
    assertThat(summary.forks()).isEqualTo(2);
    assertThat(summary.maxNanos()).isEqualTo(400);
  }

  /** Student's 97.5 % point of one degree is 12.706, of two 4.303. */
  @Test
  void anIntervalOfFewForksHasOneDegreeOfFreedomAtLeast() {
    assertThat(List.of(2, 3, 4))
        .allSatisfy(n -> assertThat(TailSummary.Quantile.student(n)).isBetween(12.70, 12.71));
    assertThat(TailSummary.Quantile.student(5)).isBetween(4.30, 4.31);
  }

  @Test
  void aQuantileNeedsAHundredValuesBeyondItInEveryFork() {
    Histogram full = constant(5, 100_000);
    TailSummary enough = summary(1, full, full, full);
    TailSummary tooFew = summary(1, full, full, constant(5, 99_999));

    assertThat(enough.p999().known()).isTrue();
    assertThat(tooFew.p999().known()).isFalse();
    assertThat(tooFew.p999().support()).isEqualTo(Support.TOO_FEW_VALUES);
    assertThat(tooFew.p99().known()).isTrue();
    assertThat(summary(1, constant(5, 199)).p50().known()).isFalse();
    assertThat(summary(1, constant(5, 200)).p50().known()).isTrue();
    assertThat(summary(1, constant(5, 9_999)).p99().known()).isFalse();
  }

  @Test
  void oneForkHasAMedianWithoutAnIntervalAndNoTail() {
    TailSummary summary = summary(1, constant(5, 10_000));

    assertThat(summary.p50().known()).isTrue();
    assertThat(summary.p50().hasInterval()).isFalse();
    assertThat(summary.p99().known()).isFalse();
    assertThat(summary.p99().support()).isEqualTo(Support.TOO_FEW_FORKS);
  }

  @Test
  void aTailWithoutForksKnowsNothing() {
    TailSummary summary = TailSummary.of(new Tail(arm("jdk"), 1, List.of()));

    assertThat(summary.p50().known()).isFalse();
    assertThat(summary.count()).isZero();
  }
}
