package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexedDaryHeapEdgeTest {
  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void buildsAtEverySmallSizeAndKnowsEveryHandle(int arity) {
    for (int size = 0; size <= HeapCases.LARGEST_SMALL_SIZE; size++) {
      for (long[] keys : HeapCases.inputs(size)) {
        IndexedDaryHeap heap = IndexedDaryHeap.of(arity, keys);

        assertThat(heap.verify()).as("arity %d, size %d", arity, size).isEmpty();
        for (int handle = 0; handle < size; handle++) {
          assertThat(heap.keyOf(handle)).isEqualTo(keys[handle]);
        }
        assertThat(drainKeys(heap)).as("arity %d", arity).isEqualTo(sorted(keys));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void handlesStayValidWhenManyAreInsertedIntoHeapsOfEverySmallSize(int arity) {
    for (int before = 0; before <= HeapCases.LARGEST_SMALL_SIZE; before += 5) {
      for (int added = 0; added <= HeapCases.LARGEST_SMALL_SIZE; added += 11) {
        long[] keys = HeapCases.inputs(before + added).get(3);
        int[] handles = IntStream.range(0, keys.length).toArray();
        IndexedDaryHeap heap = IndexedDaryHeap.withArity(arity, keys.length);

        heap.insertAll(handles, keys, 0, before);
        heap.insertAll(handles, keys, before, before + added);

        assertThat(heap.verify()).as("arity %d, %d + %d", arity, before, added).isEmpty();
        Arrays.stream(handles).forEach(h -> assertThat(heap.keyOf(h)).isEqualTo(keys[h]));
        assertThat(drainKeys(heap)).isEqualTo(sorted(keys));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void removesEachHandleOfEverySmallHeap(int arity) {
    for (int size = 1; size <= 60; size++) {
      long[] keys = HeapCases.inputs(size).get(3);
      for (int handle = 0; handle < size; handle++) {
        IndexedDaryHeap heap = IndexedDaryHeap.of(arity, keys);

        long removed = heap.remove(handle);

        assertThat(removed).isEqualTo(keys[handle]);
        assertThat(heap.contains(handle)).isFalse();
        assertThat(heap.verify()).as("arity %d, %d of %d", arity, handle, size).isEmpty();
      }
    }
  }

  @Test
  void removesFromTheMiddleWhatMakesTheLastElementRise() {
    IndexedDaryHeap heap = IndexedDaryHeap.of(2, 1, 10, 2, 11, 12, 3, 4);

    heap.remove(3);

    assertThat(heap.verify()).isEmpty();
    assertThat(heap.toArray()[1]).as("handle in slot 1, risen from the last").isEqualTo(6);
    assertThat(drainKeys(heap)).containsExactly(1, 2, 3, 4, 10, 12);
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void changesEachKeyOfASmallHeapToEveryPlace(int arity) {
    long[] keys = HeapCases.inputs(40).get(1);
    for (int handle = 0; handle < keys.length; handle++) {
      for (long key = -1; key <= keys.length; key++) {
        IndexedDaryHeap heap = IndexedDaryHeap.of(arity, keys);

        heap.changeKey(handle, key);

        assertThat(heap.keyOf(handle)).isEqualTo(key);
        assertThat(heap.verify()).as("arity %d, handle %d to %d", arity, handle, key).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void tellsStoredExtremesFromFreeSlots(int arity) {
    IndexedDaryHeap heap = IndexedDaryHeap.withArity(arity, 50);
    for (int handle = 0; handle < 50; handle++) {
      heap.insert(handle, handle % 7 == 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
      assertThat(heap.verify()).as("size %d", handle + 1).isEmpty();
    }
    heap.increaseKey(7, Long.MAX_VALUE);
    heap.decreaseKey(8, Long.MIN_VALUE);

    assertThat(heap.verify()).isEmpty();
    long[] drained = drainKeys(heap);
    assertThat(drained).hasSize(50).isSorted();
    assertThat(Arrays.stream(drained).filter(key -> key == Long.MIN_VALUE)).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void keepsItsInvariantsWhileHeldBeyondTheFirstCache(int arity) {
    int size = 10_000;
    var random = new SplittableRandom(arity);
    IndexedDaryHeap heap = IndexedDaryHeap.of(arity, random.longs(size, 0, size).toArray());

    long latest = Long.MIN_VALUE;
    for (int step = 0; step < size; step++) {
      long least = heap.peekKey();
      int handle = heap.pollHandle();
      assertThat(least).isGreaterThanOrEqualTo(latest);
      heap.insert(handle, least + random.nextLong(size));
      int other = random.nextInt(size);
      heap.increaseKey(other, heap.keyOf(other) + random.nextLong(10));
      latest = least;
    }

    assertThat(heap.verify()).as("arity %d", arity).isEmpty();
  }

  @Test
  void refusesHandlesThatDoNotExistAndSaysWhichDo() {
    IndexedDaryHeap heap = new IndexedDaryHeap(3);

    for (int handle : new int[] {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> heap.insert(handle, 1))
          .withMessageContaining("from 0 to 2, was " + handle);
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> heap.contains(handle));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> heap.insertOrDecrease(handle, 1));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> heap.changeKey(handle, 1));
    }
    assertThat(heap.verify()).isEmpty();
  }

  @Test
  void refusesHandlesThatAreInTheHeapOrAreNot() {
    IndexedDaryHeap heap = new IndexedDaryHeap(3);
    heap.insert(1, 5);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> heap.insert(1, 4))
        .withMessageContaining("handle 1 is in the heap already");
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> heap.keyOf(2))
        .withMessageContaining("handle 2 is not in the heap");
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> heap.remove(2));
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> heap.decreaseKey(0, 1));
    assertThat(heap.keyOf(1)).isEqualTo(5);
  }

  @Test
  void refusesKeysThatGoTheWrongWay() {
    IndexedDaryHeap heap = IndexedDaryHeap.of(4, 5, 6);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> heap.decreaseKey(0, 7))
        .withMessage("the key of handle 0 is 5 and cannot be decreased to 7; use changeKey");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> heap.increaseKey(1, 5))
        .withMessage("the key of handle 1 is 6 and cannot be increased to 5; use changeKey");
    heap.decreaseKey(0, 5);
    heap.increaseKey(1, 6);
    assertThat(drainKeys(heap)).containsExactly(5, 6);
  }

  @Test
  void bulkInsertionThatIsRefusedChangesNothing() {
    IndexedDaryHeap heap = new IndexedDaryHeap(6);
    heap.insert(5, 50);
    long[] keys = {1, 2, 3, 4};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> heap.insertAll(new int[] {0, 1, 5, 2}, keys, 0, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> heap.insertAll(new int[] {0, 1, 2, 0}, keys, 0, 4));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> heap.insertAll(new int[] {0, 1, 6}, keys, 0, 3));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> heap.insertAll(new int[] {0, 1}, keys, 0, 3));

    assertThat(heap.verify()).isEmpty();
    assertThat(heap.toArray()).containsExactly(5);
    heap.insertAll(new int[] {0, 1, 2, 3}, keys, 1, 3);
    assertThat(heap.topK(9)).containsExactly(1, 2, 5);
  }

  @Test
  void moreHandlesThanThereAreAreRefusedByName() {
    IndexedDaryHeap heap = IndexedDaryHeap.withArity(4, 3);
    heap.insert(0, 7);
    heap.insert(1, 5);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> heap.insertAll(new int[] {2, 1}, new long[] {1, 2}, 0, 2))
        .withMessageContaining("handle 1");

    assertThat(heap.verify()).isEmpty();
    assertThat(heap.contains(2)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void replacesTheTopOfEverySmallHeapByItselfAndByAnother(int arity) {
    for (int size = 1; size <= 60; size++) {
      long[] keys = HeapCases.inputs(size).get(1);
      for (long key : new long[] {Long.MIN_VALUE, size / 2, Long.MAX_VALUE}) {
        IndexedDaryHeap heap = IndexedDaryHeap.withArity(arity, size + 1);
        heap.insertAll(IntStream.range(0, size).toArray(), keys, 0, size);

        assertThat(heap.replaceTop(0, key)).isZero();
        assertThat(heap.keyOf(0)).isEqualTo(key);
        assertThat(heap.verify()).as("arity %d, size %d", arity, size).isEmpty();

        int top = heap.peekHandle();
        assertThat(heap.replaceTop(size, key)).isEqualTo(top);
        assertThat(heap.contains(top)).isFalse();
        assertThat(heap.keyOf(size)).isEqualTo(key);
        assertThat(heap.size()).isEqualTo(size);
        assertThat(heap.verify()).as("arity %d, size %d", arity, size).isEmpty();
      }
    }
  }

  @Test
  void whatReplaceTopAndPushPopRefuseChangesNothing() {
    IndexedDaryHeap heap = new IndexedDaryHeap(4);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> heap.replaceTop(0, 1))
        .withMessageContaining("isEmpty()");
    assertThat(heap.pushPop(2, 9)).as("of an empty heap").isEqualTo(2);
    heap.insertAll(new int[] {0, 1}, new long[] {10, 20}, 0, 2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> heap.replaceTop(1, 5))
        .withMessageContaining("handle 1 is in the heap already");
    assertThatIllegalArgumentException().isThrownBy(() -> heap.pushPop(0, 5));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> heap.pushPop(4, 5));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> heap.replaceTop(-1, 5));
    assertThat(heap.pushPop(2, 10)).as("on a tie").isEqualTo(2);

    assertThat(heap.verify()).isEmpty();
    assertThat(heap.topK(4)).containsExactly(0, 1);
  }

  @Test
  void mergesAllHandlesOrNone() {
    IndexedDaryHeap heap = IndexedDaryHeap.withArity(4, 10);
    IndexedDaryHeap other = IndexedDaryHeap.withArity(8, 20);
    heap.insertAll(new int[] {1, 2, 3}, new long[] {10, 20, 30}, 0, 3);
    other.insertAll(new int[] {4, 5, 3}, new long[] {15, 25, 5}, 0, 3);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> heap.merge(other))
        .withMessageContaining("handle 3");
    other.remove(3);
    other.insert(15, 1);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> heap.merge(other))
        .withMessageContaining("was 15");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> heap.merge(heap))
        .withMessageContaining("itself");
    assertThat(heap.topK(10)).containsExactly(1, 2, 3);
    assertThat(other.topK(10)).containsExactly(15, 4, 5);
    other.remove(15);

    heap.merge(other);

    assertThat(heap.verify()).isEmpty();
    assertThat(heap.topK(10)).containsExactly(1, 4, 2, 5, 3);
    assertThat(other.isEmpty()).isTrue();
    assertThat(other.contains(4)).isFalse();
    assertThat(other.verify()).isEmpty();
  }

  @Test
  void sortedIteratorEndsAndNoticesChanges() {
    IndexedDaryHeap heap = IndexedDaryHeap.of(2, 30, 10, 20);
    PrimitiveIterator.OfInt iterator = heap.sortedIterator();
    assertThat(iterator.nextInt()).isEqualTo(1);
    heap.decreaseKey(2, 5);
    assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(iterator::nextInt);

    PrimitiveIterator.OfInt cleared = heap.sortedIterator();
    heap.clear();
    assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(cleared::nextInt);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(heap.sortedIterator()::nextInt)
        .withMessageContaining("hasNext()");
  }

  @Test
  void emptyHeapRefusesToGive() {
    IndexedDaryHeap heap = new IndexedDaryHeap(0);

    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(heap::peekKey)
        .withMessageContaining("isEmpty()");
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(heap::peekHandle);
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(heap::pollHandle);
    assertThat(heap.topK(3)).isEmpty();
    assertThat(heap.toArray()).isEmpty();
    assertThat(heap.drainTo(new int[3], 0, 3)).isZero();
    assertThat(heap.verify()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE})
  void refusesANegativeNumberOfHandles(int handles) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IndexedDaryHeap(handles))
        .withMessageContaining("was " + handles);
  }

  @Test
  void drainsInOrderAndReportsHowMany() {
    IndexedDaryHeap heap = IndexedDaryHeap.of(8, 30, 10, 20);
    int[] target = {-1, -1, -1};

    int taken = heap.drainTo(target, 1, 3);

    assertThat(taken).isEqualTo(2);
    assertThat(target).containsExactly(-1, 1, 2);
    assertThat(heap.toArray()).containsExactly(0);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> heap.drainTo(target, 2, 4));
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void copyIsIndependent(int arity) {
    IndexedDaryHeap heap = IndexedDaryHeap.of(arity, HeapCases.inputs(50).get(2));

    IndexedDaryHeap copy = IndexedDaryHeap.copyOf(heap);
    heap.pollHandle();
    copy.decreaseKey(0, -7);

    assertThat(copy.arity()).isEqualTo(arity);
    assertThat(copy.verify()).isEmpty();
    assertThat(copy.size()).isEqualTo(50);
    assertThat(copy.peekHandle()).isZero();
    assertThat(heap.peekKey()).isEqualTo(2);
    assertThat(heap.keyOf(0)).isEqualTo(50);
  }

  @Test
  void clearedHeapStartsAfresh() {
    IndexedDaryHeap heap = IndexedDaryHeap.of(16, 1, 2, 3);

    heap.clear();

    assertThat(heap.isEmpty()).isTrue();
    assertThat(heap.contains(1)).isFalse();
    assertThat(heap.verify()).isEmpty();
    heap.insert(1, 9);
    assertThat(heap.peekHandle()).isEqualTo(1);
  }

  @Test
  void describesItselfWithoutItsKeys() {
    IndexedDaryHeap heap = new IndexedDaryHeap(7);
    heap.insert(3, 1);

    assertThat(heap).hasToString("IndexedDaryHeap[arity=8, handles=7, size=1]");
    assertThat(heap.handles()).isEqualTo(7);
  }

  private static long[] drainKeys(IndexedDaryHeap heap) {
    long[] keys = new long[heap.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = heap.peekKey();
      heap.pollHandle();
    }
    assertThat(heap.isEmpty()).isTrue();
    return keys;
  }

  private static long[] sorted(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
