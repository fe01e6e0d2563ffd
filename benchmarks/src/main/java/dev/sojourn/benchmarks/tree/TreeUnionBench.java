package dev.sojourn.benchmarks.tree;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Deferred;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.tree.LongTreap;
import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation copies a map and unites the copy with another map, as large or a hundredth as
 * large, half of whose keys it has already. Both maps stay what they were: a copy is the linear
 * construction of a tree from a sorted one, or a snapshot of a treap whose arrays are copied when
 * it changes.
 */
@Study(
    week = 19,
    question = "What does the union of two sorted maps cost?",
    insight =
        "Insertions cost a search for each entry. A treap cuts the tree it is united with only"
            + " where the other has entries, and takes what lies between as a whole; copying is"
            + " what is left to pay.",
    source = "Blelloch & Reid-Miller, Fast set operations using treaps, 1998",
    heapMegabytes = 2048,
    slow = "size=1000000")
@Claim(subject = "arena", ratioAtMost = 0.2, where = "size=1000000,part=1")
@Claim(subject = "arena", ratioAtMost = 0.5)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class TreeUnionBench {
  @Param({"1000", "100000", "1000000"})
  int size;

  /** How many times larger the first map is. */
  @Param({"1", "100"})
  int part;

  @Baseline
  @Benchmark
  public Deferred jdk(Jdk maps, TailClock clock) {
    return Contents.of(clock.lap(maps.united()));
  }

  @Benchmark
  public Deferred fastutil(Fastutil maps, TailClock clock) {
    return Contents.of(clock.lap(maps.united()));
  }

  @Benchmark
  public Deferred arena(Arena treaps, TailClock clock) {
    return Contents.of(clock.lap(treaps.united()));
  }

  private int otherFrom() {
    return size - size / part / 2;
  }

  private int otherTo() {
    return otherFrom() + size / part;
  }

  /** {@link TreeMap}. */
  @State(Scope.Thread)
  public static class Jdk {
    private NavigableMap<Long, Long> map;
    private NavigableMap<Long, Long> other;

    @Setup
    public void fill(TreeUnionBench study) {
      map = Filled.jdk(0, study.size);
      other = Filled.jdk(study.otherFrom(), study.otherTo());
    }

    SortedMap<Long, Long> united() {
      SortedMap<Long, Long> union = new TreeMap<>(map);
      union.putAll(other);
      return union;
    }
  }

  /** fastutil. */
  @State(Scope.Thread)
  public static class Fastutil {
    private Long2LongRBTreeMap map;
    private Long2LongRBTreeMap other;

    @Setup
    public void fill(TreeUnionBench study) {
      map = Filled.fastutil(0, study.size);
      other = Filled.fastutil(study.otherFrom(), study.otherTo());
    }

    Long2LongRBTreeMap united() {
      Long2LongRBTreeMap union = map.clone();
      union.putAll(other);
      return union;
    }
  }

  /** Treaps in flat arrays. */
  @State(Scope.Thread)
  public static class Arena {
    private LongTreap treap;
    private LongTreap other;

    @Setup
    public void fill(TreeUnionBench study) {
      treap = Filled.arena(0, study.size);
      other = Filled.arena(study.otherFrom(), study.otherTo());
    }

    LongTreap united() {
      LongTreap union = treap.snapshot();
      union.union(other.snapshot());
      return union;
    }
  }
}
