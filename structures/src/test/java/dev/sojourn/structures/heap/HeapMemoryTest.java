package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.GraphLayout;

class HeapMemoryTest {
  private static final int SIZE = 10_000;
  private static final int OPERATIONS = 20_000;

  /** What asking for the counter may itself allocate, far below one byte an operation. */
  private static final long SLACK_BYTES = 1_000;

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void holdingAllocatesNothing(int arity) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    LongDaryHeap heap = LongDaryHeap.of(arity, new SplittableRandom(3).longs(SIZE).toArray());
    long checksum = hold(heap);
    threads.getCurrentThreadAllocatedBytes();

    long before = threads.getCurrentThreadAllocatedBytes();
    checksum += hold(heap);
    long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(allocatedBytes).as("checksum %d", checksum).isLessThan(SLACK_BYTES);
  }

  private static long hold(LongDaryHeap heap) {
    long checksum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      long least = heap.poll();
      heap.add(least + (HeapCases.scramble(i) >>> 20));
      checksum += heap.replaceTop(heap.pushPop(least) + i);
    }
    return checksum;
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void footprintOfLongsIsWhatTheMachineMeasures(int arity) {
    LongDaryHeap heap = LongDaryHeap.withArity(arity);
    new SplittableRandom(5).longs(SIZE).forEach(heap::add);

    long measuredBytes = GraphLayout.parseInstance(heap).totalSize();

    assertThat(heap.footprintBytes()).isCloseTo(measuredBytes, withinPercentage(1));
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void footprintOfObjectsIsWhatTheMachineMeasures(int arity) {
    DaryHeap<Integer> heap = DaryHeap.withArity(arity);
    for (int i = 0; i < SIZE; i++) {
      heap.add(i);
    }

    long elementBytes = SIZE * ClassLayout.parseClass(Integer.class).instanceSize();
    long measuredBytes = GraphLayout.parseInstance(heap).totalSize() - elementBytes;

    assertThat(heap.footprintBytes()).isCloseTo(measuredBytes, withinPercentage(1));
  }
}
