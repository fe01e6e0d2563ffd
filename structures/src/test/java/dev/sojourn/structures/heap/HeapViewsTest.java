package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looking at heaps in order, copying and merging them. */
class HeapViewsTest {
  private static final int[] SIZES = {0, 1, 2, 3, 9, 10, 17, 18, 100, 200};

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void longsAreSeenInOrderAndStay(int arity) {
    for (int size : SIZES) {
      for (long[] values : HeapCases.inputs(size)) {
        LongDaryHeap heap = LongDaryHeap.of(arity, values);
        long[] before = heap.toArray();

        long[] seen = remaining(heap.sortedIterator());

        assertThat(seen).as("arity %d, size %d", arity, size).isEqualTo(sorted(values));
        assertThat(heap.topK(size + 3)).isEqualTo(seen);
        assertThat(heap.topK(size / 2)).isEqualTo(Arrays.copyOf(seen, size / 2));
        assertThat(heap.toArray()).isEqualTo(before);
        assertThat(heap.verify()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void objectsAreSeenInOrderAndStay(int arity) {
    for (int size : SIZES) {
      for (long[] values : HeapCases.inputs(size)) {
        DaryHeap<Long> heap = DaryHeap.withArity(arity);
        heap.addAll(boxed(values));
        Object[] before = heap.toArray();

        List<Long> seen = new ArrayList<>();
        heap.sortedIterator().forEachRemaining(seen::add);

        assertThat(seen).as("arity %d, size %d", arity, size).isEqualTo(boxed(sorted(values)));
        assertThat(heap.topK(size + 3)).isEqualTo(seen);
        assertThat(heap.topK(size / 2)).isEqualTo(seen.subList(0, size / 2));
        assertThat(heap.toArray()).isEqualTo(before);
      }
    }
  }

  /** The new value lies below what the iteration has reached, which its own heap would refuse. */
  @Test
  void anIterationInOrderNoticesThatTheHeapWasFilledAnew() {
    LongDaryHeap heap = LongDaryHeap.of(2, 1, 5, 9, 7, 8);
    PrimitiveIterator.OfLong disturbed = heap.sortedIterator();
    disturbed.nextLong();
    heap.clear();
    heap.addAll(new long[] {1, 2, 3, 3, 3}, 0, 5);

    assertThatExceptionOfType(ConcurrentModificationException.class)
        .isThrownBy(disturbed::nextLong);
  }

  @Test
  void iteratorsInOrderEndAndFailFast() {
    LongDaryHeap longs = LongDaryHeap.of(4, 1, 2, 3);
    PrimitiveIterator.OfLong ended = longs.sortedIterator();
    remaining(ended);
    PrimitiveIterator.OfLong disturbed = longs.sortedIterator();
    longs.poll();
    DaryHeap<Integer> objects = new DaryHeap<>(List.of(1, 2, 3));
    Iterator<Integer> walk = objects.sortedIterator();
    walk.next();
    objects.add(9);

    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(ended::nextLong);
    assertThatExceptionOfType(ConcurrentModificationException.class)
        .isThrownBy(disturbed::nextLong);
    assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(walk::next);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> new DaryHeap<Integer>().sortedIterator().next());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> objects.sortedIterator().remove());
  }

  @Test
  void negativeNumbersOfElementsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LongDaryHeap.of(2, 1).topK(-1))
        .withMessageContaining("was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DaryHeap<>(List.of(1)).topK(-2))
        .withMessageContaining("was -2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DaryHeap<>(List.of(1)).drainTo(new ArrayList<>(), -3));
    assertThatIllegalArgumentException().isThrownBy(() -> IndexedDaryHeap.of(2, 1).topK(-1));
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void mergedLongsAreAllInOneHeapWhicheverIsLarger(int arity) {
    for (int otherArity : new int[] {arity, 2}) {
      for (int size : SIZES) {
        for (int otherSize : SIZES) {
          long[] all = HeapCases.inputs(size + otherSize).get(3);
          LongDaryHeap heap = LongDaryHeap.of(arity, Arrays.copyOf(all, size));
          LongDaryHeap other =
              LongDaryHeap.of(otherArity, Arrays.copyOfRange(all, size, all.length));

          heap.merge(other);

          assertThat(other.isEmpty()).isTrue();
          assertThat(other.verify()).isEmpty();
          assertThat(heap.arity()).isEqualTo(arity);
          assertThat(heap.verify()).as("arity %d, %d + %d", arity, size, otherSize).isEmpty();
          assertThat(remaining(heap.sortedIterator())).isEqualTo(sorted(all));
        }
      }
    }
  }

  @Test
  void mergedObjectsTakeTheOrderOfTheHeapTheyGoTo() {
    DaryHeap<Integer> heap = DaryHeap.withArity(8, Comparator.reverseOrder());
    heap.addAll(List.of(1, 5, 3));
    DaryHeap<Integer> other = new DaryHeap<>(List.of(2, 4, 6));

    heap.merge(other);

    assertThat(other).isEmpty();
    assertThat(heap.verify()).isEmpty();
    assertThat(heap.topK(9)).containsExactly(6, 5, 4, 3, 2, 1);
  }

  @Test
  void heapsAreNotMergedWithThemselves() {
    LongDaryHeap longs = LongDaryHeap.of(4, 1);
    DaryHeap<Integer> objects = new DaryHeap<>(List.of(1));
    StableDaryHeap<Integer> stable = new StableDaryHeap<>();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> longs.merge(longs))
        .withMessageContaining("copy");
    assertThatIllegalArgumentException().isThrownBy(() -> objects.merge(objects));
    assertThatIllegalArgumentException().isThrownBy(() -> objects.drainTo(objects, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> stable.merge(stable));
    assertThatIllegalArgumentException().isThrownBy(() -> stable.drainTo(stable, 1));
    assertThat(longs.size()).isEqualTo(1);
  }

  @Test
  void drainsAsManyAsToldInOrder() {
    DaryHeap<Integer> heap = new DaryHeap<>(List.of(4, 1, 3, 2));
    List<Integer> taken = new ArrayList<>();

    assertThat(heap.drainTo(taken, 3)).isEqualTo(3);
    assertThat(heap.drainTo(taken, 3)).isEqualTo(1);

    assertThat(taken).containsExactly(1, 2, 3, 4);
    assertThat(heap).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void snapshotOfObjectsIsIndependent(int arity) {
    DaryHeap<Long> heap = DaryHeap.withArity(arity, Comparator.reverseOrder());
    heap.addAll(boxed(HeapCases.inputs(50).get(3)));

    DaryHeap<Long> copy = DaryHeap.copyOf(heap);
    List<Long> expected = heap.topK(50);
    heap.poll();

    assertThat(copy.arity()).isEqualTo(arity);
    assertThat(copy.verify()).isEmpty();
    List<Long> drained = new ArrayList<>();
    copy.drainTo(drained, 50);
    assertThat(drained).isEqualTo(expected);
    assertThat(heap).hasSize(49);
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.structures.heap.HeapCases#arities")
  void snapshotsOfLongsAndHandlesComeOutAsTheirHeapsDo(int arity) {
    for (int size : SIZES) {
      for (long[] values : HeapCases.inputs(size)) {
        LongDaryHeap longs = LongDaryHeap.copyOf(LongDaryHeap.of(arity, values));
        IndexedDaryHeap handles = IndexedDaryHeap.copyOf(IndexedDaryHeap.of(arity, values));

        assertThat(longs.verify()).as("arity %d, size %d", arity, size).isEmpty();
        assertThat(handles.verify()).as("arity %d, size %d", arity, size).isEmpty();
        for (long value : sorted(values)) {
          assertThat(longs.poll()).isEqualTo(value);
          assertThat(values[handles.pollHandle()]).isEqualTo(value);
        }
      }
    }
  }

  private static long[] remaining(PrimitiveIterator.OfLong values) {
    LongStream.Builder seen = LongStream.builder();
    values.forEachRemaining((long value) -> seen.add(value));
    return seen.build().toArray();
  }

  private static List<Long> boxed(long[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static long[] sorted(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
