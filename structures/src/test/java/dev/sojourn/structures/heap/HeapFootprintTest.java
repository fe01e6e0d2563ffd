package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.GraphLayout;

/** The bytes that a heap says it occupies are those that the machine measures. */
class HeapFootprintTest {
  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_001, 10_000, 30_000})
  void footprintOfHandlesIsWhatTheMachineMeasures(int size) {
    for (int arity : HeapCases.ARITIES) {
      IndexedDaryHeap heap = IndexedDaryHeap.withArity(arity, 2 * size);
      IntStream.range(0, size).forEach(handle -> heap.insert(handle, -handle));

      assertThat(heap.footprintBytes())
          .as("%d-way", arity)
          .isCloseTo(GraphLayout.parseInstance(heap).totalSize(), withinPercentage(1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_000, 30_000})
  void footprintOfAMonotoneHeapIsWhatTheMachineMeasures(int size) {
    RadixHeap heap = new RadixHeap();
    new SplittableRandom(5).longs(size).forEach(key -> heap.add(key, key));

    assertThat(heap.footprintBytes())
        .isCloseTo(GraphLayout.parseInstance(heap).totalSize(), withinPercentage(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void footprintOfAStableHeapIsWhatTheMachineMeasures(int size) {
    StableDaryHeap<Integer> heap = new StableDaryHeap<>();
    IntStream.range(0, size).forEach(heap::add);

    long elementBytes = size * ClassLayout.parseClass(Integer.class).instanceSize();
    long measuredBytes = GraphLayout.parseInstance(heap).totalSize() - elementBytes;

    assertThat(heap.footprintBytes()).isCloseTo(measuredBytes, withinPercentage(1));
  }

  /** From a thousand elements on the heap's own objects are a matter of one percent. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_001, 10_000, 30_000})
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
  @ValueSource(ints = {1_000, 1_001, 10_000, 30_000})
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
    var objects = new DaryHeap<Integer>();
    var longs = new LongDaryHeap();
    var indexed = new IndexedDaryHeap(0);
    var monotone = new RadixHeap();

    assertThat(objects.footprintBytes()).isEqualTo(measuredBytes(objects));
    assertThat(longs.footprintBytes()).isEqualTo(measuredBytes(longs));
    assertThat(indexed.footprintBytes()).isEqualTo(measuredBytes(indexed));
    assertThat(monotone.footprintBytes()).isEqualTo(measuredBytes(monotone));
  }

  private static long measuredBytes(Object heap) {
    return GraphLayout.parseInstance(heap).totalSize();
  }
}
