package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Calibration.FalseAlarms;
import dev.sojourn.results.model.Calibration.StudyNoise;
import dev.sojourn.results.model.Label;
import dev.sojourn.results.model.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarginsTest {
  private static final double SIGMA = 0.06;
  private static final int TRIALS = 20_000;

  @Test
  void marginAtTheFloorKeepsFalseVerdictsBelowOneInAHundred() {
    double floor = Relabelling.floorByFormula(SIGMA, 16);

    assertThat(floor).isBetween(0.0085, 0.0105);
    assertThat(beyond(floor, 0, 5)).isBetween(0.003, 0.01);
    assertThat(beyond(floor / 4, 0, 5)).isGreaterThan(0.02);
  }

  private static double beyond(double margin, double effect, long seed) {
    Random random = new Random(seed);
    double log = Math.log1p(margin);
    int beyond = 0;
    for (int i = 0; i < TRIALS; i++) {
      Interval interval = HodgesLehmann.of(normal(random, 16, SIGMA, effect), Judge.ALPHA);
      beyond += interval.low() > log || interval.high() < -log ? 1 : 0;
    }
    return (double) beyond / TRIALS;
  }

  private static double[] normal(Random random, int n, double sigma, double centre) {
    return random.doubles(n).map(u -> centre + sigma * random.nextGaussian()).toArray();
  }

  @Test
  void noMarginLiesBelowTheFloorOfTheNoisiestPointOfItsStudy() {
    Optional<Calibration> calibration = Optional.of(calibration(0.004, 0.03));

    assertThat(Margins.of(Metric.TIME, calibration, RunFixture.arm("fourWay"), 32))
        .isEqualTo(new Margins(0.03, 0.04));
    assertThat(Margins.of(TailQuantiles.P99, calibration, RunFixture.arm("fourWay"), 32))
        .isEqualTo(new Margins(0.1, 0.1));
  }

  /** The fixture's calibration had 32 pairs. */
  @Test
  void fewerPairsThanTheCalibrationHadWidenTheFloor() {
    Optional<Calibration> calibration = Optional.of(calibration(0.012));

    assertThat(harm(calibration, 32)).isEqualTo(0.012);
    assertThat(harm(calibration, 128)).isEqualTo(0.012);
    assertThat(harm(calibration, 8)).isCloseTo(Math.expm1(2 * Math.log1p(0.012)), within(1e-12));
    assertThat(harm(Optional.of(calibration(0.004)), 8)).isEqualTo(0.01);
  }

  private static double harm(Optional<Calibration> calibration, int pairs) {
    return Margins.of(Metric.TIME, calibration, RunFixture.arm("jdk"), pairs).harm();
  }

  @Test
  void nothingIsEquivalentWithinMoreThanFourPercentOrHarm() {
    Interval threePercentAndAHalf = new Interval(0.033, 0.031, 0.035);
    Interval fivePercent = new Interval(0.04, 0.03, 0.05);

    assertThat(Margins.ofHarm(0.01)).isEqualTo(new Margins(0.01, 0.02));
    assertThat(Margins.ofHarm(0.032)).isEqualTo(new Margins(0.032, 0.04));
    assertThat(Margins.ofHarm(0.06)).isEqualTo(new Margins(0.06, 0.06));
    assertThat(Judge.paired(threePercentAndAHalf, 0.033, 16, Margins.ofHarm(0.035)).word())
        .isEqualTo("equivalent");
    assertThat(Judge.paired(fivePercent, 0.04, 16, Margins.ofHarm(0.035)).word())
        .isEqualTo("inconclusive");
  }

  @Test
  void quietOrUnknownStudiesAreJudgedAsUsual() {
    Margins usual = Margins.of(Metric.TIME);

    assertThat(Margins.of(Metric.TIME, Optional.empty(), RunFixture.arm("jdk"), 32))
        .isEqualTo(usual);
    assertThat(Margins.of(Metric.TIME, Optional.of(calibration(0.004)), RunFixture.arm("jdk"), 32))
        .isEqualTo(usual);
    assertThat(Margins.of(Metric.TIME, Optional.of(calibration()), RunFixture.arm("jdk"), 32))
        .isEqualTo(usual);
    assertThat(
            Margins.of(
                Metric.TIME, Optional.of(calibration(Double.NaN)), RunFixture.arm("jdk"), 32))
        .isEqualTo(usual);
  }

  static Calibration calibration(double... floors) {
    List<StudyNoise> noise =
        IntStream.range(0, floors.length)
            .mapToObj(
                i ->
                    new StudyNoise(
                        RunFixture.arm("jdk", "size", Integer.toString(i)),
                        5 * floors[i],
                        floors[i],
                        0.05,
                        32))
            .toList();
    FalseAlarms none = new FalseAlarms(0, 0);
    return new Calibration(
        new Label("calibration"),
        "example-2",
        Instant.EPOCH,
        "0123abc",
        "Example 25+36",
        noise,
        0.005,
        none,
        none,
        List.of(),
        List.of());
  }
}
