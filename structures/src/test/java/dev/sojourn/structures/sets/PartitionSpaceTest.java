package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jol.info.GraphLayout;

class PartitionSpaceTest {
  private static final int SIZE = 100_000;

  @ParameterizedTest
  @EnumSource(
      value = Partition.Kind.class,
      names = {"OBJECT"},
      mode = EnumSource.Mode.EXCLUDE)
  void footprintIsWhatTheHeapHolds(Partition.Kind kind) {
    Partition sets = kind.of(SIZE);
    for (int i = 1; i < SIZE / 2; i++) {
      sets.union(i, i - 1);
    }

    long measured = GraphLayout.parseInstance(sets.structure()).totalSize();

    assertThat(sets.footprintBytes()).isCloseTo(measured, Percentage.withPercentage(1));
  }

  @Test
  void ofObjectsTheFootprintLeavesOutTheElements() {
    for (int size : new int[] {1_000, 10_000}) {
      ObjectDisjointSet<Long> sets = new ObjectDisjointSet<>();
      for (long i = 0; i < size; i++) {
        sets.add(1_000_000 + i);
      }

      long measured = GraphLayout.parseInstance(sets).totalSize() - 24L * size;

      assertThat(sets.footprintBytes()).isCloseTo(measured, Percentage.withPercentage(1));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Partition.Kind.class,
      names = {"OBJECT", "ROLLBACK"},
      mode = EnumSource.Mode.EXCLUDE)
  void operationsAllocateNothing(Partition.Kind kind) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Partition sets = kind.of(SIZE);
    allocatedBy(threads, sets, 1000);

    assertThat(allocatedBy(threads, sets, SIZE)).isLessThan(1024);
    assertThat(sets.count()).isLessThan(SIZE);
  }

  @Test
  void undoAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    RollbackDisjointSet sets = new RollbackDisjointSet(1000);
    mergeAndUndo(sets, 2);
    long before = threads.getCurrentThreadAllocatedBytes();

    mergeAndUndo(sets, 200);

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1024);
  }

  private static void mergeAndUndo(RollbackDisjointSet sets, int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (int i = 1; i < 1000; i++) {
        sets.union(i - 1, i);
      }
      sets.rollbackTo(0);
    }
  }

  private static long allocatedBy(ThreadMXBean threads, Partition sets, int unions) {
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
