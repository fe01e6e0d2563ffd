package dev.sojourn.benchmarks.sets;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.sets.ConcurrentDisjointSet;
import dev.sojourn.structures.sets.DisjointSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One operation finds the components of a graph with five edges for each element, from scratch, as
 * in {@link UnionFindBench}; the answer is how many sets are left. With two threads each unites one
 * half of the edges. The JDK has no counterpart, so the partition for one thread is the baseline.
 * Two processors show what a second thread gains, not how the structure scales.
 */
@Study(
    week = 38,
    question = "What does a partition without locks cost one thread, and what do two gain?",
    insight =
        "One thread pays for reads in order and for a compare-and-set at each merge; two threads"
            + " meet at the same root only at first, for most edges merge nothing and only read.",
    source = "Jayanti & Tarjan, A randomized concurrent algorithm for disjoint set union, 2016",
    slow = "elements=10000000")
@Claim(subject = "oneThread", ratioAtMost = 1.3)
@Claim(
    subject = "twoThreads",
    against = "oneThread",
    ratioAtMost = 1 / 1.6,
    where = "elements=10000000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class ConcurrentUnionFindBench {
  private static final int EDGES_PER_ELEMENT = 5;

  @Param({"100000", "1000000", "10000000"})
  int elements;

  private Graphs graphs;

  @Setup
  public void draw() {
    graphs = new Graphs(elements, EDGES_PER_ELEMENT);
  }

  @Baseline
  @Benchmark
  public int sequential(Sequential sets, TailClock clock) {
    return clock.lap(sets.components(graphs.next()));
  }

  @Benchmark
  public int oneThread(Shared sets, TailClock clock) {
    return clock.lap(sets.components(graphs.next()));
  }

  @Benchmark
  public int twoThreads(Shared sets, TailClock clock) {
    return clock.lap(sets.componentsByTwo(graphs.next()));
  }

  /** Rem's algorithm, for one thread. */
  @State(Scope.Thread)
  public static class Sequential {
    private DisjointSet sets;

    @Setup
    public void fill(ConcurrentUnionFindBench study) {
      sets = new DisjointSet(study.elements);
    }

    int components(Edges edges) {
      sets.reset();
      for (int i = 0; i < edges.count(); i++) {
        sets.union(edges.from()[i], edges.to()[i]);
      }
      return sets.count();
    }
  }

  /** A {@link ConcurrentDisjointSet} and a second thread for it. */
  @State(Scope.Thread)
  public static class Shared {
    private ConcurrentDisjointSet sets;
    private ExecutorService second;

    @Setup
    public void fill(ConcurrentUnionFindBench study) {
      sets = new ConcurrentDisjointSet(study.elements);
      second = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    }

    @TearDown
    public void stop() {
      second.shutdown();
    }

    int components(Edges edges) {
      sets.reset();
      unite(edges, 0, edges.count());
      return sets.count();
    }

    int componentsByTwo(Edges edges) {
      sets.reset();
      int half = edges.count() / 2;
      Future<?> other = second.submit(() -> unite(edges, half, edges.count()));
      unite(edges, 0, half);
      await(other);
      return sets.count();
    }

    private void unite(Edges edges, int first, int last) {
      for (int i = first; i < last; i++) {
        sets.union(edges.from()[i], edges.to()[i]);
      }
    }

    private static void await(Future<?> other) {
      try {
        other.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the second thread unites", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("the second thread failed", e);
      }
    }
  }
}
