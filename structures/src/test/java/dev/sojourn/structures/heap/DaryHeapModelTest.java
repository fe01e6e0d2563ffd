package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DaryHeapModelTest {
  private static final int STEPS = 3_000;

  static Stream<Arguments> arityAndSeed() {
    return HeapCases.ARITIES.stream()
        .flatMap(arity -> Stream.of(2L, 11L, 65_537L).map(seed -> Arguments.of(arity, seed)));
  }

  @ParameterizedTest
  @MethodSource("arityAndSeed")
  void behavesLikePriorityQueueOverRandomOperations(int arity, long seed) {
    DaryHeap<Integer> heap = DaryHeap.withArity(arity, Comparator.reverseOrder());
    var model = new PriorityQueue<Integer>(Comparator.reverseOrder());
    var random = new SplittableRandom(seed);

    for (int step = 0; step < STEPS; step++) {
      String where = "arity %d, seed %d, step %d".formatted(arity, seed, step);

      actOnBoth(heap, model, random, where);

      assertThat(heap).as(where).hasSameSizeAs(model);
      assertThat(heap.peek()).as(where).isEqualTo(model.peek());
      assertThat(heap.verify()).as(where).isEmpty();
    }
    assertThat(heap).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(model);
    assertThat(drain(heap)).as("seed %d", seed).isEqualTo(drain(model));
  }

  private static void actOnBoth(
      DaryHeap<Integer> heap, PriorityQueue<Integer> model, SplittableRandom random, String where) {
    Integer value = random.nextInt(60);
    switch (random.nextInt(13)) {
      case 0, 1, 2, 3 -> assertThat(heap.offer(value)).isEqualTo(model.offer(value));
      case 4 -> {
        List<Integer> values = randomValues(random);
        assertThat(heap.addAll(values)).as(where).isEqualTo(model.addAll(values));
      }
      case 5 -> assertThat(heap.remove(value)).as(where).isEqualTo(model.remove(value));
      case 6 -> assertThat(heap.contains(value)).as(where).isEqualTo(model.contains(value));
      case 7 -> {
        model.add(value);
        assertThat(heap.pushPop(value)).as(where).isEqualTo(model.remove());
      }
      case 8 -> {
        if (!model.isEmpty()) {
          assertThat(heap.replaceTop(value)).as(where).isEqualTo(model.remove());
          model.add(value);
        }
      }
      case 9 -> {
        int divisor = 2 + random.nextInt(20);
        model.removeIf(element -> element % divisor == 0);
        assertVisitsAllWhileRemoving(heap, divisor, where);
      }
      default -> assertThat(heap.poll()).as(where).isEqualTo(model.poll());
    }
  }

  private static void assertVisitsAllWhileRemoving(
      DaryHeap<Integer> heap, int divisor, String where) {
    List<Integer> expected = new ArrayList<>(heap);
    List<Integer> visited = new ArrayList<>();
    Iterator<Integer> walk = heap.iterator();
    while (walk.hasNext()) {
      Integer element = walk.next();
      visited.add(element);
      if (element % divisor == 0) {
        walk.remove();
      }
    }
    assertThat(visited).as(where).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<Integer> randomValues(SplittableRandom random) {
    return random.ints(random.nextInt(40), 0, 60).boxed().toList();
  }

  @Test
  void buildsAtEverySmallSize() {
    for (int arity : HeapCases.ARITIES) {
      for (int size = 0; size <= HeapCases.LARGEST_SMALL_SIZE; size++) {
        for (long[] values : HeapCases.inputs(size)) {
          List<Long> elements = new ArrayList<>();
          for (long value : values) {
            elements.add(value);
          }
          DaryHeap<Long> heap = DaryHeap.withArity(arity);

          heap.addAll(elements);

          assertThat(heap.verify()).as("arity %d, size %d", arity, size).isEmpty();
          Collections.sort(elements);
          assertThat(drain(heap)).as("arity %d", arity).isEqualTo(elements);
        }
      }
    }
  }

  @Test
  void removesFromTheMiddleWhatMakesTheLastElementRise() {
    DaryHeap<Integer> heap = DaryHeap.withArity(2);
    heap.addAll(List.of(1, 10, 2, 11, 12, 3, 4));

    boolean removed = heap.remove(11);

    assertThat(removed).isTrue();
    assertThat(heap.verify()).isEmpty();
    assertThat(drain(heap)).containsExactly(1, 2, 3, 4, 10, 12);
  }

  @Test
  void constructorsTakeOverTheOrderOfOrderedCollections() {
    Comparator<Integer> falling = Comparator.reverseOrder();
    var set = new TreeSet<>(falling);
    set.addAll(List.of(1, 3, 2));

    assertThat(drain(new DaryHeap<>(set))).containsExactly(3, 2, 1);
    assertThat(drain(new DaryHeap<>(new PriorityQueue<>(set)))).containsExactly(3, 2, 1);
    assertThat(new DaryHeap<>(new DaryHeap<>(set)).comparator()).isSameAs(falling);
    assertThat(drain(new DaryHeap<>(List.of(3, 1, 2)))).containsExactly(1, 2, 3);
    assertThat(drain(new DaryHeap<>(set, null))).containsExactly(1, 2, 3);
    assertThat(drain(new DaryHeap<>(set, Comparator.naturalOrder()))).containsExactly(1, 2, 3);
  }

  @Test
  void objectsHaveFourChildrenAndLongsEightUnlessTold() {
    assertThat(new DaryHeap<String>().arity()).isEqualTo(4);
    assertThat(DaryHeap.<String>withArity(16).arity()).isEqualTo(16);
    assertThat(new LongDaryHeap(3).arity()).isEqualTo(8);
  }

  @Test
  void replacingInAnEmptyHeapSaysWhatToUseInstead() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> new DaryHeap<Integer>().replaceTop(1))
        .withMessageContaining("offer");
  }

  private static <E> List<E> drain(Queue<E> queue) {
    List<E> drained = new ArrayList<>();
    while (!queue.isEmpty()) {
      drained.add(queue.remove());
    }
    return drained;
  }
}
