package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapStatsTest {
  @ParameterizedTest
  @CsvSource({
    "2, 0, 0",
    "2, 1, 1",
    "2, 2, 2",
    "2, 3, 2",
    "2, 4, 3",
    "4, 5, 2",
    "4, 6, 3",
    "4, 21, 3",
    "4, 22, 4",
    "8, 9, 2",
    "8, 10, 3",
    "8, 73, 3",
    "16, 17, 2",
    "16, 18, 3",
    "16, 1000, 4"
  })
  void levelsAreCountedFromTheRoot(int arity, int size, int levels) {
    long[] values = LongStream.range(0, size).toArray();
    DaryHeap<Long> objects = DaryHeap.withArity(arity);
    LongStream.of(values).forEach(objects::add);

    LongDaryHeap.Stats longs = LongDaryHeap.of(arity, values).stats();
    IndexedDaryHeap.Stats indexed = IndexedDaryHeap.of(arity, values).stats();

    assertThat(longs).isEqualTo(new LongDaryHeap.Stats(size, longs.capacity(), arity, levels));
    assertThat(indexed)
        .isEqualTo(new IndexedDaryHeap.Stats(size, indexed.capacity(), arity, levels));
    assertThat(objects.stats())
        .isEqualTo(new DaryHeap.Stats(size, objects.stats().capacity(), arity, levels));
  }

  @ParameterizedTest
  @CsvSource({"2, 10", "4, 100", "8, 100", "16, 1000"})
  void asManyFitAsTheCapacitySays(int arity, int expected) {
    LongDaryHeap longs = LongDaryHeap.withArity(arity, expected);
    DaryHeap<Integer> objects = new DaryHeap<>(expected);
    IndexedDaryHeap indexed = IndexedDaryHeap.withArity(arity, 2 * expected);
    indexed.insert(0, 0);
    int capacity = longs.stats().capacity();
    int indexedCapacity = indexed.stats().capacity();
    long bytes = longs.footprintBytes();
    long objectBytes = objects.footprintBytes();
    long indexedBytes = indexed.footprintBytes();

    LongStream.range(0, capacity).forEach(longs::add);
    for (int i = 0; i < objects.stats().capacity(); i++) {
      objects.add(i);
    }
    for (int handle = 1; handle < indexedCapacity; handle++) {
      indexed.insert(handle, handle);
    }

    assertThat(capacity).isGreaterThanOrEqualTo(expected);
    assertThat(longs.footprintBytes()).isEqualTo(bytes);
    assertThat(objects.stats().size()).isEqualTo(objects.stats().capacity());
    assertThat(objects.footprintBytes()).isEqualTo(objectBytes);
    assertThat(indexed.footprintBytes()).isEqualTo(indexedBytes);
    longs.add(capacity);
    assertThat(longs.stats().capacity()).isGreaterThan(capacity);
  }

  /** Two thirds of the room are filled one by one or none is, and what is left at once. */
  @ParameterizedTest
  @CsvSource({"2, 10", "4, 100", "8, 100", "16, 1000"})
  void whatFillsTheRoomAtOnceNeedsNoMore(int arity, int expected) {
    for (int share : new int[] {0, 2}) {
      LongDaryHeap longs = LongDaryHeap.withArity(arity, expected);
      IndexedDaryHeap indexed = IndexedDaryHeap.withArity(arity, 4 * expected);
      DaryHeap<Long> objects = new DaryHeap<>(expected);
      indexed.insert(4 * expected - 1, -1);
      int room = longs.stats().capacity();
      int indexedRoom = indexed.stats().capacity();
      long[] values = LongStream.range(0, Math.max(room, indexedRoom)).toArray();
      int[] handles = IntStream.range(0, values.length).toArray();
      int before = share * expected / 3;

      LongStream.range(0, before).forEach(longs::add);
      longs.addAll(values, before, room);
      LongStream.range(0, before).forEach(objects::add);
      objects.addAll(LongStream.range(before, expected).boxed().toList());
      indexed.insertAll(handles, values, 0, indexedRoom - 1);

      assertThat(longs.stats().capacity()).isEqualTo(room);
      assertThat(longs.size()).isEqualTo(room);
      assertThat(objects.stats().capacity()).isEqualTo(expected);
      assertThat(objects).hasSize(expected);
      assertThat(indexed.stats().capacity()).isEqualTo(indexedRoom);
      assertThat(indexed.size()).isEqualTo(indexedRoom);
    }
  }

  @Test
  void objectsThatComeFirstGetTheRoomTheyNeedAndLaterOnesRoomToGrow() {
    DaryHeap<Integer> heap = new DaryHeap<>();

    heap.addAll(Collections.nCopies(40, 1));
    assertThat(heap.stats().capacity()).isEqualTo(40);

    heap.addAll(Collections.nCopies(10, 2));
    assertThat(heap.stats().capacity()).isGreaterThanOrEqualTo(60);
  }
}
