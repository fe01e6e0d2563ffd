package dev.sojourn.results.compare;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkConditions.Fate;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PlatformLimitTest {
  private static ForkConditions fork(Arm arm, int round, Fate fate, long hiccupNanos) {
    Histogram hiccups = new Histogram(3);
    hiccups.recordValueWithCount(hiccupNanos, 1_000);
    return new ForkConditions(
        arm, round, round, 1, fate, "", new TreeMap<>(), List.of(), Optional.of(Cells.of(hiccups)));
  }

  /** To count the short hiccups is to hold the pooled quantile against the subject's. */
  @Test
  void countingShortHiccupsAsksForTheirQuantile() {
    SplittableRandom random = new SplittableRandom(20_261_201L);
    for (int i = 0; i < 200; i++) {
      List<Cells> hiccups =
          LongStream.range(0, 1 + random.nextInt(4))
              .mapToObj(seed -> Cells.of(RunFixture.histogram(seed, 1_000, 5_000)))
              .toList();
      double fraction = random.nextBoolean() ? 0.99 : 0.999;
      long quantile = Counts.pooled(fraction, hiccups.stream().map(Counts::of).toList());

      assertThat(PlatformTail.limits(hiccups, fraction, Math.nextDown(2.0 * quantile))).isTrue();
      assertThat(PlatformTail.limits(hiccups, fraction, 2.0 * quantile)).isFalse();
    }
    assertThat(PlatformTail.limits(List.<Cells>of(), 0.99, 1)).isFalse();
  }

  private static Run run() {
    return new RunFixture()
        .tail(
            arm("jdk"),
            1,
            RunFixture.histogram(1, 20_000, 1_000),
            RunFixture.histogram(2, 20_000, 1_000),
            RunFixture.histogram(3, 20_000, 1_000))
        .conditions(fork(arm("jdk"), 0, Fate.KEPT, 1_000))
        .conditions(fork(arm("jdk"), 1, Fate.UNSTEADY, 1_500))
        .conditions(fork(arm("jdk"), 2, Fate.VOID, 90_000_000))
        .conditions(fork(arm("fourWay"), 0, Fate.KEPT, 7_000))
        .run();
  }

  @Test
  void hiccupsOfSeveralArmsAreThoseOfTheirForksThatCount() {
    assertThat(PlatformTail.of(run(), List.of(arm("jdk"), arm("fourWay"))).orElseThrow())
        .matches(merged -> merged.getTotalCount() == 3_000);
    assertThat(PlatformTail.of(run(), List.of(arm("pairing")))).isEmpty();
  }

  @Test
  void aQuantileBelowTwiceThePlatformsIsPlatformLimited() {
    Run run = run();
    TailSummary tail =
        TailSummary.of(run.tail(arm("jdk")).orElseThrow(), PlatformTail.of(run, arm("jdk")));

    assertThat(tail.p50().nanos()).isBetween(1_500.0, 1_900.0);
    assertThat(tail.p50().platformLimited()).isTrue();
    assertThat(tail.p99().nanos()).isGreaterThan(3_000);
    assertThat(tail.p99().platformLimited()).isFalse();
  }

  private static final int PAIRS = 8;

  /**
   * Forks of 11,000 values about a scale, each beside the same hiccups, and times without noise.
   */
  private static RunFixture recorded(RunFixture run, Arm arm, double nanos, long hiccupNanos) {
    Histogram[] forks = new Histogram[PAIRS];
    double[] times = new double[PAIRS];
    for (int round = 0; round < PAIRS; round++) {
      forks[round] = RunFixture.histogram(round, 11_000, nanos);
      times[round] = 100 + round % 3;
      run.conditions(fork(arm, round, Fate.KEPT, hiccupNanos));
    }
    return run.time(arm, times).tail(arm, 1, forks);
  }

  private static RunFixture twoArms(long hiccupNanos) {
    RunFixture run = recorded(new RunFixture(), arm("jdk"), 1_000, 100);
    return recorded(run, arm("fourWay"), 3_000, hiccupNanos);
  }

  private static Comparison p99(List<Comparison> comparisons) {
    return comparisons.stream()
        .filter(c -> c.metric().equals(TailQuantiles.P99))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aQuantileThatIsLimitedOnOneSideGetsNoVerdict() {
    Comparison clear = p99(Contrasts.of(twoArms(100).run()));
    Comparison limited = p99(Contrasts.of(twoArms(1_000_000).run()));

    assertThat(clear.verdict()).isInstanceOf(Verdict.Regressed.class);
    assertThat(limited.verdict()).isInstanceOf(Verdict.Unproven.class);
    assertThat(limited.verdict().reason())
        .contains("platform-limited: less than twice the machine's own hiccups");
    assertThat(limited.ratio()).isEqualTo(clear.ratio());
  }

  @Test
  void limitedQuantilesDoNotMakeTheInstrumentUnfit() throws Exception {
    Run before = recorded(new RunFixture().label("before"), arm("jdk"), 1_000, 1_000_000).run();
    Run after =
        recorded(new RunFixture().label("after").positionsFrom(1), arm("jdk"), 1_000, 1_000_000)
            .run();

    RunComparison comparison = RunComparison.of(before, after, false);

    assertThat(comparison.comparisons())
        .extracting(c -> c.metric().name() + " " + c.verdict().word())
        .containsExactly("time equivalent", "p99 unproven");
    assertThat(comparison.unfit()).isEmpty();
  }

  @Test
  void aShiftFunctionMarksNoLimitedQuantile() {
    ShiftFunction.Point clear = shiftAtP99(twoArms(100).run());
    ShiftFunction.Point limited = shiftAtP99(twoArms(1_000_000).run());

    assertThat(clear.differs()).isTrue();
    assertThat(limited.differs()).isFalse();
    assertThat(limited.platformLimited()).isTrue();
    assertThat(limited.low()).isEqualTo(clear.low());
  }

  private static ShiftFunction.Point shiftAtP99(Run run) {
    return ShiftFunction.of(
            run, run.tail(arm("fourWay")).orElseThrow(), run.tail(arm("jdk")).orElseThrow())
        .orElseThrow()
        .points()
        .stream()
        .filter(point -> point.name().equals("p99"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void withoutHiccupsNothingIsLimited() {
    assertThat(TailSummary.of(run().tail(arm("jdk")).orElseThrow()).p50().platformLimited())
        .isFalse();
  }
}
