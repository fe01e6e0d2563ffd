package dev.sojourn.structures.queue;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The queues that several tests run over. */
final class QueueCases {
  static final int UNBOUNDED = Integer.MAX_VALUE;
  static final List<Integer> CAPACITIES = List.of(1, 2, 3, 4, 5, 7, 8, 100);

  /** Where counters start: at rest, before 32 bits overflow, before 63 and 64 bits do. */
  static final List<Long> STARTS =
      List.of(0L, Integer.MAX_VALUE - 3L, (1L << 32) - 3, Long.MAX_VALUE - 3, (1L << 62) - 3, -3L);

  private QueueCases() {}

  /** A kind of queue; producers and consumers tell whether it takes more than one of them. */
  record Case(
      String name,
      Supplier<Queue<Integer>> empty,
      int capacity,
      boolean manyProducers,
      boolean manyConsumers) {
    Queue<Integer> create() {
      return empty.get();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> all() {
    return Stream.concat(bounded().stream(), unbounded().stream()).toList();
  }

  static List<Case> bounded() {
    return CAPACITIES.stream()
        .flatMap(capacity -> STARTS.stream().flatMap(start -> rings(capacity, start).stream()))
        .toList();
  }

  static List<Case> rings(int capacity, long start) {
    return List.of(
        ring("SpscRing", capacity, start, () -> new SpscRing<>(capacity, start), false, false),
        ring("MpscRing", capacity, start, () -> new MpscRing<>(capacity, start), true, false),
        ring("MpmcRing", capacity, start, () -> new MpmcRing<>(capacity, start), true, true),
        ring(
            "LongSpscRing",
            capacity,
            start,
            () -> new Boxed(new LongSpscRing(capacity, start)),
            false,
            false),
        ring(
            "LongMpmcRing",
            capacity,
            start,
            () -> new Boxed(new LongMpmcRing(capacity, start)),
            true,
            true));
  }

  private static Case ring(
      String name,
      int capacity,
      long start,
      Supplier<Queue<Integer>> empty,
      boolean manyProducers,
      boolean manyConsumers) {
    return new Case(
        "%s of %d from %d".formatted(name, capacity, start),
        empty,
        capacity,
        manyProducers,
        manyConsumers);
  }

  static List<Case> unbounded() {
    return List.of(
        new Case("MpscChain", MpscChain::new, UNBOUNDED, true, false),
        new Case("MichaelScottQueue", MichaelScottQueue::new, UNBOUNDED, true, true),
        new Case("ChunkedQueue", ChunkedQueue::new, UNBOUNDED, true, true),
        new Case("ChunkedQueue by 1", () -> new ChunkedQueue<>(1), UNBOUNDED, true, true),
        new Case("ChunkedQueue by 3", () -> new ChunkedQueue<>(3), UNBOUNDED, true, true));
  }

  static Optional<String> verify(Queue<?> queue) {
    if (queue instanceof BoundedQueue<?> ring) {
      return ring.verify();
    } else if (queue instanceof MpscChain<?> chain) {
      return chain.verify();
    } else if (queue instanceof MichaelScottQueue<?> linked) {
      return linked.verify();
    } else if (queue instanceof ChunkedQueue<?> chunked) {
      return chunked.verify();
    }
    throw new AssertionError("no queue of ours: " + queue);
  }
}
