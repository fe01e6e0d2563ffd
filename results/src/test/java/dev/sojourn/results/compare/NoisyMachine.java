package dev.sojourn.results.compare;

import java.util.Arrays;
import java.util.Random;

/**
 * A shared machine as it was met in practice: every fork has noise of its own, some are compiled
 * another way, some are hit by a neighbour, and under all of them the speed wanders slowly. Pairs
 * run in blocks of two, A B B A or B A A B by a coin.
 */
final class NoisyMachine {
  private static final double FORK_NOISE = 0.015;
  private static final double DRIFT = 0.04;
  private static final double DRIFT_MEMORY = 0.9;
  private static final double MODE_SHARE = 0.15;
  private static final double MODE = 0.04;
  private static final double NEIGHBOUR = 0.10;
  private static final double ITERATION_NOISE = 0.01;
  private static final int ITERATIONS = 5;

  /** Share of forks a neighbour hits when nothing is thrown out. */
  static final double UNGUARDED = 0.08;

  /** What is left of them once disturbed pairs are thrown out and repeated. */
  static final double GUARDED = 0.02;

  private final Random random;
  private final double neighbourShare;

  NoisyMachine(long seed, double neighbourShare) {
    this.random = new Random(seed);
    this.neighbourShare = neighbourShare;
  }

  /** Logarithms of the times of both sides: element 0 of the reference, 1 of the subject. */
  double[][] session(int pairs, boolean sequential) {
    double[] drift = drift(2 * pairs);
    double[][] times = new double[2][pairs];
    boolean coin = false;
    for (int pair = 0; pair < pairs; pair++) {
      coin = pair % 2 == 0 ? random.nextBoolean() : !coin;
      int early = sequential ? pair : 2 * pair;
      int late = sequential ? pairs + pair : 2 * pair + 1;
      boolean subjectFirst = coin && !sequential;
      times[subjectFirst ? 1 : 0][pair] = fork(drift[early]);
      times[subjectFirst ? 0 : 1][pair] = fork(drift[late]);
    }
    return times;
  }

  /** Log ratios of interleaved pairs of identical code. */
  double[] pairs(int count) {
    double[][] times = session(count, false);
    double[] differences = new double[count];
    for (int i = 0; i < count; i++) {
      differences[i] = times[1][i] - times[0][i];
    }
    return differences;
  }

  private double[] drift(int forks) {
    double[] drift = new double[forks];
    drift[0] = DRIFT * random.nextGaussian();
    double step = Math.sqrt(1 - DRIFT_MEMORY * DRIFT_MEMORY) * DRIFT;
    for (int i = 1; i < forks; i++) {
      drift[i] = DRIFT_MEMORY * drift[i - 1] + step * random.nextGaussian();
    }
    return drift;
  }

  /** The median of a fork's iterations. */
  private double fork(double drift) {
    double mode = random.nextDouble() < MODE_SHARE ? MODE : 0;
    boolean hit = random.nextDouble() < neighbourShare;
    double neighbour = hit ? -NEIGHBOUR * Math.log(1 - random.nextDouble()) : 0;
    double centre = drift + FORK_NOISE * random.nextGaussian() + mode + neighbour;
    double[] iterations = new double[ITERATIONS];
    for (int i = 0; i < ITERATIONS; i++) {
      iterations[i] = centre + ITERATION_NOISE * random.nextGaussian();
    }
    Arrays.sort(iterations);
    return iterations[ITERATIONS / 2];
  }
}
