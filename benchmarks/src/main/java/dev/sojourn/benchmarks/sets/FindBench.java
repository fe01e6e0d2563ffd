package dev.sojourn.benchmarks.sets;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.sets.DisjointSet;
import dev.sojourn.structures.sets.Variant;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation asks whether two random elements are connected: two finds. All structures were
 * built by the same {@link Tournament}, which leaves two sets; the finds of all but the naive one
 * go on shortening paths, so what is measured is steady use. {@link FindStepsLab} counts the steps.
 */
@Study(
    week = 38,
    question = "What does one find cost as the elements grow, when its steps hardly do?",
    insight =
        "Every structure that shortens its paths takes one or two steps at any size, yet a step"
            + " climbs the stair of the caches. Nodes and maps climb it sooner, for their elements"
            + " are larger; paths that nothing shortens pay for each of their many steps.",
    source = "Tarjan & van Leeuwen, Worst-case analysis of set union algorithms, 1984",
    batch = 64,
    heapMegabytes = 3072)
@Claim(subject = "rem", ratioAtMost = 1.0 / 2)
@Claim(subject = "rem", against = "naive", ratioAtMost = 1.0 / 2, where = "elements=1000000")
@Claim(subject = "halving", against = "nodes", ratioAtMost = 0.8, where = "elements=1000000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class FindBench {
  @Param({"1000", "10000", "100000", "1000000", "10000000"})
  int elements;

  @Baseline
  @Benchmark
  public boolean jdk(Jdk partition, TailClock clock) {
    return clock.lap(partition.connected());
  }

  @Benchmark
  public boolean nodes(Nodes partition, TailClock clock) {
    return clock.lap(partition.connected());
  }

  @Benchmark
  public boolean naive(Naive sets, TailClock clock) {
    return clock.lap(sets.asked.connected());
  }

  @Benchmark
  public boolean compression(Compression sets, TailClock clock) {
    return clock.lap(sets.asked.connected());
  }

  @Benchmark
  public boolean halving(Halving sets, TailClock clock) {
    return clock.lap(sets.asked.connected());
  }

  @Benchmark
  public boolean rem(Rem sets, TailClock clock) {
    return clock.lap(sets.asked.connected());
  }

  /** A {@link java.util.HashMap} from element to parent, with path halving. */
  @State(Scope.Thread)
  public static class Jdk {
    private List<Integer> elements;
    private MapPartition<Integer> partition;
    private Pairs pairs;

    @Setup
    public void fill(FindBench study) {
      elements = IntStream.range(0, study.elements).boxed().toList();
      partition = new MapPartition<>(elements);
      Tournament.play(study.elements, (a, b) -> partition.union(elements.get(a), elements.get(b)));
      pairs = new Pairs(study.elements);
    }

    boolean connected() {
      pairs.next();
      return partition.connected(elements.get(pairs.first()), elements.get(pairs.second()));
    }
  }

  /** An object for each element, linked by rank, with path halving. */
  @State(Scope.Thread)
  public static class Nodes {
    private NodePartition partition;
    private Pairs pairs;

    @Setup
    public void fill(FindBench study) {
      partition = new NodePartition(study.elements);
      Tournament.play(study.elements, partition::union);
      pairs = new Pairs(study.elements);
    }

    boolean connected() {
      pairs.next();
      return partition.connected(pairs.first(), pairs.second());
    }
  }

  /** Paths stay as the unions made them. */
  @State(Scope.Thread)
  public static class Naive {
    private Asked asked;

    @Setup
    public void fill(FindBench study) {
      asked = new Asked(study.elements, Variant.NAIVE);
    }
  }

  /** Linked by rank; a find points its whole path at the root. */
  @State(Scope.Thread)
  public static class Compression {
    private Asked asked;

    @Setup
    public void fill(FindBench study) {
      asked = new Asked(study.elements, Variant.RANK_COMPRESSION);
    }
  }

  /** Linked by rank; a find halves its path. */
  @State(Scope.Thread)
  public static class Halving {
    private Asked asked;

    @Setup
    public void fill(FindBench study) {
      asked = new Asked(study.elements, Variant.RANK_HALVING);
    }
  }

  /** Linked by index; both paths are walked at once and split. */
  @State(Scope.Thread)
  public static class Rem {
    private Asked asked;

    @Setup
    public void fill(FindBench study) {
      asked = new Asked(study.elements, Variant.REM_SPLICING);
    }
  }

  /** A {@link DisjointSet} and what it is asked. */
  private static final class Asked {
    private final DisjointSet sets;
    private final Pairs pairs;

    Asked(int elements, Variant variant) {
      sets = new DisjointSet(elements, variant);
      Tournament.play(elements, sets::union);
      pairs = new Pairs(elements);
    }

    boolean connected() {
      pairs.next();
      return sets.connected(pairs.first(), pairs.second());
    }
  }
}
