package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongDaryHeapEdgeTest {
  private static final int BEYOND_THE_FIRST_CACHE = 10_000;

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void buildsAtEverySmallSize(int arity) {
    for (int size = 0; size <= HeapCases.LARGEST_SMALL_SIZE; size++) {
      for (long[] values : HeapCases.inputs(size)) {
        LongDaryHeap heap = LongDaryHeap.of(arity, values);

        assertThat(heap.verify()).as("arity %d, size %d", arity, size).isEmpty();
        assertThat(drain(heap)).as("arity %d", arity).isEqualTo(sorted(values));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void addsManyToHeapsOfEverySmallSize(int arity) {
    for (int before = 0; before <= HeapCases.LARGEST_SMALL_SIZE; before += 3) {
      for (int added = 0; added <= HeapCases.LARGEST_SMALL_SIZE; added += 7) {
        long[] values = HeapCases.inputs(before + added).get(3);
        LongDaryHeap heap = LongDaryHeap.of(arity, Arrays.copyOf(values, before));

        heap.addAll(values, before, before + added);

        assertThat(heap.verify()).as("arity %d, %d + %d", arity, before, added).isEmpty();
        assertThat(drain(heap)).isEqualTo(sorted(values));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void drainsHeapsWhoseLastLevelIsJustFullOrJustBegun(int arity) {
    for (int full = 1 + arity; full < 5_000; full = full * arity + 1) {
      for (int size = full - 1; size <= full + 1; size++) {
        long[] values = new SplittableRandom(size).longs(size).toArray();
        LongDaryHeap heap = LongDaryHeap.of(arity, values);

        assertThat(heap.verify()).as("arity %d, size %d", arity, size).isEmpty();
        assertThat(drain(heap)).as("arity %d", arity).isEqualTo(sorted(values));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void aStoredMaximumIsNeverTakenForAFreeSlot(int arity) {
    LongDaryHeap heap = LongDaryHeap.withArity(arity, 100);
    for (int size = 1; size <= 40; size++) {
      heap.add(Long.MAX_VALUE);
      assertThat(heap.verify()).as("size %d", size).isEmpty();
      assertThat(heap.replaceTop(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
      assertThat(heap.verify()).as("size %d", size).isEmpty();
    }
    heap.add(3);

    assertThat(heap.poll()).isEqualTo(3);
    for (int left = 40; left > 0; left--) {
      assertThat(heap.size()).isEqualTo(left);
      assertThat(heap.poll()).isEqualTo(Long.MAX_VALUE);
      assertThat(heap.verify()).as("left %d", left).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void keepsItsInvariantsWhileHeldBeyondTheFirstCache(int arity) {
    int size = BEYOND_THE_FIRST_CACHE;
    LongDaryHeap heap = LongDaryHeap.withArity(arity);
    var random = new SplittableRandom(arity);
    random.longs(size, 0, size).forEach(heap::add);

    long latest = Long.MIN_VALUE;
    for (int step = 0; step < size; step++) {
      long least = heap.poll();
      assertThat(least).isGreaterThanOrEqualTo(latest);
      heap.add(least + random.nextLong(size));
      latest = least;
    }

    assertThat(heap.size()).isEqualTo(size);
    assertThat(heap.verify()).as("arity %d", arity).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void tellsStoredExtremesFromFreeSlots(int arity) {
    LongDaryHeap heap = LongDaryHeap.withArity(arity);
    for (int i = 0; i < 20; i++) {
      heap.add(Long.MAX_VALUE);
    }
    heap.add(Long.MIN_VALUE);

    assertThat(heap.poll()).isEqualTo(Long.MIN_VALUE);
    for (int left = 20; left > 0; left--) {
      assertThat(heap.size()).isEqualTo(left);
      assertThat(heap.poll()).isEqualTo(Long.MAX_VALUE);
      assertThat(heap.verify()).isEmpty();
    }
    assertThat(heap.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void complementedValuesComeOutLargestFirst(int arity) {
    LongDaryHeap heap = LongDaryHeap.withArity(arity);
    for (long value : new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE, -1, 5}) {
      heap.add(~value);
    }

    long[] drained = Arrays.stream(drain(heap)).map(x -> ~x).toArray();

    assertThat(drained).containsExactly(Long.MAX_VALUE, 5, 0, -1, Long.MIN_VALUE);
  }

  @Test
  void emptyHeapRefusesToGiveAndSaysHowToAsk() {
    LongDaryHeap heap = new LongDaryHeap();

    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(heap::peek)
        .withMessageContaining("isEmpty()");
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(heap::poll);
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> heap.replaceTop(1));
    assertThat(heap.pushPop(9)).isEqualTo(9);
    assertThat(heap.toArray()).isEmpty();
    assertThat(heap.drainTo(new long[3])).isZero();
    assertThat(heap.verify()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 15, 16, 17})
  void growsFromAnyCapacity(int capacity) {
    for (int arity : HeapCases.ARITIES) {
      LongDaryHeap heap = LongDaryHeap.withArity(arity, capacity);

      for (int i = 1_000; i > 0; i--) {
        heap.add(i);
      }

      assertThat(heap.verify()).isEmpty();
      assertThat(heap.size()).isEqualTo(1_000);
      assertThat(heap.peek()).isEqualTo(1);
    }
  }

  @Test
  void refusesANegativeCapacity() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LongDaryHeap(-1))
        .withMessageContaining("was -1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-4, 0, 1, 3, 5, 32, Integer.MAX_VALUE})
  void refusesAnArityItHasNoSiftFor(int arity) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LongDaryHeap.withArity(arity))
        .withMessage("arity must be 2, 4, 8 or 16, was " + arity + "; try 4");
  }

  @Test
  void refusesACapacityNoArrayCanHold() {
    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> new LongDaryHeap(Integer.MAX_VALUE))
        .withMessageContaining("2147483647");
  }

  @Test
  void growthStopsAtTheLimitAndNotAtAnOverflow() {
    assertThat(Growth.next(0, 1, 1_000)).isEqualTo(16);
    assertThat(Growth.next(100, 101, 1_000)).isEqualTo(166);
    assertThat(Growth.next(100, 700, 1_000)).isEqualTo(700);
    assertThat(Growth.next(2_000_000_000, 2_000_000_001L, Growth.LONGEST_ARRAY))
        .isEqualTo(Growth.LONGEST_ARRAY);
    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> Growth.next(1_000, 1_001, 1_000))
        .withMessageContaining("was asked for 1001");
  }

  @Test
  void rangesOutsideTheArrayChangeNothing() {
    LongDaryHeap heap = LongDaryHeap.of(4, 3, 1, 2);

    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> heap.addAll(new long[4], 2, 5));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> heap.drainTo(new long[4], -1, 2));

    assertThat(drain(heap)).containsExactly(1, 2, 3);
  }

  @Test
  void drainsIntoTheMiddleOfAnArray() {
    LongDaryHeap heap = LongDaryHeap.of(8, 5, 4, 3, 2, 1);
    long[] target = {-1, -1, -1, -1};

    int taken = heap.drainTo(target, 1, 3);

    assertThat(taken).isEqualTo(2);
    assertThat(target).containsExactly(-1, 1, 2, -1);
    assertThat(heap.size()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void copyIsIndependent(int arity) {
    LongDaryHeap heap = LongDaryHeap.of(arity, HeapCases.inputs(50).get(2));

    LongDaryHeap copy = LongDaryHeap.copyOf(heap);
    heap.poll();
    copy.add(-7);

    assertThat(copy.arity()).isEqualTo(arity);
    assertThat(copy.verify()).isEmpty();
    assertThat(copy.size()).isEqualTo(51);
    assertThat(heap.peek()).isEqualTo(2);
    assertThat(copy.peek()).isEqualTo(-7);
  }

  @Test
  void clearedHeapStartsAfresh() {
    LongDaryHeap heap = LongDaryHeap.of(16, 1, 2, 3);

    heap.clear();

    assertThat(heap.isEmpty()).isTrue();
    assertThat(heap.verify()).isEmpty();
    heap.add(9);
    assertThat(heap.peek()).isEqualTo(9);
  }

  @Test
  void describesItselfWithoutItsValues() {
    assertThat(LongDaryHeap.of(8, 1, 2)).hasToString("LongDaryHeap[arity=8, size=2]");
  }

  private static long[] drain(LongDaryHeap heap) {
    long[] drained = new long[heap.size()];
    assertThat(heap.drainTo(drained)).isEqualTo(drained.length);
    return drained;
  }

  private static long[] sorted(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
