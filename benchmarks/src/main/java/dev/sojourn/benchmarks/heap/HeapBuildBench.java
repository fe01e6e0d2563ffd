package dev.sojourn.benchmarks.heap;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Deferred;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.heap.LongDaryHeap;
import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation builds a whole heap from keys in random order, copying them first: the source stays
 * as it was, and the next operation builds from another. The boxes of the JDK's keys are made
 * before, so boxing costs it nothing here.
 *
 * <p>The answer is the order in which the heap gives up all of its keys. It is worked out only when
 * answers are compared; a timed operation makes one small object for it, in every method alike.
 */
@Study(
    week = 17,
    question = "What does building a heap of all its keys at once cost?",
    insight =
        "Building from the leaves up is linear at every arity, since most nodes sink by one level"
            + " only. Wide nodes have fewer parents to repair, and boxed keys miss the cache at"
            + " every comparison.",
    source = "Floyd, Treesort 3, 1964",
    heapMegabytes = 2048)
@Claim(subject = "fourWay", ratioAtMost = 1.0 / 3, where = "size=10000000")
@Claim(subject = "fourWay", against = "fastutil", ratioAtMost = 0.5, where = "size=10000000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class HeapBuildBench {
  @Param({"1000", "100000", "10000000"})
  int size;

  private long[][] inputs;
  private int at;

  @Setup
  public void draw() {
    inputs = BuildInputs.draw(size);
  }

  @Baseline
  @Benchmark
  public Deferred jdk(Boxed boxed, TailClock clock) {
    PriorityQueue<Long> queue = clock.lap(new PriorityQueue<>(boxed.next()));
    return PollOrder.of(queue.size(), queue::remove);
  }

  @Benchmark
  public Deferred fastutil(TailClock clock) {
    LongHeapPriorityQueue queue = clock.lap(new LongHeapPriorityQueue(next().clone()));
    return PollOrder.of(queue.size(), queue::dequeueLong);
  }

  @Benchmark
  public Deferred binary(TailClock clock) {
    return order(clock.lap(LongDaryHeap.of(2, next())));
  }

  @Benchmark
  public Deferred fourWay(TailClock clock) {
    return order(clock.lap(LongDaryHeap.of(4, next())));
  }

  @Benchmark
  public Deferred eightWay(TailClock clock) {
    return order(clock.lap(LongDaryHeap.of(8, next())));
  }

  @Benchmark
  public Deferred sixteenWay(TailClock clock) {
    return order(clock.lap(LongDaryHeap.of(16, next())));
  }

  private static Deferred order(LongDaryHeap heap) {
    return PollOrder.of(heap.size(), heap::poll);
  }

  private long[] next() {
    return inputs[at++ & (inputs.length - 1)];
  }

  /** The keys as objects. */
  @State(Scope.Thread)
  public static class Boxed {
    private List<List<Long>> inputs;
    private int at;

    @Setup
    public void box(HeapBuildBench study) {
      inputs = Arrays.stream(study.inputs).map(Boxed::boxed).toList();
    }

    List<Long> next() {
      return inputs.get(at++ & (inputs.size() - 1));
    }

    private static List<Long> boxed(long[] keys) {
      List<Long> boxes = new ArrayList<>(keys.length);
      for (long key : keys) {
        boxes.add(key);
      }
      return boxes;
    }
  }
}
