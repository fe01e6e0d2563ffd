package dev.sojourn.benchmarks.tree;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.tree.LongTreap;
import dev.sojourn.structures.tree.TreapMap;
import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One operation counts the keys that are less than one of them. */
@Study(
    week = 19,
    question = "What is the size of a subtree in every node worth, when a map is asked for ranks?",
    insight =
        "A map without sizes walks the keys it counts, so its answer takes time in proportion;"
            + " with sizes it is one search. At a million keys that is a factor of many thousands.",
    source = "Cormen et al., Introduction to Algorithms, chapter on augmenting data structures",
    heapMegabytes = 1024)
@Claim(subject = "arena", ratioAtMost = 1.0 / 1000, where = "size=1000000")
@Claim(subject = "nodes", ratioAtMost = 1.0 / 1000, where = "size=1000000")
@Claim(subject = "arena", ratioAtMost = 0.1)
@Claim(subject = "arena", metric = "alloc", countAtMost = 0.01, where = "size=1000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class TreeRankBench {
  @Param({"1000", "100000", "1000000"})
  int size;

  @Baseline
  @Benchmark
  public int jdk(Jdk map, TailClock clock) {
    return clock.lap(map.rank());
  }

  @Benchmark
  public int fastutil(Fastutil map, TailClock clock) {
    return clock.lap(map.rank());
  }

  @Benchmark
  public int nodes(Nodes map, TailClock clock) {
    return clock.lap(map.rank());
  }

  @Benchmark
  public int arena(Arena treap, TailClock clock) {
    return clock.lap(treap.rank());
  }

  /** {@link TreeMap}: the size of a view, which is counted. */
  @State(Scope.Thread)
  public static class Jdk {
    private Keys keys;
    private NavigableMap<Long, Long> map;

    @Setup
    public void fill(TreeRankBench study) {
      keys = new Keys(study.size);
      map = Filled.jdk(0, study.size);
    }

    int rank() {
      return map.headMap(keys.next()).size();
    }
  }

  /** fastutil: the size of a view, which is counted. */
  @State(Scope.Thread)
  public static class Fastutil {
    private Keys keys;
    private Long2LongRBTreeMap map;

    @Setup
    public void fill(TreeRankBench study) {
      keys = new Keys(study.size);
      map = Filled.fastutil(0, study.size);
    }

    int rank() {
      return map.headMap(keys.next()).size();
    }
  }

  /** A treap of objects. */
  @State(Scope.Thread)
  public static class Nodes {
    private Keys keys;
    private TreapMap<Long, Long> map;

    @Setup
    public void fill(TreeRankBench study) {
      keys = new Keys(study.size);
      map = Filled.nodes(0, study.size);
    }

    int rank() {
      return map.rank(keys.next());
    }
  }

  /** A treap in flat arrays. */
  @State(Scope.Thread)
  public static class Arena {
    private Keys keys;
    private LongTreap treap;

    @Setup
    public void fill(TreeRankBench study) {
      keys = new Keys(study.size);
      treap = Filled.arena(0, study.size);
    }

    int rank() {
      return treap.rank(keys.next());
    }
  }
}
