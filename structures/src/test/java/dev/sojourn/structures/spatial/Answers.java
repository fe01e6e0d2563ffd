package dev.sojourn.structures.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Puts every kind of query to a search and to the oracle, and demands equal answers. */
final class Answers {
  private final KdSearch search;
  private final BruteForce oracle;
  private final double[] rows;
  private final int dimensions;

  Answers(KdSearch search, double[] rows, int dimensions) {
    this.search = search;
    this.oracle = new BruteForce(rows, dimensions);
    this.rows = rows;
    this.dimensions = dimensions;
  }

  void agree(Random random, int targets, String where) {
    for (int i = 0; i < targets; i++) {
      double[] target = Cloud.target(rows, dimensions, random);
      String what = where + ", target " + Arrays.toString(target);
      nearest(target, what);
      int k = random.nextInt(oracle.size() + 3);
      nearestOnes(target, Math.min(k, 1 + random.nextInt(40)), what);
      nearestOnes(target, k, what);
      double radius = radius(target, random);
      within(target, radius, random, what + ", radius " + radius);
      nearestWithin(target, radius, random.nextInt(12), what + ", radius " + radius);
      box(target, random, what);
    }
  }

  /** The distance of some point, so that its rounding is put to the test, or any other. */
  private double radius(double[] target, Random random) {
    if (oracle.size() == 0 || random.nextInt(8) == 0) {
      return random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : random.nextDouble();
    }
    List<BruteForce.Hit> all = oracle.within(target, Double.POSITIVE_INFINITY);
    return Math.sqrt(all.get(random.nextInt(all.size())).square());
  }

  private void nearest(double[] target, String what) {
    List<BruteForce.Hit> expected = oracle.nearest(target, 1, Double.POSITIVE_INFINITY);

    int id = search.nearest(target);

    if (expected.isEmpty()) {
      assertThat(id).as(what).isEqualTo(KdSearch.NONE);
      assertThat(search.squaredDistance()).as(what).isNaN();
    } else {
      assertThat(id).as(what).isEqualTo(expected.get(0).id());
      assertThat(search.squaredDistance()).as(what).isEqualTo(expected.get(0).square());
    }
  }

  private void nearestOnes(double[] target, int k, String what) {
    int[] ids = new int[Math.min(k, oracle.size())];
    double[] squares = new double[ids.length];

    int found = search.nearest(target, k, ids, squares);

    same(oracle.nearest(target, k, Double.POSITIVE_INFINITY), found, ids, squares, what);
  }

  private void nearestWithin(double[] target, double radius, int k, String what) {
    int[] ids = new int[k];
    double[] squares = new double[k];

    int found = search.nearestWithin(target, radius, k, ids, squares);

    same(oracle.nearest(target, k, radius), found, ids, squares, what);
  }

  private static void same(
      List<BruteForce.Hit> expected, int found, int[] ids, double[] squares, String what) {
    assertThat(found).as(what).isEqualTo(expected.size());
    for (int i = 0; i < found; i++) {
      assertThat(new BruteForce.Hit(ids[i], squares[i]))
          .as("%s, neighbour %d of %d", what, i, found)
          .isEqualTo(expected.get(i));
    }
  }

  private void within(double[] target, double radius, Random random, String what) {
    List<BruteForce.Hit> expected = oracle.within(target, radius);
    int room = random.nextBoolean() ? expected.size() : random.nextInt(expected.size() + 1);
    int[] ids = new int[room];
    double[] squares = new double[room];

    int found = search.within(target, radius, ids, squares);

    assertThat(found).as(what).isEqualTo(expected.size());
    assertThat(search.countWithin(target, radius)).as(what).isEqualTo(expected.size());
    assertThat(expected).as("%s, room %d", what, room).containsAll(hits(ids, squares));
    assertThat(Arrays.stream(ids).distinct().count()).as(what).isEqualTo(room);
  }

  private static List<BruteForce.Hit> hits(int[] ids, double[] squares) {
    return java.util.stream.IntStream.range(0, ids.length)
        .mapToObj(i -> new BruteForce.Hit(ids[i], squares[i]))
        .toList();
  }

  private void box(double[] corner, Random random, String what) {
    double[] other = Cloud.target(rows, dimensions, random);
    double[] low = new double[dimensions];
    double[] high = new double[dimensions];
    for (int axis = 0; axis < dimensions; axis++) {
      low[axis] = Math.min(corner[axis], other[axis]);
      high[axis] = Math.max(corner[axis], other[axis]);
      if (random.nextInt(6) == 0) {
        low[axis] = Double.NEGATIVE_INFINITY;
      }
      if (random.nextInt(6) == 0) {
        high[axis] = Double.POSITIVE_INFINITY;
      }
    }
    box(low, high, random, what + ", box to " + Arrays.toString(other));
  }

  private void box(double[] low, double[] high, Random random, String what) {
    int[] expected = oracle.inBox(low, high);
    int room = random.nextBoolean() ? expected.length : random.nextInt(expected.length + 1);
    int[] ids = new int[room];

    int found = search.inBox(low, high, ids);

    assertThat(found).as(what).isEqualTo(expected.length);
    assertThat(search.countInBox(low, high)).as(what).isEqualTo(expected.length);
    Arrays.sort(ids);
    if (room == expected.length) {
      assertThat(ids).as(what).isEqualTo(expected);
    } else {
      assertThat(Arrays.stream(ids).distinct().count()).as(what).isEqualTo(room);
      assertThat(Arrays.stream(ids).allMatch(id -> Arrays.binarySearch(expected, id) >= 0))
          .as(what)
          .isTrue();
    }
  }
}
