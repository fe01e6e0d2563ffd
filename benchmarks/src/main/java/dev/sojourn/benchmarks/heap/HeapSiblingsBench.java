package dev.sojourn.benchmarks.heap;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The hold model over the textbook's heap, see {@link PlainHeap}, with nothing changed but the
 * number of children and where a group of siblings starts in its cache line.
 *
 * <p>All start and age as in {@link HeapHoldBench}, which asks the same of a heap that remembers
 * the smallest child of every node.
 */
@Study(
    week = 17,
    question = "What do three children change, and a group of siblings that starts a cache line?",
    insight =
        "Three children compare least, 38 times a poll at a million against 40 for two and for"
            + " four, and four halve the levels of two. Past the second cache levels count more"
            + " than comparisons, and eight siblings in one line are one miss instead of two.",
    source = "LaMarca & Ladner, The influence of caches on the performance of heaps, 1996",
    batch = 64)
@Claim(subject = "ternary", ratioAtMost = 0.95, where = "size=10000000")
@Claim(subject = "fourWay", ratioAtMost = 0.9, where = "size=10000000")
@Claim(subject = "fourWay", against = "ternary", ratioAtMost = 1.0, where = "size=10000000")
@Claim(subject = "fourWayAligned", against = "fourWay", ratioAtMost = 0.95, where = "size=10000000")
@Claim(
    subject = "eightWayAligned",
    against = "eightWay",
    ratioAtMost = 0.9,
    where = "size=10000000")
@Claim(
    subject = "fourWayAligned",
    against = "fourWay",
    ratioAtLeast = 0.95,
    ratioAtMost = 1.05,
    where = "size=1000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class HeapSiblingsBench {
  @Param({"1000", "1000000", "10000000"})
  int size;

  @Baseline
  @Benchmark
  public long binary(Binary heap, TailClock clock) {
    return clock.lap(heap.hold.pollAdd());
  }

  @Benchmark
  public long ternary(Ternary heap, TailClock clock) {
    return clock.lap(heap.hold.pollAdd());
  }

  @Benchmark
  public long fourWay(FourWay heap, TailClock clock) {
    return clock.lap(heap.hold.pollAdd());
  }

  @Benchmark
  public long fourWayAligned(FourWayAligned heap, TailClock clock) {
    return clock.lap(heap.hold.pollAdd());
  }

  @Benchmark
  public long eightWay(EightWay heap, TailClock clock) {
    return clock.lap(heap.hold.pollAdd());
  }

  @Benchmark
  public long eightWayAligned(EightWayAligned heap, TailClock clock) {
    return clock.lap(heap.hold.pollAdd());
  }

  /** Two children to a node. */
  @State(Scope.Thread)
  public static class Binary {
    private PlainHold hold;

    @Setup
    public void fill(HeapSiblingsBench study) {
      hold = new PlainHold(PlainHeap.ofTextbook(2, study.size), study.size);
    }
  }

  /** Three children to a node. */
  @State(Scope.Thread)
  public static class Ternary {
    private PlainHold hold;

    @Setup
    public void fill(HeapSiblingsBench study) {
      hold = new PlainHold(PlainHeap.ofTextbook(3, study.size), study.size);
    }
  }

  /** Four children to a node, wherever they lie. */
  @State(Scope.Thread)
  public static class FourWay {
    private PlainHold hold;

    @Setup
    public void fill(HeapSiblingsBench study) {
      hold = new PlainHold(PlainHeap.ofTextbook(4, study.size), study.size);
    }
  }

  /** Four children to a node, in half a cache line. */
  @State(Scope.Thread)
  public static class FourWayAligned {
    private PlainHold hold;

    @Setup
    public void fill(HeapSiblingsBench study) {
      hold = new PlainHold(PlainHeap.aligned(4, study.size), study.size);
    }
  }

  /** Eight children to a node, in two cache lines. */
  @State(Scope.Thread)
  public static class EightWay {
    private PlainHold hold;

    @Setup
    public void fill(HeapSiblingsBench study) {
      hold = new PlainHold(PlainHeap.ofTextbook(8, study.size), study.size);
    }
  }

  /** Eight children to a node, in one cache line. */
  @State(Scope.Thread)
  public static class EightWayAligned {
    private PlainHold hold;

    @Setup
    public void fill(HeapSiblingsBench study) {
      hold = new PlainHold(PlainHeap.aligned(8, study.size), study.size);
    }
  }
}
