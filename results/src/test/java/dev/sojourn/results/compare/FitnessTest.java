package dev.sojourn.results.compare;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkConditions.Fate;
import dev.sojourn.results.model.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitnessTest {
  private static final int PAIRS = 16;

  private static RunFixture slower() {
    double[] reference = new double[PAIRS];
    double[] subject = new double[PAIRS];
    Arrays.setAll(reference, i -> 100 + i % 3);
    Arrays.setAll(subject, i -> 150 + i % 4);
    return new RunFixture()
        .time(arm("jdk"), reference)
        .time(arm("fourWay"), subject)
        .metric(arm("jdk"), Metric.ALLOCATION, 24)
        .metric(arm("fourWay"), Metric.ALLOCATION, 48);
  }

  private static ForkConditions fork(
      String method, int round, Fate fate, String reason, Map<String, Double> facts) {
    return new ForkConditions(
        arm(method),
        round,
        10 * round,
        1,
        fate,
        reason,
        new TreeMap<>(facts),
        List.of(),
        Optional.empty());
  }

  private static Verdict time(RunFixture run) {
    return Contrasts.of(run.run()).getFirst().verdict();
  }

  @Test
  void runsWithoutConditionsAreJudgedAsTheyAre() {
    assertThat(time(slower()).word()).isEqualTo("regressed");
  }

  @ParameterizedTest
  @CsvSource({"8, regressed", "9, unproven"})
  void moreThanHalfOfTheRoundsUnsteadyProveNothing(int unsteady, String expected) {
    RunFixture run = slower();
    for (int round = 0; round < PAIRS; round++) {
      Fate fate = round < unsteady ? Fate.UNSTEADY : Fate.KEPT;
      run.conditions(fork("jdk", round, round % 2 == 0 ? fate : Fate.KEPT, "", Map.of()));
      run.conditions(fork("fourWay", round, round % 2 == 1 ? fate : Fate.KEPT, "", Map.of()));
    }

    assertThat(time(run).word()).isEqualTo(expected);
    if (expected.equals("unproven")) {
      assertThat(time(run).reason())
          .contains("no steady state in 9 of 16 rounds (subject in 4, reference in 5)");
    }
  }

  @Test
  void keepingWhatShouldHaveBeenThrownOutProvesNothing() {
    RunFixture run = slower();
    for (int round = 0; round < PAIRS; round++) {
      String reason =
          round == 3 ? ForkConditions.BUDGET_SPENT + ": kept although steal was 4 %" : "";
      run.conditions(fork("jdk", round, Fate.KEPT, reason, Map.of()));
      run.conditions(fork("fourWay", round, Fate.KEPT, "", Map.of()));
    }

    assertThat(time(run).word()).isEqualTo("unproven");
    assertThat(time(run).reason()).contains("all repeats the plan allows were spent, and 1 of 16");
  }

  @Test
  void forksThatWereThrownOutAndRunAgainAreForgotten() {
    RunFixture run = slower();
    for (int round = 0; round < PAIRS; round++) {
      run.conditions(fork("jdk", round, Fate.KEPT, "", alu(1)));
      run.conditions(fork("fourWay", round, Fate.KEPT, "", alu(1)));
      run.conditions(fork("fourWay", round, Fate.VOID, "steal", alu(3)));
      run.conditions(fork("jdk", round, Fate.REPEATED, "trend", alu(5)));
    }

    assertThat(time(run).word()).isEqualTo("regressed");
  }

  private static Map<String, Double> alu(double nanos) {
    return Map.of(ForkConditions.CANARY_ALU, nanos);
  }

  @Test
  void whatIsCountedIsBelievedOnAnUnfitMachine() {
    RunFixture run = withCanaries(slower(), ForkConditions.CANARY_ALU, 1.05, 0.004, 1);

    List<Comparison> contrasts = Contrasts.of(run.run());

    assertThat(contrasts)
        .extracting(c -> c.metric().name() + " " + c.verdict().word())
        .containsExactly("time unproven", "alloc regressed");
    assertThat(contrasts.getFirst().ratio()).isGreaterThan(1.4);
    assertThat(contrasts.getFirst().verdict().reason()).contains("the canary that computes");
  }

  @ParameterizedTest
  @CsvSource({
    "canary.alu.ns, 1.03, 0.004, unproven",
    "canary.alu.ns, 0.97, 0.004, unproven",
    "canary.alu.ns, 1.005, 0.004, regressed",
    "canary.l2.ns, 1.05, 0.006, unproven",
    "canary.l3.ns, 1.60, 0.19, unproven",
    "canary.l3.ns, 1.10, 0.19, regressed",
    "canary.dram.ns, 1.15, 0.036, unproven",
  })
  void canariesThatRanAtAnotherSpeedOnOneSideProveNothing(
      String fact, double factor, double noise, String expected) {
    assertThat(time(withCanaries(slower(), fact, factor, noise, 2)).word()).isEqualTo(expected);
  }

  private static RunFixture withCanaries(
      RunFixture run, String fact, double factor, double noise, long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < PAIRS; round++) {
      double one = Math.exp(noise * random.nextGaussian());
      double other = factor * Math.exp(noise * random.nextGaussian());
      run.conditions(fork("jdk", round, Fate.KEPT, "", Map.of(fact, one)));
      run.conditions(fork("fourWay", round, Fate.KEPT, "", Map.of(fact, other)));
    }
    return run;
  }

  /** Four canaries with the noise of a shared machine, the third-level cache's a fifth. */
  @Test
  void aMachineThatTreatsBothSidesAlikeIsSeldomAccused() {
    Random random = new Random(17);
    int accused = 0;
    int trials = 3000;
    for (int i = 0; i < trials; i++) {
      accused +=
          Canaries.disturbance(forks(random, 1, PAIRS), forks(random, 1, PAIRS), Pairing.PAIRED, 0)
                  .isPresent()
              ? 1
              : 0;
    }

    assertThat((double) accused / trials).isLessThanOrEqualTo(0.005);
  }

  @Test
  void aNeighbourOfOneSideIsNearlyAlwaysSeen() {
    Random random = new Random(18);
    int accused = 0;
    int trials = 500;
    for (int i = 0; i < trials; i++) {
      accused +=
          Canaries.disturbance(
                      forks(random, 1.03, PAIRS), forks(random, 1, PAIRS), Pairing.PAIRED, 0)
                  .isPresent()
              ? 1
              : 0;
    }

    assertThat((double) accused / trials).isGreaterThanOrEqualTo(0.95);
  }

  private static List<ForkConditions> forks(Random random, double factor, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            round ->
                fork(
                    "jdk",
                    round,
                    Fate.KEPT,
                    "",
                    Map.of(
                        ForkConditions.CANARY_ALU, noisy(random, factor, 0.006),
                        ForkConditions.CANARY_L2, noisy(random, factor, 0.01),
                        ForkConditions.CANARY_L3, noisy(random, factor, 0.19),
                        ForkConditions.CANARY_DRAM, noisy(random, factor, 0.036))))
        .toList();
  }

  private static double noisy(Random random, double factor, double noise) {
    return factor * Math.exp(noise * random.nextGaussian());
  }

  @Test
  void sessionsMayDifferInMemoryButNotInComputing() {
    Random random = new Random(19);
    List<ForkConditions> now = forks(random, 1, 16);
    List<ForkConditions> computesSlower = only(forks(random, 1.04, 16), ForkConditions.CANARY_ALU);
    List<ForkConditions> fetchesSlower = only(forks(random, 1.04, 16), ForkConditions.CANARY_DRAM);

    assertThat(Canaries.disturbance(now, computesSlower, Pairing.UNPAIRED, 0.03)).isPresent();
    assertThat(Canaries.disturbance(now, fetchesSlower, Pairing.UNPAIRED, 0.03)).isEmpty();
  }

  private static List<ForkConditions> only(List<ForkConditions> forks, String fact) {
    return forks.stream()
        .map(
            f ->
                fork(
                    "jdk",
                    f.round(),
                    Fate.KEPT,
                    "",
                    Map.of(fact, f.facts().getOrDefault(fact, Double.NaN))))
        .toList();
  }
}
