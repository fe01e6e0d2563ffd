package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cuts found are the best there are: every other way to cut a short series costs as much. */
class PottsTest {
  private static final int LENGTH = 11;

  private static double cost(double[] values, List<Integer> cuts, double penalty, int shortest) {
    double cost = penalty * cuts.size();
    int from = 0;
    for (int piece = 0; piece <= cuts.size(); piece++) {
      int to = piece < cuts.size() ? cuts.get(piece) : values.length;
      if (to - from < shortest) {
        return Double.POSITIVE_INFINITY;
      }
      double level = ChangePoints.median(values, from, to);
      for (int i = from; i < to; i++) {
        cost += Math.abs(values[i] - level);
      }
      from = to;
    }
    return cost;
  }

  private static double cheapest(double[] values, double penalty, int shortest, int most) {
    double best = Double.POSITIVE_INFINITY;
    for (int pattern = 0; pattern < 1 << (values.length - 1); pattern++) {
      List<Integer> cuts = new ArrayList<>();
      for (int at = 1; at < values.length; at++) {
        if ((pattern >> (at - 1) & 1) == 1) {
          cuts.add(at);
        }
      }
      if (cuts.size() <= most) {
        best = Math.min(best, cost(values, cuts, penalty, shortest));
      }
    }
    return best;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noOtherCutsAreCheaper(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values =
        random.doubles(LENGTH).map(v -> v + (random.nextInt(3) == 0 ? 1 : 0)).toArray();

    for (int shortest = 1; shortest <= 4; shortest++) {
      for (double penalty : new double[] {0.01, 0.3, 1, 3, 100}) {
        double found = cost(values, Potts.cuts(values, penalty, shortest), penalty, shortest);
        assertThat(found)
            .as("seed %s, penalty %s, pieces of %s or more", seed, penalty, shortest)
            .isCloseTo(cheapest(values, penalty, shortest, LENGTH), Offset.offset(1e-9));
      }
      double none = cost(values, List.of(), 0, shortest);
      assertThat(Potts.Split.best(values, shortest).gain())
          .isCloseTo(none - cheapest(values, 0, shortest, 1), Offset.offset(1e-9));
    }
  }
}
