package dev.sojourn.benchmarks.heap;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.util.PriorityQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The hold model over primitive keys: poll the minimum, add it again somewhat later.
 *
 * <p>Every implementation starts alike, whatever faster way it may have: it is given the same keys
 * one by one, in the same random order, and then held twice for each key by the operation that will
 * be measured, so that none of the keys it was filled with is left. What is measured is steady use,
 * with the heap's shape and the places of the JDK's boxes in memory as that makes them.
 */
@Study(
    week = 17,
    question = "How many children should a node of a heap of longs have, and at what size?",
    insight =
        "Four children halve the levels for the same comparisons, eight fill a cache line: a tie in"
            + " the first cache, a gain past the second. Past the last cache a choice made level by"
            + " level waits for memory level by level, unless every node remembers its smallest"
            + " child.",
    source =
        "Jones, An empirical comparison of priority-queue implementations, 1986 (hold model);"
            + " LaMarca & Ladner, The influence of caches on the performance of heaps, 1996",
    batch = 64,
    heapMegabytes = 1024,
    tour = "size=1000000",
    tourMethods = {"fastutil", "eightWay"})
@Claim(subject = "fourWay", ratioAtMost = 1.0 / 2, where = "size=1000")
@Claim(subject = "eightWay", ratioAtMost = 1.0 / 5, where = "size=1000000")
@Claim(subject = "eightWay", ratioAtMost = 1.0 / 6, where = "size=10000000")
@Claim(subject = "fourWay", against = "fastutil", ratioAtMost = 1.0, where = "size=1000")
@Claim(
    subject = "eightWay",
    against = "fastutil",
    ratioAtMost = 1.0 / 1.15,
    where = "size=10000000")
@Claim(subject = "eightWay", against = "binary", ratioAtMost = 0.9, where = "size=10000000")
@Claim(subject = "fourWayReplaceTop", against = "fourWay", ratioAtMost = 1.0)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class HeapHoldBench {
  @Param({"1000", "100000", "1000000", "10000000"})
  int size;

  @Baseline
  @Benchmark
  public long jdk(Jdk queue, TailClock clock) {
    return clock.lap(queue.hold());
  }

  @Benchmark
  public long fastutil(Fastutil queue, TailClock clock) {
    return clock.lap(queue.hold());
  }

  @Benchmark
  public long binary(Binary heap, TailClock clock) {
    return clock.lap(heap.hold.pollAdd());
  }

  @Benchmark
  public long fourWay(FourWay heap, TailClock clock) {
    return clock.lap(heap.hold.pollAdd());
  }

  @Benchmark
  public long fourWayReplaceTop(FourWayReplaceTop heap, TailClock clock) {
    return clock.lap(heap.hold.replaceTop());
  }

  @Benchmark
  public long eightWay(EightWay heap, TailClock clock) {
    return clock.lap(heap.hold.pollAdd());
  }

  @Benchmark
  public long sixteenWay(SixteenWay heap, TailClock clock) {
    return clock.lap(heap.hold.pollAdd());
  }

  /** {@link PriorityQueue} of boxed longs. */
  @State(Scope.Thread)
  public static class Jdk {
    private HoldModel model;
    private PriorityQueue<Long> queue;

    @Setup
    public void fill(HeapHoldBench study) {
      model = new HoldModel(study.size);
      queue = new PriorityQueue<>(study.size);
      model.fill(queue::add);
      model.age(this::hold);
    }

    long hold() {
      long least = queue.remove();
      queue.add(least + model.next());
      return least;
    }
  }

  /** fastutil's binary heap in a {@code long[]}. */
  @State(Scope.Thread)
  public static class Fastutil {
    private HoldModel model;
    private LongHeapPriorityQueue queue;

    @Setup
    public void fill(HeapHoldBench study) {
      model = new HoldModel(study.size);
      queue = new LongHeapPriorityQueue(study.size);
      model.fill(queue::enqueue);
      model.age(this::hold);
    }

    long hold() {
      long least = queue.dequeueLong();
      queue.enqueue(least + model.next());
      return least;
    }
  }

  /** Two children to a node. */
  @State(Scope.Thread)
  public static class Binary {
    private LongHold hold;

    @Setup
    public void fill(HeapHoldBench study) {
      hold = LongHold.aged(2, study.size, LongHold::pollAdd);
    }
  }

  /** Four children to a node. */
  @State(Scope.Thread)
  public static class FourWay {
    private LongHold hold;

    @Setup
    public void fill(HeapHoldBench study) {
      hold = LongHold.aged(4, study.size, LongHold::pollAdd);
    }
  }

  /** Four children to a node, and never one key fewer than all. */
  @State(Scope.Thread)
  public static class FourWayReplaceTop {
    private LongHold hold;

    @Setup
    public void fill(HeapHoldBench study) {
      hold = LongHold.aged(4, study.size, LongHold::replaceTop);
    }
  }

  /** Eight children to a node. */
  @State(Scope.Thread)
  public static class EightWay {
    private LongHold hold;

    @Setup
    public void fill(HeapHoldBench study) {
      hold = LongHold.aged(8, study.size, LongHold::pollAdd);
    }
  }

  /** Sixteen children to a node. */
  @State(Scope.Thread)
  public static class SixteenWay {
    private LongHold hold;

    @Setup
    public void fill(HeapHoldBench study) {
      hold = LongHold.aged(16, study.size, LongHold::pollAdd);
    }
  }
}
