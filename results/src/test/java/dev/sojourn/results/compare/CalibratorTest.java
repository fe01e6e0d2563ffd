package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.results.fixture.SyntheticBank;
import dev.sojourn.results.fixture.SyntheticRun;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Calibration.PowerPoint;
import dev.sojourn.results.model.Calibration.StudyNoise;
import dev.sojourn.results.model.CalibrationArm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The analysis held against banks whose noise, slowdowns and offsets are known. */
class CalibratorTest {
  private static final int PAIRS = 16;
  private static final double SQRT2 = Math.sqrt(2);

  private static SyntheticBank tenStudies(long seed, double forkSigma) {
    SyntheticBank bank = SyntheticBank.of(seed, PAIRS);
    for (int i = 0; i < 10; i++) {
      bank.study("Study" + i + "Bench", forkSigma);
    }
    return bank;
  }

  private static double median(List<StudyNoise> noise, ToDoubleFunction<StudyNoise> of) {
    return Relabelling.quantile(noise.stream().mapToDouble(of).toArray(), 0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.015, 0.05})
  void theNoiseOfPairsIsRecovered(double forkSigma) {
    Calibration calibration = Calibrator.of(tenStudies(3, forkSigma).build());

    assertThat(calibration.noise()).hasSize(10).allMatch(noise -> noise.pairs() == PAIRS);
    assertThat(median(calibration.noise(), StudyNoise::pairSigma))
        .isCloseTo(SQRT2 * forkSigma, within(0.15 * SQRT2 * forkSigma));
  }

  @Test
  void moreNoiseHidesLargerEffectsAndAsksForWiderMargins() {
    double lastEffect = 0;
    double lastFloor = 0;
    for (double sigma : new double[] {0.002, 0.01, 0.02, 0.04, 0.08}) {
      Calibration calibration = Calibrator.of(tenStudies(5, sigma).build());
      double effect = median(calibration.noise(), StudyNoise::minimumDetectableEffect);
      double floor = median(calibration.noise(), StudyNoise::floor);
      assertThat(effect).as("sigma %s", sigma).isGreaterThan(lastEffect);
      assertThat(floor).as("sigma %s", sigma).isGreaterThan(lastFloor);
      lastEffect = effect;
      lastFloor = floor;
    }
  }

  @Test
  void theSmallestEffectIsThatOfFreshForks() {
    double sigma = 0.02;
    Calibration calibration = Calibrator.of(tenStudies(7, sigma).build());
    double effect = median(calibration.noise(), StudyNoise::minimumDetectableEffect);

    assertThat(powerOfFreshForks(sigma, effect)).isBetween(0.75, 0.95);
  }

  /** A noisy study's margin is its floor, so what can be seen lies beyond that. */
  @Test
  void theSmallestEffectIsBeyondTheMarginInUse() {
    Calibration calibration = Calibrator.of(tenStudies(7, 0.08).build());

    assertThat(calibration.noise())
        .anyMatch(noise -> noise.floor() > 0.02)
        .allSatisfy(
            noise ->
                assertThat(noise.minimumDetectableEffect())
                    .isGreaterThanOrEqualTo(
                        Relabelling.effectByFormula(
                            noise.pairSigma(),
                            noise.pairs(),
                            Margins.of(Metric.TIME, noise.floor()))));
  }

  /** What the rule catches of a true effect, with forks the calibration has never seen. */
  private static double powerOfFreshForks(double sigma, double effect) {
    var random = new Random(11);
    int caught = 0;
    for (int i = 0; i < 2_000; i++) {
      double[] differences = new double[PAIRS];
      Arrays.setAll(differences, k -> Math.log1p(effect) + SQRT2 * sigma * random.nextGaussian());
      Verdict verdict = Calibrator.verdict(differences, Margins.ofHarm(0.01));
      caught += verdict instanceof Verdict.Regressed ? 1 : 0;
    }
    return caught / 2_000.0;
  }

  @Test
  void identicalCodeIsSeldomCalledDifferentOnAMachineThatDrifts() {
    int live = 0;
    int wrong = 0;
    int relabelled = 0;
    int relabelledWrong = 0;
    for (long seed = 0; seed < 8; seed++) {
      Calibration calibration = Calibrator.of(tenStudies(seed, 0.015).drift(0.004).build());
      live += calibration.live().comparisons();
      wrong += calibration.live().falseVerdicts();
      relabelled += calibration.relabelled().comparisons();
      relabelledWrong += calibration.relabelled().falseVerdicts();
    }

    assertThat(live).isEqualTo(8 * 30);
    assertThat(relabelled).isEqualTo(8 * 10 * Calibrator.RELABELLINGS);
    assertThat((double) wrong / live).isLessThan(0.02);
    assertThat((double) relabelledWrong / relabelled).isLessThan(0.02);
  }

  @Test
  void anArmThatIsSecretlySlowerIsAFalseAlarm() {
    Calibration calibration = Calibrator.of(tenStudies(13, 0.005).hiddenSlowdownOfB(0.05).build());

    // B against A and C against B are wrong in each of ten studies, C against A is not.
    assertThat(calibration.live().comparisons()).isEqualTo(30);
    assertThat(calibration.live().falseVerdicts()).isEqualTo(20);
    assertThat(calibration.noise()).allMatch(noise -> noise.floor() > 0.005);
  }

