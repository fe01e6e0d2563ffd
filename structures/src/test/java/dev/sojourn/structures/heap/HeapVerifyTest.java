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

    field(heap, "winners", byte[].class)[1] = (byte) (arity - 1);

    assertThat(heap.verify())
        .hasValueSatisfying(p -> assertThat(p).startsWith("node 1 takes slot"));
  }

  /** Its value is that of its siblings, and still no element. */
  @Test
  void namesTheNodeThatTakesAFreeSlotForItsSmallestChild() throws ReflectiveOperationException {
    LongDaryHeap heap = LongDaryHeap.of(4, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    IndexedDaryHeap indexed = IndexedDaryHeap.of(4, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(heap.verify()).isEmpty();

    field(heap, "winners", byte[].class)[0] = 2;
    field(indexed, "slots", IndexedSlots.class).winners[0] = 2;

    assertThat(heap.verify())
        .hasValueSatisfying(p -> assertThat(p).startsWith("node 0 takes slot"));
    assertThat(indexed.verify())
        .hasValueSatisfying(p -> assertThat(p).startsWith("node 0 takes slot"));
  }

  @Test
  void namesTheSlotOfObjectsThatIsEmptyOrShouldBe() {
    DaryHeap<Integer> heap = new DaryHeap<>(5);
    heap.addAll(List.of(1, 2, 3));

    heap.slots[3] = 9;
    assertThat(heap.verify()).contains("free slot 3 holds 9, not null");
    heap.slots[3] = null;
    assertThat(heap.verify()).isEmpty();
    heap.slots[2] = null;
    assertThat(heap.verify()).contains("slot 2 of 3 in use holds null");
  }

  @Test
  void namesWhatIsWrongWithHandles() throws ReflectiveOperationException {
    IndexedDaryHeap heap = IndexedDaryHeap.of(4, HeapCases.inputs(50).get(1));
    IndexedSlots slots = field(heap, "slots", IndexedSlots.class);

    slots.keys[slots.end - 1] = -5;
    assertThat(heap.verify())
        .hasValueSatisfying(p -> assertThat(p).contains("holds key -5, less than"));
    slots.keys[slots.end - 1] = 49;
    slots.winners[1] = 3;
    assertThat(heap.verify())
        .hasValueSatisfying(p -> assertThat(p).startsWith("node 1 takes slot"));
    slots.winners[1] = 0;
    slots.positions[3]++;
    assertThat(heap.verify())
        .hasValueSatisfying(p -> assertThat(p).startsWith("handle 3 has position"));
    slots.positions[3] = IndexedSlots.ABSENT;
    assertThat(heap.verify()).contains("49 handles have a position, but 50 slots are in use");
    slots.positions[3] = IndexedSlots.ROOT + 3;
    assertThat(heap.verify()).isEmpty();
    heap.remove(0);
    slots.keys[slots.end] = 7;
    assertThat(heap.verify())
        .hasValueSatisfying(p -> assertThat(p).startsWith("free slot").contains("holds key 7"));
  }

  @Test
  void namesTheBucketThatIsMarkedWrongly() throws ReflectiveOperationException {
    RadixHeap heap = new RadixHeap();
    heap.add(Long.MIN_VALUE + 3, 1);
    heap.add(Long.MIN_VALUE + 20, 1);
    int[] digits = field(heap, "digitsOf", int[].class);

    digits[0] = 0;
    assertThat(heap.verify()).contains("bucket 3 holds 1 elements, but is marked as empty");
    digits[0] = 1 << 3 | 1 << 5;
    assertThat(heap.verify()).contains("bucket 5 holds 0 elements, but is marked as in use");
    digits[0] = 1 << 3;
    assertThat(heap.verify()).isEmpty();
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
    return field(heap, "array", long[].class);
  }

  private static <T> T field(Object heap, String name, Class<T> type)
      throws ReflectiveOperationException {
    var field = heap.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return type.cast(field.get(heap));
  }
}
