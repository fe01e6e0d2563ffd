package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DaryHeapComparatorTest {
  private static final int SIZE = 100;

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void comparatorThatThrowsLeavesEveryElementInItsPlace(int arity) {
    assertUndone(arity, heap -> heap.offer(-1));
    assertUndone(arity, DaryHeap::poll);
    assertUndone(arity, heap -> heap.remove(3));
    assertUndone(arity, heap -> heap.remove(SIZE / 2));
    assertUndone(arity, heap -> heap.replaceTop(SIZE / 2));
    assertUndone(arity, heap -> heap.pushPop(SIZE / 2));
    assertUndone(arity, heap -> heap.addAll(ascending(SIZE / 2)));
    assertUndone(arity, DaryHeapComparatorTest::removeSecondByIterator);
  }

  /** Runs the act once for each comparison it needs, and has that comparison throw. */
  private static void assertUndone(int arity, Consumer<DaryHeap<Integer>> act) {
    int failures = 0;
    boolean failed = true;
    while (failed) {
      var order = new Fuse();
      DaryHeap<Integer> heap = DaryHeap.withArity(arity, order);
      heap.addAll(ascending(SIZE));
      Object[] before = heap.toArray();

      order.blowAfter(failures);
      failed = fails(heap, act);
      order.mend();

      assertThat(heap.verify()).as("arity %d, failure %d", arity, failures).isEmpty();
      if (failed) {
        assertThat(heap.toArray()).as("arity %d, failure %d", arity, failures).isEqualTo(before);
        failures++;
      }
    }
    assertThat(failures).as("comparisons that were made to throw").isPositive();
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void additionOfAFewKeepsWhatWasAddedBeforeTheException(int arity) {
    var order = new Fuse();
    DaryHeap<Integer> heap = DaryHeap.withArity(arity, order);
    heap.addAll(ascending(SIZE));

    order.blowAfter(2);
    boolean failed = fails(heap, queue -> queue.addAll(List.of(SIZE, SIZE, SIZE, SIZE)));
    order.mend();

    assertThat(failed).isTrue();
    assertThat(heap.verify()).isEmpty();
    assertThat(heap).hasSize(SIZE + 2).containsAll(ascending(SIZE));
  }

  private static void removeSecondByIterator(Queue<Integer> queue) {
    Iterator<Integer> walk = queue.iterator();
    walk.next();
    walk.next();
    walk.remove();
  }

  private static boolean fails(DaryHeap<Integer> heap, Consumer<DaryHeap<Integer>> act) {
    try {
      act.accept(heap);
      return false;
    } catch (FuseBlown expected) {
      return true;
    }
  }

  private static List<Integer> ascending(int size) {
    List<Integer> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(i);
    }
    return elements;
  }

  private static final class FuseBlown extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Natural order that throws after a number of comparisons. */
  private static final class Fuse implements Comparator<Integer> {
    private int left = Integer.MAX_VALUE;

    void blowAfter(int comparisons) {
      left = comparisons;
    }

    void mend() {
      left = Integer.MAX_VALUE;
    }

    @Override
    public int compare(Integer a, Integer b) {
      if (left-- == 0) {
        throw new FuseBlown();
      }
      return a.compareTo(b);
    }
  }
}
