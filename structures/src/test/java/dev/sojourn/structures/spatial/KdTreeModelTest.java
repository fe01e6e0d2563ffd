package dev.sojourn.structures.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of query against a look at every point, with exactly equal distances. */
class KdTreeModelTest {
  private static final long[] SEEDS = {1, 7, 1_000_003};
  private static final List<Cloud> CLOUDS = List.of(Cloud.values());
  private static final int[] SIZES = {1, 33, 700};

  @ParameterizedTest
  @EnumSource(Cloud.class)
  void answersAsALookAtEveryPointInEveryDimension(Cloud cloud) {
    for (int dimensions = 1; dimensions <= 16; dimensions++) {
      for (int size : SIZES) {
        long seed = SEEDS[dimensions % SEEDS.length];
        agree(cloud, size, dimensions, KdTree.DEFAULT_LEAF_SIZE, seed, 4);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Cloud.class)
  void answersAsALookAtEveryPointInThePlaneAndInSpace(Cloud cloud) {
    for (long seed : SEEDS) {
      agree(cloud, 1_500, 2, KdTree.DEFAULT_LEAF_SIZE, seed, 12);
      agree(cloud, 1_500, 3, KdTree.DEFAULT_LEAF_SIZE, seed, 12);
      agree(cloud, 1_500, 4, KdTree.DEFAULT_LEAF_SIZE, seed, 12);
    }
  }

  /** Around one leaf, two, four: each number of points once. */
  @Test
  void answersAsALookAtEveryPointAtEverySize() {
    for (int size = 0; size <= 200; size++) {
      for (int dimensions = 1; dimensions <= 4; dimensions++) {
        Cloud cloud = CLOUDS.get(size % CLOUDS.size());
        agree(Cloud.UNIFORM, size, dimensions, KdTree.DEFAULT_LEAF_SIZE, size, 1);
        agree(cloud, size, dimensions, KdTree.DEFAULT_LEAF_SIZE, size, 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 31, 64, 4096})
  void answersAsALookAtEveryPointWithEverySizeOfLeaf(int leafSize) {
    for (int size = 0; size <= 70; size++) {
      Cloud cloud = CLOUDS.get(size % CLOUDS.size());
      agree(cloud, size, 2, leafSize, size, 2);
      agree(cloud, size, 3, leafSize, size, 1);
      agree(cloud, size, 5, leafSize, size, 1);
    }
  }

  /** More dimensions than the sides of a box find bits for. */
  @ParameterizedTest
  @ValueSource(ints = {31, 32, 33, 64, 127, 128, 129, 256})
  void answersAsALookAtEveryPointInVeryManyDimensions(int dimensions) {
    agree(Cloud.UNIFORM, 300, dimensions, KdTree.DEFAULT_LEAF_SIZE, 5, 4);
    agree(Cloud.GRID, 300, dimensions, 4, 5, 4);
  }

  private static void agree(
      Cloud cloud, int size, int dimensions, int leafSize, long seed, int targets) {
    String where =
        "%s, %d points, %d dimensions, leaves of %d, seed %d"
            .formatted(cloud, size, dimensions, leafSize, seed);
    double[] rows = cloud.points(size, dimensions, seed);
    KdTree tree = KdTree.withLeafSize(leafSize, columns(rows, dimensions));
    assertThat(tree.size()).as(where).isEqualTo(size);
    assertThat(tree.verify()).as(where).isEmpty();
    Answers answers = new Answers(tree.newSearch(), rows, dimensions);
    answers.agree(new Random(seed), targets, where);
  }

  static double[][] columns(double[] rows, int dimensions) {
    double[][] columns = new double[dimensions][rows.length / dimensions];
    for (int i = 0; i < rows.length; i++) {
      columns[i % dimensions][i / dimensions] = rows[i];
    }
    return columns;
  }
}
