package dev.sojourn.results.compare;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastsTest {
  private static final double[] SLOW = {200, 204, 198, 202, 200, 206, 201, 199};
  private static final double[] FAST = {100, 102, 99, 101, 100, 103, 100.5, 99.5};

  @Test
  void everyArmIsHeldAgainstItsBaselineAtTheSamePoint() {
    RunFixture run =
        new RunFixture()
            .time(arm("jdk", "size", "10"), SLOW)
            .time(arm("jdk", "size", "20"), FAST)
            .time(arm("fourWay", "size", "10"), FAST)
            .time(arm("fourWay", "size", "20"), FAST)
            .time(arm("fourWay", "size", "30"), FAST);

    List<Comparison> contrasts = Contrasts.of(run.run());

    assertThat(contrasts)
        .extracting(c -> c.subject().paramsText())
        .containsExactly("size=10", "size=20");
    Comparison first = contrasts.getFirst();
    assertThat(first.reference()).isEqualTo(arm("jdk", "size", "10"));
    assertThat(first.ratio()).isCloseTo(0.5, within(0.001));
    assertThat(first.hasInterval()).isTrue();
    assertThat(first.verdict().word()).isEqualTo("improved");
    assertThat(first.interleaved()).isTrue();
    assertThat(first.subjectValue()).isCloseTo(100.25, within(0.01));
    assertThat(contrasts.get(1).verdict().word()).isEqualTo("equivalent");
  }

  @Test
  void onePairIsNeverAVerdict() {
    RunFixture run = new RunFixture().time(arm("jdk"), 100).time(arm("fourWay"), 900);

    Comparison contrast = Contrasts.of(run.run()).getFirst();

    assertThat(contrast.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(contrast.hasInterval()).isFalse();
    assertThat(contrast.low()).isZero();
    assertThat(contrast.high()).isInfinite();
  }

  @Test
  void smokeEffortWithholdsEvenExactVerdicts() {
    RunFixture run =
        new RunFixture()
            .effort("smoke")
            .metric(arm("jdk"), Metric.ALLOCATION, 24)
            .metric(arm("fourWay"), Metric.ALLOCATION, 48);

    assertThat(Contrasts.of(run.run()).getFirst().verdict())
        .isInstanceOf(Verdict.Inconclusive.class)
        .extracting(Verdict::reason)
        .asString()
        .contains("smoke");
  }

  @Test
  void forksThatRanOneAfterTheOtherAreNotPaired() {
    RunFixture run =
        new RunFixture().time(arm("jdk"), SLOW).positionsFrom(1000).time(arm("fourWay"), FAST);

    Comparison contrast = Contrasts.of(run.run()).getFirst();

    assertThat(contrast.pairing()).isEqualTo(Pairing.UNPAIRED);
    assertThat(contrast.verdict().word()).isEqualTo("improved");
    assertThat(contrast.verdict().reason()).contains("not interleaved");
  }

  @Test
  void scoresThatAreNotPositiveProveNothing() {
    RunFixture run = new RunFixture().time(arm("jdk"), SLOW).time(arm("fourWay"), 1, 2, 0, 4, 5, 6);

    assertThat(Contrasts.of(run.run()).getFirst().verdict()).isInstanceOf(Verdict.Unproven.class);
  }

  @ParameterizedTest
  @CsvSource({
    "24, 24.0003, equivalent",
    "24.4, 24.6, equivalent",
    "24, 40, regressed",
    "24.0001, 0.0002, improved",
    "0, 0.0001, equivalent",
    "0, 16, regressed",
    "1000000, 1000050, equivalent",
  })
  void allocationIsComparedExactlyWithOneFork(double before, double after, String expected) {
    RunFixture run =
        new RunFixture()
            .metric(arm("jdk"), Metric.ALLOCATION, before)
            .metric(arm("fourWay"), Metric.ALLOCATION, after);

    Verdict verdict = Contrasts.of(run.run()).getFirst().verdict();

    assertThat(verdict.word()).isEqualTo(expected);
    assertThat(verdict.reason()).contains("rounded to whole bytes");
  }

  /** 4,000 bytes of an operation of 0.60 ms and of 0.55 ms, cut to steps of 64 and of 32 bytes. */
  @Test
  void aStepThatSpeedMovedIsNoRegression() {
    Metric bytes = Metric.ALLOCATION;
    RunFixture run = new RunFixture().metric(arm("jdk"), bytes, 3_968);
    run.metric(arm("fourWay"), bytes, 4_000).metric(arm("pairing"), bytes, 4_064);
    run.conditions(step("jdk", 64)).conditions(step("fourWay", 32));
    run.conditions(step("pairing", 32));

    List<Comparison> contrasts = Contrasts.of(run.run());

    assertThat(contrasts)
        .extracting(c -> c.subject().method() + " " + c.verdict().word())
        .containsExactly("fourWay equivalent", "pairing regressed");
    assertThat(contrasts.getFirst().ratio()).isEqualTo(1);
    assertThat(contrasts.getFirst().verdict().reason()).contains("told apart only beyond 64 bytes");
  }

  private static ForkConditions step(String method, double bytes) {
    return new ForkConditions(
        arm(method),
        0,
        0,
        1,
        ForkConditions.Fate.KEPT,
        "",
        new TreeMap<>(Map.of(ForkConditions.ALLOCATION_STEP, bytes)),
        List.of(),
        Optional.empty());
  }

  @Test
  void forksThatDisagreeOnAnExactMetricAreNotBelieved() {
    RunFixture run =
        new RunFixture()
            .metric(arm("jdk"), Metric.ALLOCATION, 24, 24, 48)
            .metric(arm("fourWay"), Metric.ALLOCATION, 48, 48, 24);

    assertThat(Contrasts.of(run.run()).getFirst().verdict().reason()).contains("disagree");
  }

  @Test
  void countsAreEqualOnlyWhenTheyAreTheSame() {
    Metric probes = new Metric("probes", "probes/op", true);
    RunFixture run =
        new RunFixture().metric(arm("jdk"), probes, 1.25).metric(arm("fourWay"), probes, 1.26);

    assertThat(Contrasts.of(run.run()).getFirst().verdict().word()).isEqualTo("regressed");
  }

  @Test
  void tailsAreComparedWhereEveryForkHasValuesEnough() {
    RunFixture run =
        new RunFixture()
            .tail(arm("jdk"), 1, histograms(8, 20_000, 1000))
            .tail(arm("fourWay"), 1, histograms(8, 20_000, 500));

    List<Comparison> contrasts = Contrasts.of(run.run());

    assertThat(contrasts).extracting(c -> c.metric().name()).containsExactly("p99");
    assertThat(contrasts.getFirst().ratio()).isBetween(0.45, 0.55);
    assertThat(contrasts.getFirst().verdict().word()).isEqualTo("improved");
  }

  @Test
  void tailsOfDifferentBatchesAreNotCompared() {
    RunFixture run =
        new RunFixture()
            .tail(arm("jdk"), 1, histograms(2, 20_000, 1000))
            .tail(arm("fourWay"), 16, histograms(2, 20_000, 1000));

    assertThat(Contrasts.of(run.run())).isEmpty();
  }

  @Test
  void howLongALabTookIsNoFinding() {
    Metric backlog = new Metric("backlog", "requests", true);
    RunFixture run =
        new RunFixture()
            .lab()
            .time(arm("jdk"), SLOW)
            .time(arm("fourWay"), FAST)
            .metric(arm("jdk"), backlog, 0)
            .metric(arm("fourWay"), backlog, 12);

    assertThat(Contrasts.of(run.run()))
        .extracting(c -> c.metric().name())
        .containsExactly("backlog");
  }

  private static Histogram[] histograms(int forks, int count, double scale) {
    return IntStream.range(0, forks)
        .mapToObj(fork -> RunFixture.histogram(fork, count, scale))
        .toArray(Histogram[]::new);
  }
}
