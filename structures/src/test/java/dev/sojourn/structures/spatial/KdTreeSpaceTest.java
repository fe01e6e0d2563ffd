package dev.sojourn.structures.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.GraphLayout;

class KdTreeSpaceTest {
  private static final int QUERIES = 2_000;

  /** What asking for the counter may itself allocate, far below one byte a query. */
  private static final long SLACK_BYTES = 1_000;

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 2", "1000, 1", "1000, 2", "1025, 3", "100000, 2", "100000, 16"})
  void footprintIsWhatTheMachineMeasures(int size, int dimensions) {
    KdTree tree = KdTree.ofInterleaved(dimensions, Cloud.UNIFORM.points(size, dimensions, 1));

    long measuredBytes = GraphLayout.parseInstance(tree).totalSize();

    assertThat(tree.footprintBytes()).isCloseTo(measuredBytes, withinPercentage(1));
  }

  /** Leaves are fullest before a doubling of their number, and half full behind it. */
  @ParameterizedTest
  @CsvSource({"1000, 2", "1025, 1", "1025, 2", "1025, 3", "65537, 2", "65536, 2", "1000000, 2"})
  void hardlyMoreThanCoordinatesAndNumbersIsHeld(int size, int dimensions) {
    KdTree tree = KdTree.ofInterleaved(dimensions, Cloud.UNIFORM.points(size, dimensions, 1));

    double rawBytes = (double) size * (dimensions * Double.BYTES + Integer.BYTES);

    assertThat(tree.footprintBytes() / rawBytes).isLessThan(1.07);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 5_000})
  void footprintOfADynamicTreeIsWhatTheMachineMeasures(int size) {
    DynamicKdTree tree = new DynamicKdTree(2);
    Random random = new Random(size);
    for (int id = 0; id < size; id++) {
      double[] point = {random.nextDouble(), random.nextDouble()};
      tree.insert(id, point);
      if (id % 3 == 0) {
        tree.remove(id, point);
      }
    }

    long measuredBytes = GraphLayout.parseInstance(tree).totalSize();

    assertThat(tree.footprintBytes()).isCloseTo(measuredBytes, withinPercentage(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void queriesAllocateNothing(int dimensions) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] rows = Cloud.UNIFORM.points(10_000, dimensions, 1);
    KdSearch search = KdTree.ofInterleaved(dimensions, rows).newSearch();
    int[] ids = new int[100];
    double[] squares = new double[100];
    double[][] corners = {new double[dimensions], new double[dimensions]};
    long checksum = ask(search, corners, ids, squares);
    threads.getCurrentThreadAllocatedBytes();

    long before = threads.getCurrentThreadAllocatedBytes();
    checksum += ask(search, corners, ids, squares);
    long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(allocatedBytes).as("checksum %d", checksum).isLessThan(SLACK_BYTES);
  }

  private static long ask(KdSearch search, double[][] corners, int[] ids, double[] squares) {
    long checksum = 0;
    for (int i = 0; i < QUERIES; i++) {
      for (int axis = 0; axis < corners[0].length; axis++) {
        corners[0][axis] = (i * 31 + axis * 17) % 97 / 97.0;
        corners[1][axis] = corners[0][axis] + 0.1;
      }
      checksum += search.nearest(corners[0]);
      checksum += search.nearest(corners[0], 10, ids, squares);
      checksum += search.nearestWithin(corners[0], 0.05, 10, ids, squares);
      checksum += search.within(corners[0], 0.05, ids, squares);
      checksum += search.countWithin(corners[0], 0.05);
      checksum += search.inBox(corners[0], corners[1], ids);
      checksum += search.countInBox(corners[0], corners[1]);
    }
    return checksum;
  }

  @Test
  void aSearchHoldsAboutTwoKilobytes() {
    KdTree tree = KdTree.ofInterleaved(3, Cloud.UNIFORM.points(1_000, 3, 1));

    long withTree = GraphLayout.parseInstance(tree.newSearch()).totalSize();

    assertThat(withTree - tree.footprintBytes()).isBetween(500L, 3_000L);
  }
}
