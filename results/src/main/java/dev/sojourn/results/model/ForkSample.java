package dev.sojourn.results.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What one JVM fork measured. The fork, not the iteration, is the unit of evidence.
 *
 * @param round which round of the interleaved plan: arms of one study with the same round are a
 *     pair
 * @param position place in the whole run's order of forks, from 0
 * @param startedAt when the fork was started
 * @param warmup scores of the warm-up iterations, kept for diagnosis
 * @param scores scores of the measurement iterations, in the measurement's unit
 */
public record ForkSample(
    int round, int position, Instant startedAt, List<Double> warmup, List<Double> scores) {

  /** Copies the lists; a fork without a score is no sample. */
  public ForkSample {
    warmup = List.copyOf(warmup);
    scores = List.copyOf(scores);
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("a fork sample needs at least one score, round " + round);
    }
  }

  /**
   * The fork's one number: the median of its measurement iterations.
   *
   * @return the median score
   */
  public double median() {
    double[] sorted = scoreArray();
    Arrays.sort(sorted);
    int mid = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[mid] : (sorted[mid - 1] + sorted[mid]) / 2;
  }

  /**
   * Scores as an array, in the order they were measured.
   *
   * @return a fresh array
   */
  public double[] scoreArray() {
    double[] array = new double[scores.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = scores.get(i);
    }
    return array;
  }

  @Override
  public String toString() {
    return "ForkSample[round=" + round + ", scores=" + Arrays.toString(scoreArray()) + "]";
  }
}
