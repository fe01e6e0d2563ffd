package dev.sojourn.benchmarks.sets;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.sets.DisjointSet;
import dev.sojourn.structures.sets.Variant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jgrapht.alg.util.UnionFind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation finds the components of a graph from scratch: every structure is reset, which
 * counts, and then unites the ends of five edges for each element. The answer folds how many sets
 * are left after each tenth of the edges. The next operation takes another graph, as long as graphs
 * are small. Elements of the two structures over objects are boxed beforehand.
 */
@Study(
    week = 38,
    question = "What do components cost with disjoint sets, instead of a HashMap of parents?",
    insight =
        "The steps of a find stay nearly constant as the elements grow, while its time climbs the"
            + " stair of the caches: what matters is how many places a step touches. Rem's"
            + " algorithm touches one array and stops at the first common ancestor.",
    source =
        "Patwary, Blair & Manne, Experiments on union-find algorithms for the disjoint-set data"
            + " structure, 2010",
    heapMegabytes = 2048,
    slow = "elements=1000000",
    tour = "elements=100000",
    tourMethods = {"jgrapht", "rem"})
@Claim(subject = "rem", against = "jgrapht", ratioAtMost = 1.0 / 25, where = "elements=1000000")
@Claim(subject = "rem", against = "textbook", ratioAtMost = 1.0 / 1.5, where = "elements=1000000")
@Claim(subject = "remBulk", against = "textbook", ratioAtMost = 0.4, where = "elements=1000000")
@Claim(subject = "rem", ratioAtMost = 0.1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class UnionFindBench {
  private static final int EDGES_PER_ELEMENT = 5;

  @Param({"1000", "100000", "1000000"})
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
  public int jgrapht(Jgrapht sets, TailClock clock) {
    return clock.lap(sets.components(graphs.next()));
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

  /** A {@link java.util.HashMap} from element to parent, with path halving. */
  @State(Scope.Thread)
  public static class Jdk {
    private List<Integer> elements;
    private MapPartition<Integer> partition;

    @Setup
    public void fill(UnionFindBench study) {
      elements = boxed(study.elements);
      partition = new MapPartition<>(elements);
    }

    int components(Edges edges) {
      partition.reset();
      int answer = 0;
      for (int stage = 0; stage < Edges.STAGES; stage++) {
        for (int i = edges.first(stage); i < edges.first(stage + 1); i++) {
          partition.union(elements.get(edges.from()[i]), elements.get(edges.to()[i]));
        }
        answer = Components.fold(answer, partition.count());
      }
      return answer;
    }
  }

  /** JGraphT's disjoint sets over objects: union by rank, two-pass compression, two maps. */
  @State(Scope.Thread)
  public static class Jgrapht {
    private List<Integer> elements;
    private UnionFind<Integer> sets;

    @Setup
    public void fill(UnionFindBench study) {
      elements = boxed(study.elements);
      sets = new UnionFind<>(new LinkedHashSet<>(elements));
    }

    int components(Edges edges) {
      sets.reset();
      int answer = 0;
      for (int stage = 0; stage < Edges.STAGES; stage++) {
        for (int i = edges.first(stage); i < edges.first(stage + 1); i++) {
          sets.union(elements.get(edges.from()[i]), elements.get(edges.to()[i]));
        }
        answer = Components.fold(answer, sets.numberOfSets());
      }
      return answer;
    }
  }

  /** What textbooks teach: an array of parents, one of ranks, path halving. */
  @State(Scope.Thread)
  public static class Textbook {
    private DisjointSet sets;

    @Setup
    public void fill(UnionFindBench study) {
      sets = new DisjointSet(study.elements, Variant.RANK_HALVING);
    }
  }

  /** Rem's algorithm with splicing. */
  @State(Scope.Thread)
  public static class Rem {
    private DisjointSet sets;

    @Setup
    public void fill(UnionFindBench study) {
      sets = new DisjointSet(study.elements, Variant.REM_SPLICING);
    }
  }

  /** The elements as objects, each boxed once. */
  private static List<Integer> boxed(int elements) {
    return IntStream.range(0, elements).boxed().toList();
  }
}
