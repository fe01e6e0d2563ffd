package dev.sojourn.results.compare;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.model.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoStageGateTest {
  private static final Verdict OPEN = new Verdict.Inconclusive(8, "8 pairs: on both sides");
  private static final Verdict WORSE = new Verdict.Regressed("16 pairs: beyond +1 %");

  private static Comparison comparison(
      String method, double ratio, double pValue, int pairs, Verdict verdict) {
    return new Comparison(
        arm(method),
        arm("jdk"),
        Metric.TIME,
        ratio,
        ratio * 0.98,
        ratio * 1.02,
        pValue,
        100 * ratio,
        100,
        pairs,
        Pairing.PAIRED,
        verdict);
  }

  @Test
  void onlyWhatLooksWorseAtTheScreensLevelIsMeasuredAgain() {
    Comparison worse = comparison("worse", 1.03, 0.19, 8, OPEN);
    List<Comparison> screen =
        List.of(
            worse,
            comparison("doubtful", 1.03, 0.21, 8, OPEN),
            comparison("better", 0.9, 0.01, 8, new Verdict.Improved("less")),
            comparison("unfit", 1.5, 0.01, 8, new Verdict.Unproven("busy")),
            counted("counted", 1.5, new Verdict.Regressed("24 against 16 B/op")));

    assertThat(TwoStageGate.of(screen).survivors()).containsExactly(worse);
  }

  private static Comparison counted(String method, double ratio, Verdict verdict) {
    return new Comparison(
        arm(method),
        arm("jdk"),
        Metric.ALLOCATION,
        ratio,
        ratio,
        ratio,
        Double.NaN,
        24,
        16,
        1,
        Pairing.PAIRED,
        verdict);
  }

  @Test
  void whatIsCountedNeedsNoSecondLook() {
    Comparison counted = counted("counted", 1.5, new Verdict.Regressed("24 against 16 B/op"));

    assertThat(TwoStageGate.of(List.of(counted)).confirm(List.of())).containsExactly(counted);
  }

  @Test
  void freshPairsAloneDecide() {
    Comparison screened = comparison("subject", 1.2, 0.01, 8, new Verdict.Regressed("screen"));
    Comparison fresh = comparison("subject", 1.0, 0.8, 16, new Verdict.Equivalent("16 pairs"));

    assertThat(TwoStageGate.of(List.of(screened)).confirm(List.of(fresh))).containsExactly(fresh);
  }

  @Test
  void regressionsMustStandAfterHolmsCorrectionForTheSuspects() {
    List<Comparison> screen =
        List.of(
            comparison("a", 1.1, 0.01, 8, OPEN),
            comparison("b", 1.1, 0.01, 8, OPEN),
            comparison("c", 1.1, 0.01, 8, OPEN));
    List<Comparison> fresh =
        List.of(
            comparison("a", 1.1, 0.016, 16, WORSE),
            comparison("b", 1.1, 0.026, 16, WORSE),
            comparison("c", 1.1, 0.026, 16, WORSE));

    List<Comparison> judged = TwoStageGate.of(screen).confirm(fresh);

    assertThat(judged)
        .extracting(c -> c.verdict().word())
        .containsExactly("regressed", "inconclusive", "inconclusive");
    assertThat(judged.get(1).verdict().reason())
        .contains("likely slower, but not after correction for 3 comparisons (adjusted p = 0.052)");
  }

  @Test
  void suspectsWithoutFreshPairsAreUnproven() {
    List<Comparison> judged =
        TwoStageGate.of(List.of(comparison("a", 1.1, 0.01, 8, OPEN))).confirm(List.of());

    assertThat(judged.getFirst().verdict()).isInstanceOf(Verdict.Unproven.class);
    assertThat(judged.getFirst().verdict().reason()).contains("no fresh pairs");
  }

  @Test
  void correctionAsksForAsManyPairsAsWouldBringThePValueDown() {
    Comparison alone = comparison("a", 1.1, 0.04, 16, WORSE);

    Comparison withheld = Corrected.withheld(alone, 0.4, 10);

    assertThat(withheld.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(((Verdict.Inconclusive) withheld.verdict()).morePairs()).isBetween(14, 16);
  }

  @Test
  void verdictsThatStandAreNotTouched() {
    List<Comparison> strong =
        List.of(comparison("a", 1.1, 0.0001, 16, WORSE), comparison("b", 1.0, 0.9, 16, OPEN));

    assertThat(Corrected.of(strong)).isEqualTo(strong);
  }
}
