package dev.sojourn.benchmarks.heap;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import org.jheaps.array.BinaryArrayAddressableHeap;
import org.jheaps.tree.PairingHeap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation finds the distances of all vertices of a random graph from one of them, by
 * Dijkstra's algorithm: every vertex within reach enters the queue and leaves it, and keys decrease
 * meanwhile. Each operation begins at another vertex. All methods share the graph and the array of
 * distances; they differ in the queue, and in what they do about a vertex that has come nearer:
 * those of the JDK and the radix heap add it anew, the others decrease its key.
 *
 * <p>The answer is a sum over all distances, each weighted by its vertex.
 */
@Study(
    week = 17,
    question = "Is a key that can be decreased worth its bookkeeping?",
    insight =
        "A heap that finds its elements writes a position with every move, but stays as small as"
            + " the frontier. Keys beside the handles save the miss that every comparison costs"
            + " when keys lie elsewhere; and where keys only rise, buckets compare nothing.",
    source =
        "Dijkstra, A note on two problems in connexion with graphs, 1959; Larkin, Sen & Tarjan, A"
            + " back-to-basics empirical study of priority queues, 2014",
    heapMegabytes = 2048,
    slow = "vertices=1000000")
@Claim(
    subject = "eightWay",
    against = "jheapsBinary",
    ratioAtMost = 1.0 / 4,
    where = "vertices=1000000")
@Claim(
    subject = "eightWay",
    against = "jheapsPairing",
    ratioAtMost = 1.0 / 4,
    where = "vertices=1000000")
@Claim(
    subject = "eightWay",
    against = "fastutil",
    ratioAtMost = 1.0 / 1.2,
    where = "vertices=1000000")
@Claim(subject = "eightWay", ratioAtMost = 1.0, where = "vertices=1000000")
@Claim(subject = "radix", against = "eightWay", ratioAtMost = 1.0, where = "vertices=1000000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class IndexedHeapBench {
  @Param({"1000", "100000", "1000000"})
  int vertices;

  private RandomGraph graph;

  @Setup
  public void draw() {
    graph = new RandomGraph(vertices);
  }

  @Baseline
  @Benchmark
  public long jdk(Jdk search, TailClock clock) {
    return clock.lap(search.paths.from(search.sources.next()));
  }

  @Benchmark
  public long jheapsBinary(JheapsBinary search, TailClock clock) {
    return clock.lap(search.paths.from(search.sources.next()));
  }

  @Benchmark
  public long jheapsPairing(JheapsPairing search, TailClock clock) {
    return clock.lap(search.paths.from(search.sources.next()));
  }

  @Benchmark
  public long fastutil(Fastutil search, TailClock clock) {
    return clock.lap(search.paths.from(search.sources.next()));
  }

  @Benchmark
  public long fourWay(FourWay search, TailClock clock) {
    return clock.lap(search.paths.from(search.sources.next()));
  }

  @Benchmark
  public long eightWay(EightWay search, TailClock clock) {
    return clock.lap(search.paths.from(search.sources.next()));
  }

  @Benchmark
  public long radix(Radix search, TailClock clock) {
    return clock.lap(search.paths.from(search.sources.next()));
  }

  /** {@link java.util.PriorityQueue} of distances and vertices. */
  @State(Scope.Thread)
  public static class Jdk {
    private Sources sources;
    private JdkPaths paths;

    @Setup
    public void prepare(IndexedHeapBench study) {
      sources = new Sources(study.vertices);
      paths = new JdkPaths(study.graph);
    }
  }

  /** The binary heap of jheaps in an array of handles. */
  @State(Scope.Thread)
  public static class JheapsBinary {
    private Sources sources;
    private JheapsPaths paths;

    @Setup
    public void prepare(IndexedHeapBench study) {
      sources = new Sources(study.vertices);
      paths = new JheapsPaths(study.graph, new BinaryArrayAddressableHeap<>(study.vertices));
    }
  }

  /** The pairing heap of jheaps. */
  @State(Scope.Thread)
  public static class JheapsPairing {
    private Sources sources;
    private JheapsPaths paths;

    @Setup
    public void prepare(IndexedHeapBench study) {
      sources = new Sources(study.vertices);
      paths = new JheapsPaths(study.graph, new PairingHeap<>());
    }
  }

  /** fastutil's indirect binary heap. */
  @State(Scope.Thread)
  public static class Fastutil {
    private Sources sources;
    private FastutilPaths paths;

    @Setup
    public void prepare(IndexedHeapBench study) {
      sources = new Sources(study.vertices);
      paths = new FastutilPaths(study.graph);
    }
  }

  /** Four children to a node. */
  @State(Scope.Thread)
  public static class FourWay {
    private Sources sources;
    private IndexedPaths paths;

    @Setup
    public void prepare(IndexedHeapBench study) {
      sources = new Sources(study.vertices);
      paths = new IndexedPaths(study.graph, 4);
    }
  }

  /** Eight children to a node. */
  @State(Scope.Thread)
  public static class EightWay {
    private Sources sources;
    private IndexedPaths paths;

    @Setup
    public void prepare(IndexedHeapBench study) {
      sources = new Sources(study.vertices);
      paths = new IndexedPaths(study.graph, 8);
    }
  }

  /** Buckets by the digits in which keys differ from the last one taken. */
  @State(Scope.Thread)
  public static class Radix {
    private Sources sources;
    private RadixPaths paths;

    @Setup
    public void prepare(IndexedHeapBench study) {
      sources = new Sources(study.vertices);
      paths = new RadixPaths(study.graph);
    }
  }

  /** Where one search after the other begins. */
  private static final class Sources {
    private static final int STEP = 617;

    private final int vertices;
    private int source;

    Sources(int vertices) {
      this.vertices = vertices;
    }

    int next() {
      source = (source + STEP) % vertices;
      return source;
    }
  }
}
