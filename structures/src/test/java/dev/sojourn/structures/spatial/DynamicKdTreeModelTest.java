package dev.sojourn.structures.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points come and go; after every step every invariant holds, and now and then all is asked. */
class DynamicKdTreeModelTest {
  private static final int STEPS = 900;

  @ParameterizedTest
  @CsvSource({
    "UNIFORM, 2, 1",
    "UNIFORM, 3, 7",
    "UNIFORM, 5, 42",
    "CLUSTERED, 2, 7",
    "GRID, 2, 1",
    "GRID, 3, 42",
    "GRID, 1, 3",
    "ALL_EQUAL, 2, 1",
    "LINE, 4, 9",
    "ZEROS, 2, 11",
    "HUGE, 2, 2",
    "TINY, 3, 5"
  })
  void behavesLikeAListOverRandomChanges(Cloud cloud, int dimensions, long seed) {
    DynamicKdTree tree = new DynamicKdTree(dimensions);
    KdSearch search = tree.newSearch();
    Model model = new Model(dimensions);
    double[] supply = cloud.points(STEPS, dimensions, seed);
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      String where = "%s, %d dimensions, seed %d, step %d".formatted(cloud, dimensions, seed, step);
      double[] point = Arrays.copyOfRange(supply, step * dimensions, (step + 1) * dimensions);
      boolean growing = step / 300 % 2 == 0;
      if (random.nextInt(10) < (growing ? 8 : 2)) {
        tree.insert(step, point);
        model.add(step, point);
      } else {
        model.removeFrom(tree, random, where);
      }
      assertThat(tree.size()).as(where).isEqualTo(model.size());
      assertThat(tree.verify()).as(where).isEmpty();
      if (random.nextInt(25) == 0) {
        model.agree(search, random, where);
      }
    }
    while (model.size() > 0) {
      model.removeFrom(tree, random, "the end, seed " + seed);
    }
    assertThat(tree.size()).isZero();
    assertThat(tree.verify()).isEmpty();
    model.agree(search, random, "empty again");
  }

  /** The points that live, with their numbers in the order of arrival. */
  private static final class Model {
    private final int dimensions;
    private final List<Integer> ids = new ArrayList<>();
    private final List<double[]> points = new ArrayList<>();

    Model(int dimensions) {
      this.dimensions = dimensions;
    }

    int size() {
      return ids.size();
    }

    void add(int id, double[] point) {
      ids.add(id);
      points.add(point);
    }

    void removeFrom(DynamicKdTree tree, Random random, String where) {
      if (ids.isEmpty()) {
        assertThat(tree.remove(3, new double[dimensions])).as(where).isFalse();
        return;
      }
      int place = random.nextInt(ids.size());
      int id = ids.remove(place);
      double[] point = points.remove(place);
      double[] elsewhere = point.clone();
      elsewhere[0] = point[0] == 0 ? 1 : -point[0];
      assertThat(tree.remove(id, elsewhere)).as(where).isFalse();
      assertThat(tree.remove(Integer.MAX_VALUE, point)).as(where).isFalse();
      assertThat(tree.remove(~id, point)).as(where).isFalse();
      assertThat(tree.remove(id, point)).as(where).isTrue();
      assertThat(tree.remove(id, point)).as(where).isFalse();
    }

    /** Numbers of the oracle are places in the list; the search answers with those of the tree. */
    void agree(KdSearch search, Random random, String where) {
      double[] rows = points.stream().flatMapToDouble(Arrays::stream).toArray();
      BruteForce oracle = new BruteForce(rows, dimensions);
      double[] target = Cloud.target(rows, dimensions, random);
      double radius = size() == 0 ? 1 : Math.sqrt(oracle.square(random.nextInt(size()), target));
      int[] found = new int[size()];
      double[] squares = new double[size()];

      nearestAgree(search, oracle, target, random.nextInt(size() + 2), where);

      List<BruteForce.Hit> ball = oracle.within(target, radius);
      assertThat(search.within(target, radius, found, squares)).as(where).isEqualTo(ball.size());
      assertThat(search.countWithin(target, radius)).as(where).isEqualTo(ball.size());
      assertThat(sorted(found, ball.size()))
          .as(where)
          .isEqualTo(ball.stream().mapToInt(hit -> ids.get(hit.id())).sorted().toArray());
      boxAgrees(search, oracle, target, radius, where);
    }

    private void nearestAgree(
        KdSearch search, BruteForce oracle, double[] target, int k, String where) {
      int[] found = new int[k];
      double[] squares = new double[k];
      List<BruteForce.Hit> expected = oracle.nearest(target, k, Double.POSITIVE_INFINITY);
      assertThat(search.nearest(target, k, found, squares)).as(where).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        assertThat(found[i]).as(where).isEqualTo(ids.get(expected.get(i).id()));
        assertThat(squares[i]).as(where).isEqualTo(expected.get(i).square());
      }
      assertThat(search.nearest(target))
          .as(where)
          .isEqualTo(size() == 0 ? KdSearch.NONE : ids.get(nearestOf(oracle, target)));
    }

    private static int nearestOf(BruteForce oracle, double[] target) {
      return oracle.nearest(target, 1, Double.POSITIVE_INFINITY).get(0).id();
    }

    private void boxAgrees(
        KdSearch search, BruteForce oracle, double[] centre, double radius, String where) {
      double reach = Double.isFinite(radius) ? radius : 1;
      double[] low = Arrays.stream(centre).map(x -> x - reach).toArray();
      double[] high = Arrays.stream(centre).map(x -> x + reach).toArray();
      int[] expected =
          IntStream.of(oracle.inBox(low, high)).map(place -> ids.get(place)).sorted().toArray();
      int[] found = new int[size()];
      assertThat(search.inBox(low, high, found)).as(where).isEqualTo(expected.length);
      assertThat(sorted(found, expected.length)).as(where).isEqualTo(expected);
      assertThat(search.countInBox(low, high)).as(where).isEqualTo(expected.length);
      int[] little = new int[expected.length / 2];
      assertThat(search.inBox(low, high, little)).as(where).isEqualTo(expected.length);
      double[] endless = new double[dimensions];
      Arrays.fill(endless, Double.POSITIVE_INFINITY);
      double[] beginless = Arrays.stream(endless).map(x -> -x).toArray();
      assertThat(search.countInBox(beginless, endless)).as(where).isEqualTo(size());
    }

    private static int[] sorted(int[] ids, int count) {
      int[] sorted = Arrays.copyOf(ids, count);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
