package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final Margins MARGINS = Margins.ofHarm(0.01);

  @ParameterizedTest
  @CsvSource({
    "1.030, 1.011, 1.050, regressed",
    "1.030, 1.009, 1.050, inconclusive",
    "0.970, 0.950, 0.989, improved",
    "0.970, 0.950, 0.995, inconclusive",
    "1.000, 0.985, 1.015, equivalent",
    "1.005, 0.985, 1.025, inconclusive",
    "1.015, 1.0101, 1.019, regressed",
  })
  void verdictFollowsFromWhereTheIntervalLies(
      double ratio, double low, double high, String expected) {
    Interval interval = new Interval(Math.log(ratio), Math.log(low), Math.log(high));

    Verdict verdict = Judge.paired(interval, interval.estimate(), 16, MARGINS);

    assertThat(verdict.word()).isEqualTo(expected);
    assertThat(verdict.reason()).contains("16 pairs").contains("ratio");
  }

  @Test
  void meanOnTheOtherSideOfTheEstimateWithholdsTheVerdict() {
    Interval interval = new Interval(Math.log(1.03), Math.log(1.02), Math.log(1.05));

    Verdict verdict = Judge.paired(interval, -0.001, 16, MARGINS);

    assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(verdict.reason()).contains("extreme pairs");
  }

  @Test
  void whatIsEquivalentIsSoOnWhicheverSideTheMeanLies() {
    Interval interval = new Interval(Math.log(1.002), Math.log(0.995), Math.log(1.006));

    assertThat(Judge.paired(interval, -0.001, 16, MARGINS)).isInstanceOf(Verdict.Equivalent.class);
  }

  @Test
  void tooFewPairsAreToldHowManyMoreTheyNeed() {
    Verdict verdict = Judge.paired(Interval.unbounded(0.5), 0.5, 2, MARGINS);

    assertThat(verdict)
        .isEqualTo(
            new Verdict.Inconclusive(4, "2 pairs: too few for a 95 % interval, which needs 6"));
  }

  @Test
  void wideIntervalsAskForMorePairsBySquareOfTheirWidth() {
    double harm = Math.log(1.01);
    double estimate = harm + 0.02;
    Interval twiceTooWide = new Interval(estimate, estimate - 0.04, estimate + 0.04);

    assertThat(Judge.morePairs(twiceTooWide, 16, MARGINS)).isBetween(48, 49);
  }

  @Test
  void nobodyIsAskedForPairsWithoutEnd() {
    Interval hopeless = new Interval(0, -5, 5);

    assertThat(Judge.morePairs(hopeless, 16, MARGINS)).isEqualTo(10_000);
  }

  @Test
  void forksThatWereNotInterleavedAreSaidToBeSo() {
    Interval interval = new Interval(Math.log(1.5), Math.log(1.4), Math.log(1.6));

    Verdict verdict = Judge.unpaired(interval, 5, "sigma 3 %, uncalibrated", MARGINS);

    assertThat(verdict.word()).isEqualTo("regressed");
    assertThat(verdict.reason()).contains("not interleaved").contains("sigma 3 %, uncalibrated");
  }

  @Test
  void marginsRefuseNonsense() {
    assertThatThrownBy(() -> new Margins(0, 0.1)).hasMessageContaining("0 < harm");
    assertThatThrownBy(() -> new Margins(0.1, 0.05)).hasMessageContaining("0 < harm");
    assertThatThrownBy(() -> new Margins(Double.NaN, 1)).hasMessageContaining("0 < harm");
  }

  @Test
  void tailsAreJudgedByWiderMarginsThanMeans() {
    assertThat(Margins.of(TailQuantiles.P99)).isEqualTo(new Margins(0.1, 0.1));
    assertThat(Margins.of(TailQuantiles.P999)).isEqualTo(new Margins(0.2, 0.2));
  }
}
