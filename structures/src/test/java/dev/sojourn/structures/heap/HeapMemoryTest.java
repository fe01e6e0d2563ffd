package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  /** From a thousand elements on the heap's own objects are a matter of one percent. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_001, 10_000, 300_000})
  void footprintOfLongsIsWhatTheMachineMeasures(int size) {
    for (int arity : HeapCases.ARITIES) {
      LongDaryHeap heap = LongDaryHeap.withArity(arity);
      new SplittableRandom(5).longs(size).forEach(heap::add);

      long measuredBytes = GraphLayout.parseInstance(heap).totalSize();

      assertThat(heap.footprintBytes())
          .as("%d-way", arity)
          .isCloseTo(measuredBytes, withinPercentage(1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_001, 10_000, 300_000})
  void footprintOfObjectsIsWhatTheMachineMeasures(int size) {
    for (int arity : HeapCases.ARITIES) {
      DaryHeap<Integer> heap = DaryHeap.withArity(arity);
      IntStream.range(0, size).forEach(heap::add);

      long elementBytes = size * ClassLayout.parseClass(Integer.class).instanceSize();
      long measuredBytes = GraphLayout.parseInstance(heap).totalSize() - elementBytes;

      assertThat(heap.footprintBytes())
          .as("%d-way", arity)
          .isCloseTo(measuredBytes, withinPercentage(1));
    }
  }

  @Test
  void footprintOfAnEmptyHeapCountsItsObjects() {
    assertThat(new DaryHeap<Integer>().footprintBytes())
        .isEqualTo(GraphLayout.parseInstance(new DaryHeap<Integer>()).totalSize());
    assertThat(new LongDaryHeap().footprintBytes())
        .isEqualTo(GraphLayout.parseInstance(new LongDaryHeap()).totalSize());
  }
}
