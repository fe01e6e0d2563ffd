package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums found without sorting are those of samples kept sorted, to the last bit. */
class DeviationsTest {
  private static final int SERIES = 300;

  /** The sums of a sample that is kept sorted value by value. */
  private static double[] sums(double... values) {
    double[] sums = new double[values.length + 1];
    double sum = 0;
    for (int size = 1; size < values.length; size++) {
      double[] sample = Arrays.copyOf(values, size);
      Arrays.sort(sample);
      double low = sample[(size - 1) / 2];
      double high = sample[size / 2];
      sum += Math.max(0, Math.max(low - values[size], values[size] - high));
      sums[size + 1] = sum;
    }
    return sums;
  }

  private static double[] reversed(double... values) {
    double[] reversed = new double[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }

  private static double[] sorted(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Few different values make many ties; zeros have a sign. */
  private static double[] series(SplittableRandom random) {
    int different = random.nextBoolean() ? 4 : 1_000_000;
    return random
        .doubles(1 + random.nextInt(40))
        .map(v -> Math.rint(v * different) - different / 2.0)
        .map(v -> v == 0 && random.nextBoolean() ? -0.0 : v)
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sumsOfBeginningsAndEnds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < SERIES; i++) {
      double[] values = series(random);
      double[] sorted = sorted(values);
      int[] ranks = Deviations.ranks(values, sorted);
      Deviations deviations = new Deviations(sorted);
      double[] found = new double[values.length + 1];

      deviations.ofBeginnings(ranks, found);
      assertThat(found).as("beginnings of %s", Arrays.toString(values)).isEqualTo(sums(values));
      deviations.ofEnds(ranks, found);
      assertThat(found).as("ends of %s", Arrays.toString(values)).isEqualTo(sums(reversed(values)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void sumsOfWhatIsLeft(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < SERIES; i++) {
      double[] values = series(random);
      double[] sorted = sorted(values);
      int[] ranks = Deviations.ranks(values, sorted);
      Deviations deviations = new Deviations(sorted);
      Deviations.Middle rest = new Deviations.Middle(values.length);

      for (int start = 0; start < values.length; start++) {
        double[] left = Arrays.copyOfRange(values, start, values.length);
        double[] found = new double[left.length + 1];
        deviations.ofBeginnings(ranks, rest, found);
        assertThat(found)
            .as("from %d on of %s", start, Arrays.toString(values))
            .isEqualTo(sums(left));
        rest.remove(ranks[start]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void ranksAreAllDifferentAndInOrder(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < SERIES; i++) {
      double[] values = series(random);
      double[] sorted = sorted(values);
      int[] ranks = Deviations.ranks(values, sorted);

      assertThat(ranks).doesNotHaveDuplicates();
      for (int at = 0; at < values.length; at++) {
        assertThat(Double.compare(sorted[ranks[at]], values[at])).isZero();
      }
    }
  }
}
