package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LongDaryHeapModelTest {
  private static final int STEPS = 3_000;

  static Stream<Arguments> everyHeapAndSeed() {
    return HeapCases.ARITIES.stream()
        .flatMap(
            arity ->
                LongStream.of(1, 7, 42, 1_000_003).mapToObj(seed -> Arguments.of(arity, seed)));
  }

  @ParameterizedTest
  @MethodSource("everyHeapAndSeed")
  void behavesLikePriorityQueueOverRandomOperations(int arity, long seed) {
    var heap = LongDaryHeap.withArity(arity);
    var model = new PriorityQueue<Long>();
    var random = new SplittableRandom(seed);

    for (int step = 0; step < STEPS; step++) {
      String where = "arity %d, seed %d, step %d".formatted(arity, seed, step);

      actOnBoth(heap, model, random, where);

      assertThat(heap.size()).as(where).isEqualTo(model.size());
      assertThat(heap.isEmpty()).as(where).isEqualTo(model.isEmpty());
      assertThat(heap.verify()).as(where).isEmpty();
    }
    assertSameRemainder(heap, model, seed);
  }

  private static void actOnBoth(
      LongDaryHeap heap, PriorityQueue<Long> model, SplittableRandom random, String where) {
    long value = random.nextInt(8) == 0 ? random.nextLong() : random.nextInt(100);
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> {
        heap.add(value);
        model.add(value);
      }
      case 3 -> assertThat(heap.offer(value)).as(where).isEqualTo(model.offer(value));
      case 4 -> {
        model.add(value);
        assertThat(heap.pushPop(value)).as(where).isEqualTo(model.remove());
      }
      case 5 -> addManyToBoth(heap, model, random);
      case 6 -> drainBoth(heap, model, random.nextInt(20), where);
      case 7 -> {
        if (random.nextInt(20) == 0) {
          heap.clear();
          model.clear();
        }
      }
      case 8 -> {
        if (!model.isEmpty()) {
          assertThat(heap.replaceTop(value)).as(where).isEqualTo(model.remove());
          model.add(value);
        }
      }
      default -> {
        if (!model.isEmpty()) {
          assertThat(heap.peek()).as(where).isEqualTo(model.element());
          assertThat(heap.poll()).as(where).isEqualTo(model.remove());
        }
      }
    }
  }

  private static void addManyToBoth(
      LongDaryHeap heap, PriorityQueue<Long> model, SplittableRandom random) {
    long[] values = random.longs(random.nextInt(40), -50, 150).toArray();
    int from = random.nextInt(values.length + 1);
    heap.addAll(values, from, values.length);
    for (int i = from; i < values.length; i++) {
      model.add(values[i]);
    }
  }

  private static void drainBoth(
      LongDaryHeap heap, PriorityQueue<Long> model, int room, String where) {
    long[] target = new long[room];
    int taken = heap.drainTo(target);
    assertThat(taken).as(where).isEqualTo(Math.min(room, model.size()));
    for (int i = 0; i < taken; i++) {
      assertThat(target[i]).as(where).isEqualTo(model.remove());
    }
  }

  private static void assertSameRemainder(LongDaryHeap heap, PriorityQueue<Long> model, long seed) {
    long[] sorted = model.stream().mapToLong(Long::longValue).sorted().toArray();
    long[] unordered = heap.toArray();
    Arrays.sort(unordered);
    long[] drained = new long[heap.size()];
    heap.drainTo(drained);
    assertThat(unordered).as("seed %d", seed).isEqualTo(sorted);
    assertThat(drained).as("seed %d", seed).isEqualTo(sorted);
    assertThat(heap.isEmpty()).isTrue();
  }
}
