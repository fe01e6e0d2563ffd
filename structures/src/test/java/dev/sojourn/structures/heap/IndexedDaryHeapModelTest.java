package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IndexedDaryHeapModelTest {
  private static final int STEPS = 3_000;
  private static final int HANDLES = 90;

  static Stream<Arguments> arityAndSeed() {
    return HeapCases.ARITIES.stream()
        .flatMap(arity -> Stream.of(3L, 17L, 1_000_003L).map(seed -> Arguments.of(arity, seed)));
  }

  @ParameterizedTest
  @MethodSource("arityAndSeed")
  void behavesLikePriorityQueueOverRandomOperations(int arity, long seed) {
    var heap = IndexedDaryHeap.withArity(arity, HANDLES);
    var model = new HandleModel();
    var random = new SplittableRandom(seed);

    for (int step = 0; step < STEPS; step++) {
      String where = "arity %d, seed %d, step %d".formatted(arity, seed, step);

      actOnBoth(heap, model, random, where);

      assertThat(heap.size()).as(where).isEqualTo(model.size());
      assertThat(heap.verify()).as(where).isEmpty();
    }
    assertSameContent(heap, model, "arity %d, seed %d".formatted(arity, seed));
    while (!model.isEmpty()) {
      pollBoth(heap, model, "arity %d, seed %d".formatted(arity, seed));
    }
    assertThat(heap.isEmpty()).isTrue();
  }

  private static void actOnBoth(
      IndexedDaryHeap heap, HandleModel model, SplittableRandom random, String where) {
    int handle = random.nextInt(HANDLES);
    long key = random.nextInt(8) == 0 ? random.nextLong() : random.nextInt(60);
    boolean present = model.contains(handle);
    assertThat(heap.contains(handle)).as(where).isEqualTo(present);
    switch (random.nextInt(16)) {
      case 0, 1 -> {
        boolean changed = !present || key < model.keyOf(handle);
        assertThat(heap.insertOrDecrease(handle, key)).as(where).isEqualTo(changed);
        if (changed) {
          model.put(handle, key);
        }
      }
      case 2 -> insertManyIntoBoth(heap, model, random);
      case 3 -> {
        if (random.nextInt(40) == 0) {
          heap.clear();
          model.clear();
        }
      }
      case 4, 5, 6 -> {
        if (!model.isEmpty()) {
          pollBoth(heap, model, where);
        }
      }
      case 7 -> {
        if (!present) {
          pushPopOnBoth(heap, model, handle, key, where);
        }
      }
      case 8 -> {
        if (!model.isEmpty() && (!present || handle == heap.peekHandle())) {
          replaceTopOfBoth(heap, model, handle, key, where);
        }
      }
      case 9 -> mergeIntoBoth(heap, model, random, where);
      case 10 -> {
        if (random.nextInt(20) == 0) {
          assertSameContent(heap, model, where);
        }
      }
      default -> {
        if (present) {
          actOnPresent(heap, model, handle, key, random, where);
        } else {
          heap.insert(handle, key);
          model.put(handle, key);
        }
      }
    }
  }

  private static void pushPopOnBoth(
      IndexedDaryHeap heap, HandleModel model, int handle, long key, String where) {
    model.put(handle, key);
    long least = model.leastKey();
    int popped = heap.pushPop(handle, key);
    assertThat(model.keyOf(popped)).as(where).isEqualTo(least);
    if (key == least) {
      assertThat(popped).as(where).isEqualTo(handle);
    }
    assertThat(heap.contains(popped)).as(where).isFalse();
    model.remove(popped);
  }

  private static void replaceTopOfBoth(
      IndexedDaryHeap heap, HandleModel model, int handle, long key, String where) {
    int top = heap.peekHandle();
    assertThat(heap.replaceTop(handle, key)).as(where).isEqualTo(top);
    assertThat(model.keyOf(top)).as(where).isEqualTo(model.leastKey());
    model.remove(top);
    model.put(handle, key);
    assertThat(heap.keyOf(handle)).as(where).isEqualTo(key);
  }

  private static void mergeIntoBoth(
      IndexedDaryHeap heap, HandleModel model, SplittableRandom random, String where) {
    int arity = HeapCases.ARITIES.get(random.nextInt(HeapCases.ARITIES.size()));
    var other = IndexedDaryHeap.withArity(arity, HANDLES);
    random
        .ints(random.nextInt(30), 0, HANDLES)
        .distinct()
        .filter(handle -> !model.contains(handle))
        .forEach(
            handle -> {
              long key = random.nextInt(60);
              other.insert(handle, key);
              model.put(handle, key);
            });
    heap.merge(other);
    assertThat(other.isEmpty()).as(where).isTrue();
    assertThat(other.verify()).as(where).isEmpty();
  }

  private static void actOnPresent(
      IndexedDaryHeap heap,
      HandleModel model,
      int handle,
      long key,
      SplittableRandom random,
      String where) {
    long before = model.keyOf(handle);
    assertThat(heap.keyOf(handle)).as(where).isEqualTo(before);
    switch (random.nextInt(3)) {
      case 0 -> {
        assertThat(heap.remove(handle)).as(where).isEqualTo(before);
        model.remove(handle);
      }
      case 1 -> {
        heap.changeKey(handle, key);
        model.put(handle, key);
      }
      default -> {
        if (key < before) {
          heap.decreaseKey(handle, key);
        } else {
          heap.increaseKey(handle, key);
        }
        model.put(handle, key);
      }
    }
  }

  private static void insertManyIntoBoth(
      IndexedDaryHeap heap, HandleModel model, SplittableRandom random) {
    int[] absent =
        random
            .ints(random.nextInt(50), 0, HANDLES)
            .distinct()
            .filter(handle -> !model.contains(handle))
            .toArray();
    long[] keys = random.longs(absent.length, -30, 90).toArray();
    int from = random.nextInt(absent.length + 1);
    heap.insertAll(absent, keys, from, absent.length);
    for (int i = from; i < absent.length; i++) {
      model.put(absent[i], keys[i]);
    }
  }

  private static void pollBoth(IndexedDaryHeap heap, HandleModel model, String where) {
    long least = model.leastKey();
    assertThat(heap.peekKey()).as(where).isEqualTo(least);
    int peeked = heap.peekHandle();
    int handle = heap.pollHandle();
    assertThat(handle).as(where).isEqualTo(peeked);
    assertThat(model.keyOf(handle)).as(where).isEqualTo(least);
    model.remove(handle);
  }

  private static void assertSameContent(IndexedDaryHeap heap, HandleModel model, String where) {
    int[] handles = heap.toArray();
    Arrays.sort(handles);
    assertThat(handles).as(where).isEqualTo(model.handles());
    int[] ascending = heap.topK(heap.size());
    assertThat(Arrays.stream(ascending).mapToLong(heap::keyOf).toArray())
        .as(where)
        .isEqualTo(Arrays.stream(handles).mapToLong(model::keyOf).sorted().toArray());
    assertThat(ascending).as(where).containsExactlyInAnyOrder(handles);
    int[] iterated = new int[handles.length];
    PrimitiveIterator.OfInt iterator = heap.sortedIterator();
    Arrays.setAll(iterated, i -> iterator.nextInt());
    assertThat(iterator.hasNext()).as(where).isFalse();
    assertThat(iterated).as(where).isEqualTo(ascending);
  }
}
