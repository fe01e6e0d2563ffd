package dev.sojourn.structures.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  @ParameterizedTest
  @EnumSource(Cloud.class)
  void everyRankFindsItsPlace(Cloud cloud) {
    for (int size = 1; size <= 40; size++) {
      for (int rank = 0; rank < size; rank++) {
        check(cloud.points(size, 2, size), rank, Long.MAX_VALUE);
        check(cloud.points(size, 2, size), rank, -1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Cloud.class)
  void largeRangesAreSelectedWithoutTheGuardAndWithinTwiceItsBudget(Cloud cloud) {
    for (int size : new int[] {255, 256, 257, 258, 1_000, 30_000}) {
      long seen = check(cloud.points(size, 2, size), size / 2, Long.MAX_VALUE);

      assertThat(seen).as("%s of %d", cloud, size).isLessThanOrEqualTo(8L * size);
    }
  }

  /** With no budget at all, the guard does everything, and stays within its 64 halvings. */
  @ParameterizedTest
  @EnumSource(Cloud.class)
  void theGuardAloneIsLinear(Cloud cloud) {
    for (int size : new int[] {100, 10_000}) {
      long seen = check(cloud.points(size, 2, size), size / 3, -1);

      assertThat(seen).as("%s of %d", cloud, size).isLessThanOrEqualTo(65L * size);
    }
  }

  /** The guard takes over wherever the budget ends, in the middle of the work too. */
  @ParameterizedTest
  @EnumSource(Cloud.class)
  void theGuardTakesOverAtAnyMoment(Cloud cloud) {
    int size = 3_000;
    for (int budget = 0; budget < 4 * size; budget += size / 5) {
      check(cloud.points(size, 2, 5), size / 2, (long) budget);
    }
  }

  /** Selects by axis 1, checks the outcome against a sort, and returns the rows looked at. */
  private static long check(double[] rows, int rank, long budget) {
    int size = rows.length / 2;
    double[] before = rows.clone();
    double[] sorted = IntStream.range(0, size).mapToDouble(i -> before[2 * i + 1]).toArray();
    Arrays.setAll(sorted, i -> sorted[i] + 0.0);
    Arrays.setAll(rows, i -> rows[i] + 0.0);
    Arrays.sort(sorted);
    int[] ids = IntStream.range(0, size).toArray();

    long seen = new Selection(rows, ids, 2).select(1, 0, size - 1, rank, budget);

    String where = size + " rows, rank " + rank + ", budget " + budget;
    assertThat(rows[2 * rank + 1]).as(where).isEqualTo(sorted[rank]);
    for (int row = 0; row < size; row++) {
      double value = rows[2 * row + 1];
      assertThat(row < rank ? value <= sorted[rank] : value >= sorted[rank]).as(where).isTrue();
      assertThat(value).as(where).isEqualTo(before[2 * ids[row] + 1] + 0.0);
      assertThat(rows[2 * row]).as(where).isEqualTo(before[2 * ids[row]] + 0.0);
    }
    assertThat(Arrays.stream(ids).distinct().count()).as(where).isEqualTo(size);
    return seen;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void uniformRowsAreLookedAtAboutTwoAndAHalfTimes(long seed) {
    Random random = new Random(seed);
    int size = 100_000;
    double[] rows = random.doubles(2L * size).toArray();

    long seen = check(rows, size / 2, Long.MAX_VALUE);

    assertThat(seen).as("seed %d", seed).isLessThan(4L * size);
  }
}
