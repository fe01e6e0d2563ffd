package dev.sojourn.structures.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KdStatsTest {
  @ParameterizedTest
  @CsvSource({"0, 1, 0", "32, 1, 0", "33, 2, 1", "64, 2, 1", "65, 4, 2", "1000, 32, 5"})
  void leavesDoubleWithEveryLevel(int points, int leaves, int levels) {
    KdTree tree = KdTree.ofInterleaved(2, Cloud.UNIFORM.points(points, 2, 1));

    assertThat(tree.stats()).isEqualTo(new KdTree.Stats(points, leaves, levels));
  }

  @Test
  void treesOfADynamicOneAreThoseOfABinaryCounter() {
    DynamicKdTree tree = new DynamicKdTree(1);
    assertThat(tree.stats()).isEqualTo(new DynamicKdTree.Stats(0, 0, 0));

    for (int id = 0; id < 3 * 32 + 1; id++) {
      tree.insert(id, id);
    }
    assertThat(tree.stats()).isEqualTo(new DynamicKdTree.Stats(97, 0, 3));

    for (int id = 0; id < 10; id++) {
      tree.remove(id, id);
    }
    assertThat(tree.stats()).isEqualTo(new DynamicKdTree.Stats(87, 10, 3));
    for (int id = 10; id < 97; id++) {
      tree.remove(id, id);
    }
    assertThat(tree.stats().points()).isZero();
    assertThat(tree.verify()).isEmpty();
  }
}
