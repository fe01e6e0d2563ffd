package dev.sojourn.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.ints.IntHeapPriorityQueue;
import it.unimi.dsi.fastutil.longs.LongArrayPriorityQueue;
import it.unimi.dsi.fastutil.longs.LongHeapIndirectPriorityQueue;
import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import it.unimi.dsi.fastutil.longs.LongPriorityQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jheaps.AddressableHeap;
import org.jheaps.Heap;
import org.jheaps.array.BinaryArrayAddressableHeap;
import org.jheaps.array.BinaryArrayBulkInsertWeakHeap;
import org.jheaps.array.BinaryArrayHeap;
import org.jheaps.array.BinaryArrayWeakHeap;
import org.jheaps.array.DaryArrayAddressableHeap;
import org.jheaps.array.DaryArrayHeap;
import org.jheaps.array.MinMaxBinaryArrayDoubleEndedHeap;
import org.jheaps.dag.HollowHeap;
import org.jheaps.tree.CostlessMeldPairingHeap;
import org.jheaps.tree.FibonacciHeap;
import org.jheaps.tree.LeftistHeap;
import org.jheaps.tree.PairingHeap;
import org.jheaps.tree.RankPairingHeap;
import org.jheaps.tree.SkewHeap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Priority queues of fastutil and jheaps against that of the JDK. */
class PeerHeapsTest {
  private static final int SEEDS = 5;
  private static final int STEPS = 4_000;
  private static final int LARGEST = 120;

