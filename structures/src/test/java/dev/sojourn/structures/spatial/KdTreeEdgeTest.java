package dev.sojourn.structures.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KdTreeEdgeTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void noPointsHaveNoNearest() {
    KdTree tree = KdTree.of(new double[0], new double[0]);
    KdSearch search = tree.newSearch();

    assertThat(tree.size()).isZero();
    assertThat(tree.dimensions()).isEqualTo(2);
    assertThat(tree.verify()).isEmpty();
    assertThat(search.nearest(new double[] {1, 2})).isEqualTo(KdSearch.NONE);
    assertThat(search.squaredDistance()).isNaN();
    assertThat(search.nearest(new double[2], 5, new int[0], new double[0])).isZero();
    assertThat(search.countWithin(new double[2], INFINITY)).isZero();
    assertThat(search.countInBox(filled(-INFINITY), filled(INFINITY))).isZero();
  }

  private static double[] filled(double value) {
    return new double[] {value, value};
  }

  @Test
  void moreThanThereAreGivesAllInOrder() {
    KdSearch search = KdTree.of(new double[] {5, 1, 3}).newSearch();
    int[] ids = new int[3];
    double[] squares = new double[3];

    int found = search.nearest(new double[] {0}, Integer.MAX_VALUE, ids, squares);

    assertThat(found).isEqualTo(3);
    assertThat(ids).containsExactly(1, 2, 0);
    assertThat(squares).containsExactly(1, 9, 25);
  }

  @Test
  void noneAskedForGivesNone() {
    KdSearch search = KdTree.of(new double[] {5, 1, 3}).newSearch();

    assertThat(search.nearest(new double[1], 0, new int[0], new double[0])).isZero();
    assertThat(search.nearestWithin(new double[1], 9, 0, new int[0], new double[0])).isZero();
  }

  @Test
  void tiesGoToTheLowestNumbers() {
    double[] xs = new double[500];
    double[] ys = new double[500];
    Arrays.setAll(xs, i -> i % 2 == 0 ? 1 : -1);
    KdSearch search = KdTree.of(xs, ys).newSearch();
    int[] ids = new int[5];

    search.nearest(new double[] {0, 0}, 5, ids, new double[5]);

    assertThat(search.nearest(new double[] {0, 0})).isZero();
    assertThat(ids).containsExactly(0, 1, 2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 33, 34, 64, 65, 1_000})
  void manyPointsThatShareACoordinateAreNoTrouble(int size) {
    double[] shared = new double[size];
    Arrays.fill(shared, 0.1);
    double[] other = new Random(size).doubles(size).toArray();
    KdTree tree = KdTree.of(shared, other);
    KdSearch search = tree.newSearch();

    assertThat(tree.verify()).isEmpty();
    for (int id = 0; id < size; id++) {
      assertThat(search.nearest(new double[] {0.1, other[id]})).isEqualTo(id);
    }
    assertThat(KdTree.of(shared, shared).newSearch().countWithin(new double[] {0.1, 0.1}, 0))
        .isEqualTo(size);
  }

  @Test
  void bordersOfABoxBelongToIt() {
    double[] xs = {0, 1, 1, 2, Math.nextUp(2.0)};
    double[] ys = {0, 1, 3, 2, 2};
    KdSearch search = KdTree.of(xs, ys).newSearch();
    int[] ids = new int[5];

    int found = search.inBox(new double[] {1, 1}, new double[] {2, 3}, ids);

    assertThat(Arrays.copyOf(ids, found)).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(search.countInBox(new double[] {1, 1}, new double[] {1, 1})).isOne();
  }

  @Test
  void aPointAtExactlyTheRadiusIsWithinIt() {
    KdSearch search =
        KdTree.of(new double[] {3, 3}, new double[] {4, Math.nextUp(4.0)}).newSearch();

    assertThat(search.countWithin(new double[] {0, 0}, 5)).isOne();
    assertThat(search.countWithin(new double[] {0, 0}, Math.nextDown(5.0))).isZero();
  }

  @Test
  void minusZeroIsZero() {
    KdSearch search = KdTree.of(new double[] {0.0, -0.0}, new double[] {-0.0, 0.0}).newSearch();

    assertThat(search.countInBox(filled(0.0), filled(-0.0))).isEqualTo(2);
    assertThat(search.countInBox(filled(-0.0), filled(0.0))).isEqualTo(2);
    assertThat(search.countWithin(filled(-0.0), -0.0)).isEqualTo(2);
    assertThat(search.nearest(filled(-0.0))).isZero();
    assertThat(Double.doubleToRawLongBits(search.squaredDistance())).isZero();
  }

  /** Squares overflow: then all are infinitely far, and the lowest number wins. */
  @Test
  void distancesBeyondADoubleAreEquallyFar() {
    double[] xs = {Double.MAX_VALUE, -Double.MAX_VALUE, 1e200};
    KdSearch search = KdTree.of(xs, xs, xs).newSearch();
    double[] target = {-Double.MAX_VALUE / 2, 0, 0};

    assertThat(search.nearest(target)).isZero();
    assertThat(search.squaredDistance()).isInfinite();
    assertThat(search.countWithin(target, 1e154)).isZero();
    assertThat(search.countWithin(target, 1e155)).isEqualTo(3);
  }

  @Test
  void whatFindsNoRoomIsCounted() {
    KdSearch search = KdTree.of(new Random(3).doubles(1_000).toArray()).newSearch();
    int[] ids = new int[10];
    Arrays.fill(ids, -7);

    assertThat(search.within(new double[] {0.5}, 2, ids, new double[9])).isEqualTo(1_000);
    assertThat(ids[8]).isNotNegative();
    assertThat(ids[9]).isEqualTo(-7);
    assertThat(search.inBox(new double[] {-1}, new double[] {2}, ids)).isEqualTo(1_000);
    assertThat(ids[9]).isNotNegative();
    assertThat(search.inBox(new double[] {-1}, new double[] {2}, new int[0])).isEqualTo(1_000);
  }

  @Test
  void theInputIsCopied() {
    double[] xs = {1, 2, 3};
    double[] rows = {1, 2, 3};
    KdSearch columns = KdTree.of(xs).newSearch();
    KdSearch interleaved = KdTree.ofInterleaved(1, rows).newSearch();

    Arrays.fill(xs, 9);
    Arrays.fill(rows, 9);

    assertThat(columns.nearest(new double[] {1.1})).isZero();
    assertThat(interleaved.nearest(new double[] {1.1})).isZero();
  }

  @Test
  void columnsAndRowsGiveTheSameTree() {
    double[] rows = Cloud.CLUSTERED.points(2_000, 3, 5);
    KdTree interleaved = KdTree.ofInterleaved(3, rows);
    KdTree columns = KdTree.of(KdTreeModelTest.columns(rows, 3));

    assertThat(interleaved.tiles).isEqualTo(columns.tiles);
    assertThat(interleaved.ids).isEqualTo(columns.ids);
    assertThat(interleaved.splits).isEqualTo(columns.splits);
    assertThat(interleaved.axes).isEqualTo(columns.axes);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsRefusedByItsPlace(double bad) {
    KdSearch search = KdTree.of(new double[] {1}, new double[] {2}).newSearch();

    assertRefused(
        () -> KdTree.of(new double[] {1, 2}, new double[] {3, bad}),
        "coordinate 1 of point 1",
        String.valueOf(bad));
    assertRefused(
        () -> KdTree.ofInterleaved(2, new double[] {1, 2, bad, 3}), "coordinate 0 of point 1");
    assertRefused(() -> search.nearest(new double[] {0, bad}), "point[1]", String.valueOf(bad));
    assertRefused(() -> search.countWithin(new double[] {bad, 0}, 1), "point[0]");
    assertRefused(
        () -> search.nearest(new double[] {bad, 0}, 1, new int[1], new double[1]), "point[0]");
  }

  @Test
  void boxesAndRadiiThatMakeNoSenseAreRefused() {
    KdSearch search = KdTree.of(new double[] {1}, new double[] {2}).newSearch();

    assertRefused(
        () -> search.countInBox(new double[] {0, 3}, new double[] {1, 2}), "low[1]", "3.0", "2.0");
    assertRefused(
        () -> search.inBox(new double[] {Double.NaN, 0}, filled(1), new int[1]), "low[0]", "NaN");
    assertRefused(() -> search.countInBox(new double[] {1}, filled(1)), "low", "2", "1");
    assertRefused(() -> search.countInBox(filled(1), new double[3]), "high", "2", "3");
    assertRefused(() -> search.countWithin(filled(0), -1), "radius", "-1.0");
    assertRefused(() -> search.countWithin(filled(0), Double.NaN), "radius", "NaN");
  }

  @Test
  void targetsAndArraysOfAWrongSizeAreRefused() {
    KdSearch search = KdTree.of(new double[] {1, 3}, new double[] {2, 4}).newSearch();
    double[] target = {1, 2};

    assertRefused(() -> search.nearest(new double[3]), "point", "2 coordinates", "had 3");
    assertRefused(() -> search.nearest(target, -1, new int[0], new double[0]), "k", "-1");
    assertRefused(() -> search.nearest(target, 2, new int[1], new double[2]), "ids", "2", "had 1");
    assertRefused(
        () -> search.nearestWithin(target, 1, 9, new int[2], new double[1]),
        "squaredDistances",
        "room for 2");
    assertThatNullPointerException().isThrownBy(() -> search.inBox(target, target, null));
  }

  @Test
  void shapesThatMakeNoTreeAreRefused() {
    assertRefused(() -> KdTree.of(), "dimensions", "were 0");
    assertRefused(() -> KdTree.of(new double[257][1]), "dimensions", "257");
    assertRefused(() -> KdTree.of(new double[2], new double[3]), "column 0 holds 2", "column 1");
    assertRefused(() -> KdTree.ofInterleaved(0, new double[4]), "dimensions", "0");
    assertRefused(() -> KdTree.ofInterleaved(3, new double[4]), "4 coordinates", "3 dimensions");
    assertRefused(() -> KdTree.withLeafSize(0, new double[1]), "leafSize", "was 0", "32");
    assertRefused(() -> KdTree.withLeafSize(4097, new double[1]), "leafSize", "4097");
    assertRefused(() -> Coordinates.checkCount(Integer.MAX_VALUE), "2147483639", "several");
  }

  @Test
  void pointsThatDoNotFitADynamicTreeAreRefused() {
    DynamicKdTree tree = new DynamicKdTree(2);
    tree.insert(4, 1, 2);

    assertRefused(() -> new DynamicKdTree(0), "dimensions", "0");
    assertRefused(() -> tree.insert(-1, 1, 2), "id", "-1");
    assertRefused(() -> tree.insert(1, 1), "point", "had 1");
    assertRefused(() -> tree.insert(1, 1, Double.NaN), "point[1]", "NaN");
    assertRefused(() -> tree.remove(4, 1, 2, 3), "point", "had 3");
    assertThat(tree.size()).isOne();
    assertThat(tree.dimensions()).isEqualTo(2);
    assertThat(tree.verify()).isEmpty();
    assertThat(tree.remove(4, 1.0, 2.0)).isTrue();
  }

  private static void assertRefused(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(parts);
  }
}
