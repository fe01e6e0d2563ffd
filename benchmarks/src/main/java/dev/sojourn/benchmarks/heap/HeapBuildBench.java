package dev.sojourn.benchmarks.heap;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.heap.LongDaryHeap;
import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation builds a whole heap from keys in random order, copying them first: the source stays
 * as it was. The boxes of the JDK's keys are made before, so boxing costs it nothing here.
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
  private static final long SEED = 0x4275696cL;

  @Param({"1000", "100000", "10000000"})
  int size;

  private long[] keys;

  @Setup
  public void draw() {
    keys = new SplittableRandom(SEED).longs(size).toArray();
  }

  @Baseline
  @Benchmark
  public long jdk(Boxed boxed, TailClock clock) {
    return clock.lap((long) new PriorityQueue<>(boxed.keys).element());
  }

  @Benchmark
  public long fastutil(TailClock clock) {
    return clock.lap(new LongHeapPriorityQueue(keys.clone()).firstLong());
  }

  @Benchmark
  public long binary(TailClock clock) {
    return clock.lap(LongDaryHeap.of(2, keys).peek());
  }

  @Benchmark
  public long fourWay(TailClock clock) {
    return clock.lap(LongDaryHeap.of(4, keys).peek());
  }

  @Benchmark
  public long eightWay(TailClock clock) {
    return clock.lap(LongDaryHeap.of(8, keys).peek());
  }

  @Benchmark
  public long sixteenWay(TailClock clock) {
    return clock.lap(LongDaryHeap.of(16, keys).peek());
  }

  /** The keys as objects. */
  @State(Scope.Thread)
  public static class Boxed {
    private List<Long> keys;

    @Setup
    public void box(HeapBuildBench study) {
      keys = new ArrayList<>(study.size);
      for (long key : study.keys) {
        keys.add(key);
      }
    }
  }
}