  static Stream<Trial> trials() {
    return Stream.of(plain(), building(), addressable()).flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("trials")
  void peersDoWhatTheyAreKnownToDo(Trial trial) {
    trial.check();
  }

  private static Stream<Trial> plain() {
    Stream<Trial> fastutil =
        Stream.<Supplier<LongPriorityQueue>>of(
                LongHeapPriorityQueue::new, LongArrayPriorityQueue::new)
            .map(s -> Trial.sound(name(s.get()), "enqueue, dequeue", () -> replayLongs(s)));
    Stream<Trial> jheaps =
        Stream.<Supplier<Heap<Long>>>of(
                BinaryArrayHeap::new,
                BinaryArrayWeakHeap::new,
                BinaryArrayBulkInsertWeakHeap::new,
                MinMaxBinaryArrayDoubleEndedHeap::new,
                () -> new DaryArrayHeap<>(2),
                () -> new DaryArrayHeap<>(3),
                () -> new DaryArrayHeap<>(4),
                () -> new DaryArrayHeap<>(8))
            .map(s -> Trial.sound(name(s.get()), "insert, deleteMin", () -> replay(s)));
    return Stream.concat(fastutil, jheaps);
  }

  private static Stream<Trial> building() {
    return Stream.of(
        Trial.sound(
            "LongHeapPriorityQueue",
            "of a long[]",
            () -> build(keys -> drained(new LongHeapPriorityQueue(keys)))),
        Trial.flawed(
            "LongHeapPriorityQueue",
            "of a Collection<Long>",
            "of [0]",
            () -> build(keys -> drained(new LongHeapPriorityQueue(boxed(keys))))),
        Trial.flawed(
            "IntHeapPriorityQueue",
            "of a Collection<Integer>",
            "of [0]",
            () -> build(keys -> drained(ofInts(keys)))),
        Trial.sound(
            "BinaryArrayHeap",
            "heapify",
            () -> build(keys -> drained(BinaryArrayHeap.heapify(array(keys))))),
        Trial.sound(
            "BinaryArrayWeakHeap",
            "heapify",
            () -> build(keys -> drained(BinaryArrayWeakHeap.heapify(array(keys))))),
        Trial.sound(
            "BinaryArrayBulkInsertWeakHeap",
            "heapify",
            () -> build(keys -> drained(BinaryArrayBulkInsertWeakHeap.heapify(array(keys))))),
        Trial.sound(
            "MinMaxBinaryArrayDoubleEndedHeap",
            "heapify",
            () -> build(keys -> drained(MinMaxBinaryArrayDoubleEndedHeap.heapify(array(keys))))),
        Trial.sound(
            "DaryArrayHeap",
            "heapify, d = 2",
            () -> build(keys -> drained(DaryArrayHeap.heapify(2, array(keys))))),
        Trial.flawed(
            "DaryArrayHeap",
            "heapify, d = 3",
            "of [2, 1]",
            () -> build(keys -> drained(DaryArrayHeap.heapify(3, array(keys))))),
        Trial.flawed(
            "DaryArrayHeap",
            "heapify, d = 4",
            "of [2, 1]",
            () -> build(keys -> drained(DaryArrayHeap.heapify(4, array(keys))))),
        Trial.flawed(
            "DaryArrayHeap",
            "heapify(4, {1, 10, 20, 30, 40, 5, 50})",
            "[1, 10, 5, 20",
            PeerHeapsTest::smallestExample),
        Trial.sound(
            "BinaryArrayAddressableHeap",
            "heapify",
            () ->
                build(
                    keys -> drained(BinaryArrayAddressableHeap.heapify(array(keys), array(keys))))),
        Trial.sound(
            "DaryArrayAddressableHeap",
            "heapify, d = 2",
            () ->
                build(
                    keys ->
                        drained(DaryArrayAddressableHeap.heapify(2, array(keys), array(keys))))),
        Trial.flawed(
            "DaryArrayAddressableHeap",
            "heapify, d = 4",
            "of [2, 1]",
            () ->
                build(
                    keys ->
                        drained(DaryArrayAddressableHeap.heapify(4, array(keys), array(keys))))));
  }

  private static Stream<Trial> addressable() {
    Stream<Trial> jheaps =
        Stream.<Supplier<AddressableHeap<Long, Integer>>>of(
                BinaryArrayAddressableHeap::new,
                () -> new DaryArrayAddressableHeap<>(2),
                () -> new DaryArrayAddressableHeap<>(4),
                () -> new DaryArrayAddressableHeap<>(8),
                PairingHeap::new,
                CostlessMeldPairingHeap::new,
                RankPairingHeap::new,
                FibonacciHeap::new,
                HollowHeap::new,
                LeftistHeap::new,
                SkewHeap::new)
            .map(
                s ->
                    Trial.sound(
                        name(s.get()),
                        "insert, decreaseKey, delete, deleteMin",
                        () -> replayHandles(s)));
    return Stream.concat(
        jheaps,
        Stream.of(
            Trial.sound(
                "LongHeapIndirectPriorityQueue",
                "enqueue, changed, remove, dequeue",
                PeerHeapsTest::replayIndirect)));
  }

  private static String name(Object peer) {
    return peer.getClass().getSimpleName();
  }

  private static void replayLongs(Supplier<LongPriorityQueue> supplier) {
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      LongPriorityQueue queue = supplier.get();
      PriorityQueue<Long> model = new PriorityQueue<>();
      for (int step = 0; step < STEPS; step++) {
        String where = "seed " + seed + ", step " + step;
        if (random.nextInt(9) < 5 || model.isEmpty()) {
          long key = key(random);
          queue.enqueue(key);
          model.add(key);
        } else {
          assertThat(queue.firstLong()).as(where).isEqualTo(model.element());
          assertThat(queue.dequeueLong()).as(where).isEqualTo(model.remove());
        }
        assertThat(queue.size()).as(where).isEqualTo(model.size());
      }
    }
  }

