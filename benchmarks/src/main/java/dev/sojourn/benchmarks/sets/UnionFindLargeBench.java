package dev.sojourn.benchmarks.sets;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.sets.DisjointSet;
import dev.sojourn.structures.sets.Variant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation finds the components of a graph with five edges for each element, from scratch, as
 * in {@link UnionFindBench}. The larger graph has 40 MB of parents: more than the last cache of
 * many machines holds, and four hundred megabytes of edges. Maps of objects are left out, for they
 * would need gigabytes and minutes.
 */
@Study(
    week = 38,
    question =
        "What do components cost beyond the caches, instead of by the textbook's two arrays?",
    insight =
        "Beyond the last cache every step of a find is a miss, and the textbook pays for both ends"
            + " of an edge up to the root. Rem's algorithm leaves at the first common ancestor, and"
            + " in bulk it overlaps the misses of several edges.",
    source =
        "Patwary, Blair & Manne, Experiments on union-find algorithms for the disjoint-set data"
            + " structure, 2010",
    heapMegabytes = 1536,
    slow = "elements=10000000")
@Claim(subject = "rem", ratioAtMost = 1.0 / 1.3)
@Claim(subject = "remBulk", ratioAtMost = 1.0 / 2.5, where = "elements=10000000")
@Claim(subject = "remBulk", against = "rem", ratioAtMost = 0.8, where = "elements=10000000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class UnionFindLargeBench {
  private static final int EDGES_PER_ELEMENT = 5;

  @Param({"2000000", "10000000"})
  int elements;

  private Graphs graphs;

  @Setup
  public void draw() {
    graphs = new Graphs(elements, EDGES_PER_ELEMENT);
  }

  @Baseline
  @Benchmark
  public int jdk(Jdk partition, TailClock clock) {
    return clock.lap(partition.components(graphs.next()));
  }

  @Benchmark
  public int textbook(Textbook sets, TailClock clock) {
    return clock.lap(Components.of(sets.sets, graphs.next()));
  }

  @Benchmark
  public int rem(Rem sets, TailClock clock) {
    return clock.lap(Components.of(sets.sets, graphs.next()));
  }

  @Benchmark
  public int remBulk(Rem sets, TailClock clock) {
    return clock.lap(Components.inBulk(sets.sets, graphs.next()));
  }

  /** What one writes without a library: parents, ranks, path halving. */
  @State(Scope.Thread)
  public static class Jdk {
    private ArrayPartition partition;

    @Setup
    public void fill(UnionFindLargeBench study) {
      partition = new ArrayPartition(study.elements);
    }

    int components(Edges edges) {
      partition.reset();
      int answer = 0;
      for (int stage = 0; stage < Edges.STAGES; stage++) {
        for (int i = edges.first(stage); i < edges.first(stage + 1); i++) {
          partition.union(edges.from()[i], edges.to()[i]);
        }
        answer = Components.fold(answer, partition.count());
      }
      return answer;
    }
  }

  /** The same algorithm as a variant of {@link DisjointSet}, which checks its arguments. */
  @State(Scope.Thread)
  public static class Textbook {
    private DisjointSet sets;

    @Setup
    public void fill(UnionFindLargeBench study) {
      sets = new DisjointSet(study.elements, Variant.RANK_HALVING);
    }
  }

  /** Rem's algorithm with splicing. */
  @State(Scope.Thread)
  public static class Rem {
    private DisjointSet sets;

    @Setup
    public void fill(UnionFindLargeBench study) {
      sets = new DisjointSet(study.elements, Variant.REM_SPLICING);
    }
  }
}
