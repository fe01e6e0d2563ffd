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
import java.util.concurrent.ConcurrentSkipListMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation gets the value of a key that is there. All maps were filled one by one in the same
 * random order; the trimmed treap was then laid out anew in the order of its keys. Maps of objects
 * are asked with a {@code long}, as a program has it that keeps longs in them.
 */
@Study(
    week = 19,
    question = "What does a search cost in a tree that leaves its balance to chance?",
    insight =
        "It meets 1.4 times as many nodes. In flat arrays they are one cache line each instead of a"
            + " node and a boxed key, and the choice of a child needs no branch, so the deeper tree"
            + " is the faster one once the boxes miss the cache. As objects the same tree loses.",
    source = "Seidel & Aragon, Randomized search trees, 1996",
    batch = 16,
    heapMegabytes = 3072)
@Claim(subject = "arena", ratioAtMost = 1.0 / 1.3, where = "size=1000000")
@Claim(subject = "arena", ratioAtMost = 1.0)
@Claim(subject = "trimmed", against = "arena", ratioAtMost = 0.9, where = "size=1000000")
@Claim(subject = "arena", against = "fastutil", ratioAtMost = 1.0 / 0.95, where = "size=1000000")
@Claim(subject = "nodes", ratioAtLeast = 1.0, where = "size=1000000")
@Claim(subject = "arena", metric = "alloc", countAtMost = 0.01)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class TreeGetBench {
  private static final long ABSENT = 0;

  @Param({"1000", "100000", "1000000", "10000000"})
  int size;

  @Baseline
  @Benchmark
  public long jdk(Jdk map, TailClock clock) {
    return clock.lap(map.get());
  }

  @Benchmark
  public long skipList(SkipList map, TailClock clock) {
    return clock.lap(map.get());
  }

  @Benchmark
  public long fastutil(Fastutil map, TailClock clock) {
    return clock.lap(map.get());
  }

  @Benchmark
  public long nodes(Nodes map, TailClock clock) {
    return clock.lap(map.get());
  }

  @Benchmark
  public long arena(Arena treap, TailClock clock) {
    return clock.lap(treap.get());
  }

  @Benchmark
  public long trimmed(Trimmed treap, TailClock clock) {
    return clock.lap(treap.get());
  }

  /** {@link TreeMap}: red-black, boxed. */
  @State(Scope.Thread)
  public static class Jdk {
    private Keys keys;
    private NavigableMap<Long, Long> map;

    @Setup
    public void fill(TreeGetBench study) {
      keys = new Keys(study.size);
      map = Filled.jdk(0, study.size);
    }

    long get() {
      return map.getOrDefault(keys.next(), ABSENT);
    }
  }

  /** {@link ConcurrentSkipListMap}: the JDK's other answer to balance by chance. */
  @State(Scope.Thread)
  public static class SkipList {
    private Keys keys;
    private NavigableMap<Long, Long> map;

    @Setup
    public void fill(TreeGetBench study) {
      keys = new Keys(study.size);
      map = Filled.skipList(0, study.size);
    }

    long get() {
      return map.getOrDefault(keys.next(), ABSENT);
    }
  }

  /** fastutil: red-black, an object a node, nothing boxed. */
  @State(Scope.Thread)
  public static class Fastutil {
    private Keys keys;
    private Long2LongRBTreeMap map;

    @Setup
    public void fill(TreeGetBench study) {
      keys = new Keys(study.size);
      map = Filled.fastutil(0, study.size);
    }

    long get() {
      return map.get(keys.next());
    }
  }

  /** A treap of objects. */
  @State(Scope.Thread)
  public static class Nodes {
    private Keys keys;
    private TreapMap<Long, Long> map;

    @Setup
    public void fill(TreeGetBench study) {
      keys = new Keys(study.size);
      map = Filled.nodes(0, study.size);
    }

    long get() {
      return map.getOrDefault(keys.next(), ABSENT);
    }
  }

  /** A treap in flat arrays, its nodes in the order in which they came. */
  @State(Scope.Thread)
  public static class Arena {
    private Keys keys;
    private LongTreap treap;

    @Setup
    public void fill(TreeGetBench study) {
      keys = new Keys(study.size);
      treap = Filled.arena(0, study.size);
    }

    long get() {
      return treap.getOrDefault(keys.next(), ABSENT);
    }
  }

  /** A treap in flat arrays, its nodes in the order of their keys. */
  @State(Scope.Thread)
  public static class Trimmed {
    private Keys keys;
    private LongTreap treap;

    @Setup
    public void fill(TreeGetBench study) {
      keys = new Keys(study.size);
      treap = Filled.arena(0, study.size);
      treap.trim();
    }

    long get() {
      return treap.getOrDefault(keys.next(), ABSENT);
    }
  }
}
