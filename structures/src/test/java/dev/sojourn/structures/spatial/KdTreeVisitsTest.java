package dev.sojourn.structures.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a tree the queries look at: counts, which no machine can change. */
class KdTreeVisitsTest {
  private static final int QUERIES = 1_000;

  /** A leaf of 16 to 32 points, and its neighbours more often in more dimensions. */
  @ParameterizedTest
  @CsvSource({
    "1000, 2, 60, 12",
    "100000, 2, 60, 22",
    "1000000, 2, 60, 24",
    "100000, 3, 130, 30",
    "100000, 4, 300, 60"
  })
  void theNearestOfUniformPointsIsFoundInAFewLeaves(
      int size, int dimensions, double examined, double visited) {
    KdSearch search =
        KdTree.ofInterleaved(dimensions, Cloud.UNIFORM.points(size, dimensions, 1)).newSearch();
    Random random = new Random(2);
    long points = 0;
    long nodes = 0;
    for (int i = 0; i < QUERIES; i++) {
      search.nearest(random.doubles(dimensions).toArray());
      points += search.pointsExamined();
      nodes += search.nodesVisited();
    }

    assertThat(points / (double) QUERIES).as("points examined").isLessThan(examined);
    assertThat(nodes / (double) QUERIES).as("nodes visited").isLessThan(visited);
  }

  @ParameterizedTest
  @CsvSource({"100000, 2", "100000, 3"})
  void onlyLeavesOnTheBorderOfABoxAreLookedAt(int size, int dimensions) {
    KdSearch search =
        KdTree.ofInterleaved(dimensions, Cloud.UNIFORM.points(size, dimensions, 1)).newSearch();
    double[] low = new double[dimensions];
    double[] high = new double[dimensions];
    Arrays.fill(low, 0.1);
    Arrays.fill(high, 0.9);

    int count = search.countInBox(low, high);

    assertThat(count).isGreaterThan(size / 2);
    assertThat(search.pointsExamined()).isLessThan(count / 2);
  }

  @Test
  void aBoxAroundOrBesideAllPointsIsDecidedByTheBounds() {
    KdSearch search = KdTree.ofInterleaved(2, Cloud.UNIFORM.points(10_000, 2, 1)).newSearch();

    assertThat(search.countInBox(new double[] {0, 0}, new double[] {1, 1})).isEqualTo(10_000);
    assertThat(search.pointsExamined() + search.nodesVisited()).isZero();
    assertThat(search.countInBox(new double[] {2, 0}, new double[] {3, 1})).isZero();
    assertThat(search.pointsExamined() + search.nodesVisited()).isZero();
  }

  @Test
  void aDynamicTreeLooksIntoEachOfItsFewTrees() {
    DynamicKdTree tree = new DynamicKdTree(2);
    Random random = new Random(4);
    for (int id = 0; id < 20_000; id++) {
      tree.insert(id, random.nextDouble(), random.nextDouble());
    }
    KdSearch search = tree.newSearch();
    long points = 0;
    for (int i = 0; i < QUERIES; i++) {
      search.nearest(new double[] {random.nextDouble(), random.nextDouble()});
      points += search.pointsExamined();
    }

    assertThat(points / (double) QUERIES).isLessThan(11 * 40);
  }

  /** As many dimensions as make every point about equally far. */
  @Test
  void inSixteenDimensionsMostPointsAreLookedAt() {
    KdSearch search = KdTree.ofInterleaved(16, Cloud.UNIFORM.points(10_000, 16, 1)).newSearch();
    Random random = new Random(3);
    long points = 0;
    for (int i = 0; i < 100; i++) {
      search.nearest(random.doubles(16).toArray());
      points += search.pointsExamined();
    }

    assertThat(points / 100.0).isBetween(5_000.0, 10_000.0);
  }
}
