package dev.sojourn.results.compare;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How often verdicts are wrong, and how often they are there when they should be, on a machine that
 * drifts. The table printed is the one in this module's README.
 */
class FalseVerdictTest {
  private static final int PAIRS = 16;
  private static final int SESSIONS = 5_000;
  private static final long[] SEEDS = {1, 20261123, 777_777, 31, 4096};

  @Test
  void identicalCodeIsSeldomCalledDifferent() {
    for (double share : List.of(NoisyMachine.UNGUARDED, NoisyMachine.GUARDED)) {
      Rates same = rates(share, PAIRS, 1.0);

      assertThat(same.changed()).as("false verdicts").isLessThanOrEqualTo(0.01);
      assertThat(same.missed).as("intervals that miss").isBetween(0.04, 0.055);
    }
  }

  @Test
  void slowdownsAreCaughtAndNeverCalledSpeedups() {
    for (double share : List.of(NoisyMachine.UNGUARDED, NoisyMachine.GUARDED)) {
      Rates five = rates(share, PAIRS, 1.05);
      Rates ten = rates(share, PAIRS, 1.10);

      assertThat(five.regressed).as("+5 %").isGreaterThanOrEqualTo(0.85);
      assertThat(ten.regressed).as("+10 %").isGreaterThanOrEqualTo(0.97);
      assertThat(five.improved + ten.improved).isZero();
    }
  }

  @Test
  void everySeedTellsTheSame() {
    for (long seed : SEEDS) {
      assertThat(rates(seed, NoisyMachine.UNGUARDED, PAIRS, 1.0).changed())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(0.008);
      assertThat(rates(seed, NoisyMachine.UNGUARDED, PAIRS, 1.05).regressed)
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(0.835);
    }
  }

  @Test
  void equivalenceTakesPatience() {
    Rates few = rates(SEEDS[0], NoisyMachine.GUARDED, PAIRS, 1.0);
    Rates many = rates(SEEDS[0], NoisyMachine.GUARDED, 40, 1.0);

    assertThat(few.equivalent).isLessThan(0.3);
    assertThat(many.equivalent).isGreaterThan(0.7);
    assertThat(rates(SEEDS[0], NoisyMachine.GUARDED, 40, 1.05).equivalent).isLessThan(0.001);
  }

  @Test
  void bothStagesOfTheGateSeldomCryWolfAndMissLittle() {
    Gate quiet = gate(NoisyMachine.GUARDED, 1.0);
    Gate five = gate(NoisyMachine.GUARDED, 1.05);
    Gate ten = gate(NoisyMachine.GUARDED, 1.10);

    assertThat(quiet.suspected).isBetween(0.07, 0.12);
    assertThat(quiet.confirmed).isLessThanOrEqualTo(0.002);
    assertThat(five.confirmed).isGreaterThanOrEqualTo(0.85);
    assertThat(ten.confirmed).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void forksTakenOneAfterTheOtherAreNotTrustedWithSmallDifferences() {
    assertThat(sequential(1.0)).isLessThanOrEqualTo(0.10);
    assertThat(sequential(1.05)).isLessThan(0.5);
  }

  /** The verdict of a stored run is the one the rule gives for its pairs. */
  @Test
  void runsAreJudgedByTheSameRule() {
    NoisyMachine machine = new NoisyMachine(5, NoisyMachine.GUARDED);
    for (int i = 0; i < 200; i++) {
      double[][] times = machine.session(PAIRS, false);
      double[] pairs = new double[PAIRS];
      Arrays.setAll(pairs, p -> times[1][p] - times[0][p] + Math.log(1.05));

      Verdict verdict = Contrasts.of(run(times, 1.05, 1)).getFirst().verdict();

      assertThat(verdict.word()).isEqualTo(verdict(pairs).word());
    }
  }

  private static Rates rates(double share, int pairs, double effect) {
    Rates sum = new Rates(share, pairs, effect);
    for (long seed : SEEDS) {
      sum.add(rates(seed, share, pairs, effect), 1.0 / SEEDS.length);
    }
    System.getLogger("simulation").log(System.Logger.Level.INFO, sum);
    return sum;
  }

  private static Rates rates(long seed, double share, int pairs, double effect) {
    NoisyMachine machine = new NoisyMachine(seed, share);
    Rates rates = new Rates(share, pairs, effect);
    for (int i = 0; i < SESSIONS; i++) {
      double[] logs = machine.pairs(pairs);
      for (int p = 0; p < pairs; p++) {
        logs[p] += Math.log(effect);
      }
      rates.count(verdict(logs), HodgesLehmann.of(logs, Judge.ALPHA), 1.0 / SESSIONS);
    }
    return rates;
  }

  private static Verdict verdict(double[] pairs) {
    return Judge.paired(
        HodgesLehmann.of(pairs, Judge.ALPHA),
        Welch.mean(pairs),
        pairs.length,
        Margins.of(Metric.TIME));
  }

  private static double sequential(double effect) {
    NoisyMachine machine = new NoisyMachine(3, NoisyMachine.UNGUARDED);
    int called = 0;
    int sessions = 1500;
    for (int i = 0; i < sessions; i++) {
      Run run = run(machine.session(PAIRS, true), effect, 1000);
      called += Corrected.changed(Contrasts.of(run).getFirst()) ? 1 : 0;
    }
    return (double) called / sessions;
  }

  private static Run run(double[][] times, double effect, int positionOffset) {
    return new RunFixture()
        .time(arm("jdk"), Arrays.stream(times[0]).map(Math::exp).toArray())
        .positionsFrom(positionOffset)
        .time(arm("fourWay"), Arrays.stream(times[1]).map(t -> effect * Math.exp(t)).toArray())
        .run();
  }

  /** Ten comparisons at a time, all with the same effect. */
  private static Gate gate(double share, double effect) {
    NoisyMachine machine = new NoisyMachine(SEEDS[0], share);
    int suites = 400;
    int suspected = 0;
    int confirmed = 0;
    for (int suite = 0; suite < suites; suite++) {
      List<Comparison> screen = new ArrayList<>();
      List<Comparison> fresh = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        double[][] times = machine.session(TwoStageGate.SCREEN_PAIRS + PAIRS, false);
        screen.add(compared(i, times, 0, TwoStageGate.SCREEN_PAIRS, effect));
        fresh.add(compared(i, times, TwoStageGate.SCREEN_PAIRS, times[0].length, effect));
      }
      TwoStageGate gate = TwoStageGate.of(screen);
      suspected += gate.survivors().size();
      confirmed +=
          (int)
              gate.confirm(fresh).stream()
                  .filter(c -> c.verdict() instanceof Verdict.Regressed)
                  .count();
    }
    Gate result = new Gate(suspected / (10.0 * suites), confirmed / (10.0 * suites));
    System.getLogger("simulation")
        .log(System.Logger.Level.INFO, "hit " + share + ", x" + effect + ": " + result);
    return result;
  }

