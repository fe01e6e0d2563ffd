package dev.sojourn.benchmarks.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainHeapTest {
  private static final int CAPACITY = 600;

  static Stream<Arguments> heaps() {
    return IntStream.of(2, 3, 4, 8)
        .boxed()
        .flatMap(arity -> Stream.of(Arguments.of(arity, true), Arguments.of(arity, false)));
  }

  @ParameterizedTest
  @MethodSource("heaps")
  void givesUpItsValuesInOrder(int arity, boolean aligned) {
    PlainHeap heap = heap(arity, aligned);
    PriorityQueue<Long> oracle = new PriorityQueue<>();
    SplittableRandom random = new SplittableRandom(arity);

    for (int i = 0; i < 20_000; i++) {
      boolean adding = oracle.isEmpty() || (oracle.size() < CAPACITY && random.nextInt(20) < 11);
      if (adding) {
        long value = random.nextLong(-50, 50);
        heap.add(value);
        oracle.add(value);
      } else {
        assertThat(heap.poll()).as("step %d", i).isEqualTo(oracle.remove());
      }
    }
    while (!oracle.isEmpty()) {
      assertThat(heap.poll()).isEqualTo(oracle.remove());
    }
  }

  @ParameterizedTest
  @MethodSource("heaps")
  void holdsExactlyItsCapacity(int arity, boolean aligned) {
    PlainHeap heap = heap(arity, aligned);

    IntStream.range(0, CAPACITY).forEach(i -> heap.add(CAPACITY - i));

    assertThatThrownBy(() -> heap.add(0)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    for (int i = 1; i <= CAPACITY; i++) {
      assertThat(heap.poll()).isEqualTo(i);
    }
  }

  @Test
  void otherNumbersOfChildrenAreRefused() {
    PlainHeap heap = PlainHeap.ofTextbook(5, 10);

    assertThatThrownBy(() -> heap.add(1)).hasMessage("no heap has 5 children to a node");
  }

  private static PlainHeap heap(int arity, boolean aligned) {
    return aligned ? PlainHeap.aligned(arity, CAPACITY) : PlainHeap.ofTextbook(arity, CAPACITY);
  }
}
