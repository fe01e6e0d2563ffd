package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jol.info.GraphLayout;

class DisjointSetSpaceTest {
  private static final int SIZE = 100_000;

  @ParameterizedTest
  @EnumSource(Variant.class)
  void footprintIsWhatTheHeapHolds(Variant variant) {
    DisjointSet sets = new DisjointSet(SIZE, variant);

    long measured = GraphLayout.parseInstance(sets).totalSize();

    assertThat(sets.footprintBytes()).isCloseTo(measured, Percentage.withPercentage(1));
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void operationsAllocateNothing(Variant variant) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    DisjointSet sets = new DisjointSet(SIZE, variant);
    long idle = allocatedBy(threads, sets, 0);

    long busy = allocatedBy(threads, sets, SIZE);

    assertThat(busy - idle).isCloseTo(0, within(1024L));
    assertThat(sets.count()).isLessThan(SIZE);
  }

  private static long allocatedBy(ThreadMXBean threads, DisjointSet sets, int unions) {
    long before = threads.getCurrentThreadAllocatedBytes();
    int a = 1;
    for (int i = 0; i < unions; i++) {
      a = (int) ((a * 48_271L) % SIZE);
      sets.union(a, i);
      sets.connected(i, a);
      sets.find(a);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