  private static Comparison compared(int i, double[][] times, int from, int to, double effect) {
    String size = Integer.toString(i);
    double[] reference = Arrays.stream(times[0], from, to).map(Math::exp).toArray();
    double[] subject = Arrays.stream(times[1], from, to).map(t -> effect * Math.exp(t)).toArray();
    return new Sides(
            arm("fourWay", "size", size),
            arm("jdk", "size", size),
            Metric.TIME,
            forks(subject),
            forks(reference),
            Pairing.PAIRED,
            Optional.empty())
        .compare();
  }

  private static List<ForkValue> forks(double[] times) {
    List<ForkValue> forks = new ArrayList<>();
    for (int round = 0; round < times.length; round++) {
      forks.add(new ForkValue(round, times[round]));
    }
    return forks;
  }

  private record Gate(double suspected, double confirmed) {}

  /** Shares of sessions. */
  private static final class Rates {
    private final double share;
    private final int pairs;
    private final double effect;
    private double regressed;
    private double improved;
    private double equivalent;
    private double missed;
    private double halfWidth;

    Rates(double share, int pairs, double effect) {
      this.share = share;
      this.pairs = pairs;
      this.effect = effect;
    }

    void count(Verdict verdict, Interval interval, double weight) {
      switch (verdict) {
        case Verdict.Regressed _ -> regressed += weight;
        case Verdict.Improved _ -> improved += weight;
        case Verdict.Equivalent _ -> equivalent += weight;
        case Verdict.Inconclusive _, Verdict.Unproven _ -> {}
      }
      double truth = Math.log(effect);
      missed += interval.low() > truth || interval.high() < truth ? weight : 0;
      halfWidth += weight * interval.halfWidth();
    }

    void add(Rates other, double weight) {
      regressed += weight * other.regressed;
      improved += weight * other.improved;
      equivalent += weight * other.equivalent;
      missed += weight * other.missed;
      halfWidth += weight * other.halfWidth;
    }

    double changed() {
      return regressed + improved;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "hit %.2f, %d pairs, x%.2f: regressed %.4f, improved %.4f, equivalent %.3f, missed %.4f,"
              + " half-width %.4f",
          share,
          pairs,
          effect,
          regressed,
          improved,
          equivalent,
          missed,
          halfWidth);
    }
  }
}
