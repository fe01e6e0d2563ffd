package dev.sojourn.results.compare;

import static dev.sojourn.results.RunFixture.arm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How often verdicts are wrong on a machine that drifts: forks differ by noise, by a second mode of
 * compilation and by neighbours, and the machine's speed wanders slowly under all of them.
 */
class FalseVerdictTest {
  private static final int PAIRS = 16;
  private static final int SESSIONS = 1500;
  private static final double FORK_NOISE = 0.015;
  private static final double DRIFT = 0.04;
  private static final double DRIFT_MEMORY = 0.9;
  private static final double MODE_SHARE = 0.15;
  private static final double MODE = 0.04;
  private static final double NEIGHBOUR_SHARE = 0.08;
  private static final double NEIGHBOUR = 0.10;

  @Test
  void equalCodeIsSeldomCalledDifferent() {
    assertThat(share(20261123, 1.0, false, "regressed", "improved")).isLessThanOrEqualTo(0.015);
  }

  @Test
  void fivePercentSlowerIsMostlyCaughtAndNeverCalledFaster() {
    assertThat(share(7, 1.05, false, "regressed")).isGreaterThanOrEqualTo(0.80);
    assertThat(share(7, 1.05, false, "improved")).isZero();
  }

  @Test
  void forksTakenOneAfterTheOtherAreNotTrustedWithSmallDifferences() {
    assertThat(share(3, 1.0, true, "regressed", "improved")).isLessThanOrEqualTo(0.10);
    assertThat(share(3, 1.05, true, "regressed")).isLessThan(0.5);
  }

  private static double share(long seed, double effect, boolean sequential, String... words) {
    Random random = new Random(seed);
    int called = 0;
    for (int i = 0; i < SESSIONS; i++) {
      String word = Contrasts.of(session(random, effect, sequential)).getFirst().verdict().word();
      called += List.of(words).contains(word) ? 1 : 0;
    }
    return (double) called / SESSIONS;
  }

  private static Run session(Random random, double effect, boolean sequential) {
    double[] drift = drift(random);
    double[] reference = new double[PAIRS];
    double[] subject = new double[PAIRS];
    for (int pair = 0; pair < PAIRS; pair++) {
      int flip = random.nextInt(2);
      int early = sequential ? pair : 2 * pair + flip;
      int late = sequential ? PAIRS + pair : 2 * pair + 1 - flip;
      reference[pair] = Math.exp(drift[early] + fork(random));
      subject[pair] = effect * Math.exp(drift[late] + fork(random));
    }
    return new RunFixture()
        .time(arm("jdk"), reference)
        .positionsFrom(sequential ? 1000 : 1)
        .time(arm("fourWay"), subject)
        .run();
  }

  private static double[] drift(Random random) {
    double[] drift = new double[2 * PAIRS];
    drift[0] = DRIFT * random.nextGaussian();
    for (int i = 1; i < drift.length; i++) {
      double step = Math.sqrt(1 - DRIFT_MEMORY * DRIFT_MEMORY) * DRIFT * random.nextGaussian();
      drift[i] = DRIFT_MEMORY * drift[i - 1] + step;
    }
    return drift;
  }

  private static double fork(Random random) {
    double mode = random.nextDouble() < MODE_SHARE ? MODE : 0;
    boolean hit = random.nextDouble() < NEIGHBOUR_SHARE;
    double neighbour = hit ? -NEIGHBOUR * Math.log(1 - random.nextDouble()) : 0;
    return FORK_NOISE * random.nextGaussian() + mode + neighbour;
  }
}