  /** A fork of one study's B that should have been thrown out withholds B/A and C/B. */
  @Test
  void whatIsWithheldIsNoEvidenceOfSilence() {
    Run bank = tenStudies(13, 0.005).hiddenSlowdownOfB(0.05).build();
    Arm plain = CalibrationArm.of(bank.plan().arms().getFirst()).orElseThrow().plain();
    Arm disturbed = new CalibrationArm(plain, "B").arm();

    Calibration.FalseAlarms live = Calibrator.of(keptDisturbed(bank, disturbed)).live();

    assertThat(live).isEqualTo(new Calibration.FalseAlarms(28, 18, 2));
    assertThat(live.rate()).isCloseTo(18.0 / 28, within(1e-12));
  }

  private static Run keptDisturbed(Run run, Arm arm) {
    ForkConditions fork =
        new ForkConditions(
            arm,
            0,
            0,
            1,
            ForkConditions.Fate.KEPT,
            ForkConditions.BUDGET_SPENT + ": kept",
            new TreeMap<>(),
            List.of(),
            Optional.empty());
    return new Run(
        run.label(),
        run.startedAt(),
        run.finishedAt(),
        run.plan(),
        run.machine(),
        run.provenance(),
        run.timer(),
        run.studies(),
        run.measurements(),
        run.tails(),
        run.answers(),
        run.failures(),
        List.of(fork));
  }

  @Test
  void slowdownsAreCaughtAsTheNoiseAllows() {
    Map<Double, Double> quiet = caught(Calibrator.of(tenStudies(17, 0.004).build()));
    Map<Double, Double> loud = caught(Calibrator.of(tenStudies(17, 0.06).build()));

    assertThat(quiet).containsOnlyKeys(0.02, 0.03, 0.05, 0.10);
    assertThat(quiet.get(0.03)).isGreaterThan(0.95);
    assertThat(quiet.get(0.10)).isCloseTo(1, within(1e-9));
    assertThat(loud.get(0.02)).isLessThan(0.2);
    assertThat(loud.get(0.10)).isBetween(loud.get(0.02), 1.0);
  }

  private static Map<Double, Double> caught(Calibration calibration) {
    Map<Double, Double> rates = new TreeMap<>();
    for (PowerPoint point : calibration.power()) {
      assertThat(point.pairs()).isEqualTo(PAIRS);
      assertThat(point.tried()).isEqualTo(Calibrator.TRIES);
      rates.merge(point.injected(), point.rate() / 10, Double::sum);
    }
    return rates;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8})
  void theOffsetOfSessionsIsSeldomUnderstated(int sessions) {
    int understated = 0;
    int absurd = 0;
    for (int draw = 0; draw < 60; draw++) {
      double sigma = SessionSpread.of(session(draw, 0), further(draw, sessions));
      understated += sigma < 0.03 ? 1 : 0;
      absurd += sigma > 0.20 ? 1 : 0;
    }

    assertThat(understated).isBetween(4, 22); // a fifth of sixty, give or take three sigma
    assertThat(absurd).isLessThan(3);
  }

  private static List<List<Bank>> further(int draw, int sessions) {
    return IntStream.range(1, sessions).mapToObj(i -> session(draw, i)).toList();
  }

  private static List<Bank> session(int draw, int number) {
    long seed = 1_000L * draw + number;
    // Neighbouring seeds of Random begin alike, so they are mixed first.
    double offset = 0.03 * new Random(new SplittableRandom(seed).nextLong()).nextGaussian();
    return Bank.of(tenStudies(seed, 0.01).offset(offset).build());
  }

  @Test
  void oneSessionTellsNothingOfOthers() {
    assertThat(Calibrator.of(tenStudies(3, 0.01).build()).sessionSigma()).isNaN();
  }

  @Test
  void sessionsWithoutAnOffsetOfTheirOwnLieNoFartherApartThanTheirForksExplain() {
    List<Run> sessions = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      sessions.add(tenStudies(200 + i, 0.01).build());
    }

    double sigma =
        Calibrator.of(sessions.getFirst(), sessions.subList(1, 12), new TreeMap<>()).sessionSigma();

    assertThat(sigma).isLessThan(0.002);
  }

  @Test
  void drillsAreCountedByTheirNames() {
    Run bank = tenStudies(23, 0.005).build();
    Run hit = tenStudies(29, 0.005).hiddenSlowdownOfB(0.05).build();

    Calibration calibration = Calibrator.of(bank, List.of(), new TreeMap<>(Map.of("drift", hit)));

    assertThat(calibration.drills()).containsExactly(new Calibration.Drill("drift", 30, 20, 0));
  }

  @Test
  void itFollowsFromTheRunAlone() {
    Run bank = tenStudies(31, 0.01).build();

    assertThat(Calibrator.of(bank)).isEqualTo(Calibrator.of(bank));
  }

  @Test
  void anOrdinaryRunIsNoCalibration() {
    assertThatThrownBy(() -> Calibrator.of(SyntheticRun.typical(1).build()))
        .hasMessageContaining("2026-W47")
        .hasMessageContaining("calibrate");
  }
}
