package dev.sojourn.benchmarks.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.structures.spatial.KdTree;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rivals of the tree find what it finds, wherever the last points of a scan begin. */
class NearestTest {
  @ParameterizedTest
  @CsvSource({"1, 2", "2, 3", "3, 2", "4, 2", "5, 3", "1002, 2", "1003, 3", "500, 7", "501, 16"})
  void scanAndLinkedNodesFindWhatTheTreeFinds(int points, int dimensions) {
    Cloud cloud = Cloud.uniform(points, dimensions);
    var search = KdTree.of(cloud.columns()).newSearch();
    FlatScan scan = new FlatScan(cloud);
    LinkedKdTree linked = new LinkedKdTree(cloud);
    SplittableRandom random = new SplittableRandom(7);

    for (int i = 0; i < 300; i++) {
      double[] target = random.doubles(dimensions).toArray();
      int nearest = search.nearest(target);
      assertThat(scan.nearest(target)).as("target %d", i).isEqualTo(nearest);
      assertThat(linked.nearest(target)).as("target %d", i).isEqualTo(nearest);
    }
  }
}