  private static void replay(Supplier<Heap<Long>> supplier) {
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Heap<Long> heap = supplier.get();
      PriorityQueue<Long> model = new PriorityQueue<>();
      for (int step = 0; step < STEPS; step++) {
        String where = "seed " + seed + ", step " + step;
        if (random.nextInt(9) < 5 || model.isEmpty()) {
          long key = key(random);
          heap.insert(key);
          model.add(key);
        } else {
          assertThat(heap.findMin()).as(where).isEqualTo(model.element());
          assertThat(heap.deleteMin()).as(where).isEqualTo(model.remove());
        }
        assertThat(heap.size()).as(where).isEqualTo(model.size());
      }
    }
  }

  private static long key(SplittableRandom random) {
    return random.nextInt(8) == 0 ? random.nextLong() : random.nextInt(60);
  }

  private static void replayHandles(Supplier<AddressableHeap<Long, Integer>> supplier) {
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AddressableHeap<Long, Integer> heap = supplier.get();
      List<AddressableHeap.Handle<Long, Integer>> handles = new ArrayList<>();
      PriorityQueue<Long> model = new PriorityQueue<>();
      for (int step = 0; step < STEPS; step++) {
        String where = "seed " + seed + ", step " + step;
        int act = random.nextInt(10);
        if (act < 4 || handles.isEmpty()) {
          long key = key(random);
          handles.add(heap.insert(key, step));
          model.add(key);
        } else if (act < 6) {
          AddressableHeap.Handle<Long, Integer> least = heap.deleteMin();
          assertThat(least.getKey()).as(where).isEqualTo(model.remove());
          handles.remove(least);
        } else {
          int at = random.nextInt(handles.size());
          AddressableHeap.Handle<Long, Integer> handle = handles.get(at);
          model.remove(handle.getKey());
          if (act < 8) {
            handle.decreaseKey(Math.min(handle.getKey(), key(random)));
            model.add(handle.getKey());
          } else {
            handle.delete();
            handles.remove(at);
          }
        }
        assertThat(heap.size()).as(where).isEqualTo(model.size());
        if (!model.isEmpty()) {
          assertThat(heap.findMin().getKey()).as(where).isEqualTo(model.element());
        }
      }
    }
  }

  private static void replayIndirect() {
    int handles = 60;
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long[] keys = new long[handles];
      LongHeapIndirectPriorityQueue queue = new LongHeapIndirectPriorityQueue(keys, handles);
      List<Integer> model = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        String where = "seed " + seed + ", step " + step;
        int handle = random.nextInt(handles);
        boolean present = model.contains(handle);
        assertThat(queue.contains(handle)).as(where).isEqualTo(present);
        if (!present) {
          keys[handle] = key(random);
          queue.enqueue(handle);
          model.add(handle);
        } else if (random.nextBoolean()) {
          keys[handle] = key(random);
          queue.changed(handle);
        } else if (random.nextBoolean()) {
          assertThat(queue.remove(handle)).as(where).isTrue();
          model.remove((Integer) handle);
        } else {
          long least = model.stream().mapToLong(h -> keys[h]).min().orElseThrow();
          int first = queue.dequeue();
          assertThat(keys[first]).as(where).isEqualTo(least);
          assertThat(model.remove((Integer) first)).as(where).isTrue();
        }
        assertThat(queue.size()).as(where).isEqualTo(model.size());
      }
    }
  }

  /**
   * Every small size, keys that ascend, descend, repeat and are scrambled; the first that fails.
   */
  private static void build(Function<long[], long[]> builtAndDrained) {
    SplittableRandom random = new SplittableRandom(1);
    for (int size = 1; size <= LARGEST; size++) {
      int n = size;
      for (long[] keys :
          List.of(
              LongStream.range(0, n).toArray(),
              LongStream.range(0, n).map(i -> n - i).toArray(),
              LongStream.range(0, n).map(i -> i % 3).toArray(),
              random.longs(n, 0, 100).toArray())) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        assertThat(builtAndDrained.apply(keys.clone()))
            .as("of %s", Arrays.toString(keys))
            .isEqualTo(sorted);
      }
    }
  }

  private static void smallestExample() {
    Long[] keys = {1L, 10L, 20L, 30L, 40L, 5L, 50L};
    assertThat(Arrays.toString(drained(DaryArrayHeap.heapify(4, keys))))
        .isEqualTo("[1, 5, 10, 20, 30, 40, 50]");
  }

  private static Collection<Long> boxed(long[] keys) {
    return List.of(array(keys));
  }

  private static LongPriorityQueue ofInts(long[] keys) {
    Collection<Integer> boxed = Arrays.stream(keys).mapToObj(key -> (int) key).toList();
    IntHeapPriorityQueue ints = new IntHeapPriorityQueue(boxed);
    LongHeapPriorityQueue longs = new LongHeapPriorityQueue();
    IntStream.range(0, ints.size()).forEach(i -> longs.enqueue(ints.dequeueInt()));
    return longs;
  }

  private static Long[] array(long[] keys) {
    return Arrays.stream(keys).boxed().toArray(Long[]::new);
  }

  private static long[] drained(LongPriorityQueue queue) {
    return LongStream.range(0, queue.size()).map(i -> queue.dequeueLong()).toArray();
  }

  private static long[] drained(Heap<Long> heap) {
    return LongStream.range(0, heap.size()).map(i -> heap.deleteMin()).toArray();
  }

  private static long[] drained(AddressableHeap<Long, Long> heap) {
    return LongStream.range(0, heap.size()).map(i -> heap.deleteMin().getKey()).toArray();
  }
}
