package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeapVerifyTest {
  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void namesTheChildThatIsLessThanItsParent(int arity) throws ReflectiveOperationException {
    LongDaryHeap heap = LongDaryHeap.of(arity, HeapCases.inputs(100).get(1));
    long[] array = arrayOf(heap);
    int last = array.length - 1;
    while (array[last] == Long.MAX_VALUE) {
      last--;
    }

    array[last] = -5;

    assertThat(heap.verify()).hasValueSatisfying(problem -> assertThat(problem).contains("-5"));
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void namesTheFreeSlotThatIsNotPadded(int arity) throws ReflectiveOperationException {
    LongDaryHeap heap = LongDaryHeap.withArity(arity, 40);
    heap.add(1);
    long[] array = arrayOf(heap);

    array[array.length - 1] = 7;

    assertThat(heap.verify())
        .contains("free slot %d holds 7, not the padding".formatted(array.length - 1));
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void namesTheNodeThatTakesAnotherForItsSmallestChild(int arity)
      throws ReflectiveOperationException {
    LongDaryHeap heap = LongDaryHeap.of(arity, HeapCases.inputs(100).get(1));
    var field = LongDaryHeap.class.getDeclaredField("winners");
    field.setAccessible(true);

    ((byte[]) field.get(heap))[1] = (byte) (arity - 1);

    assertThat(heap.verify())
        .hasValueSatisfying(p -> assertThat(p).startsWith("node 1 takes slot"));
  }

  @Test
  void namesTheElementThatChangedWhileHeld() {
    DaryHeap<AtomicInteger> heap = DaryHeap.withArity(2, Comparator.comparing(AtomicInteger::get));
    var changing = new AtomicInteger(3);
    heap.addAll(List.of(new AtomicInteger(1), new AtomicInteger(2), changing));

    changing.set(0);

    assertThat(heap.verify()).contains("slot 2 holds 0, less than 1 in its parent slot 0");
  }

  private static long[] arrayOf(LongDaryHeap heap) throws ReflectiveOperationException {
    var field = LongDaryHeap.class.getDeclaredField("array");
    field.setAccessible(true);
    return (long[]) field.get(heap);
  }
}
