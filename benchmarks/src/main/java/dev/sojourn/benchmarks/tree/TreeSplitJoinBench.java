package dev.sojourn.benchmarks.tree;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.tree.LongTreap;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation cuts a map in two at one of its keys, asks the upper part for its size and its
 * greatest key, and makes one map of both again: what a window does that moves over a map.
 */
@Study(
    week = 19,
    question = "What does cutting a sorted map in two and joining it again cost?",
    insight =
        "A treap is cut along one search and joined along one spine; a tree that must keep its"
            + " balance is copied, entry by entry, in both directions.",
    source = "Seidel & Aragon, Randomized search trees, 1996",
    heapMegabytes = 1024)
@Claim(subject = "arena", ratioAtMost = 0.1, where = "size=1000")
@Claim(subject = "arena", ratioAtMost = 0.001, where = "size=100000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class TreeSplitJoinBench {
  @Param({"1000", "100000"})
  int size;

  @Baseline
  @Benchmark
  public long jdk(Jdk map, TailClock clock) {
    return clock.lap(map.cutAndJoin());
  }

  @Benchmark
  public long arena(Arena treap, TailClock clock) {
    return clock.lap(treap.cutAndJoin());
  }

  /** {@link TreeMap}: a copy of the view of the upper part, which is then cleared. */
  @State(Scope.Thread)
  public static class Jdk {
    private Keys keys;
    private NavigableMap<Long, Long> map;

    @Setup
    public void fill(TreeSplitJoinBench study) {
      keys = new Keys(study.size);
      map = Filled.jdk(0, study.size);
    }

    long cutAndJoin() {
      SortedMap<Long, Long> tail = map.tailMap(keys.next());
      SortedMap<Long, Long> upper = new TreeMap<>(tail);
      tail.clear();
      long answer = upper.size() ^ upper.lastKey();
      map.putAll(upper);
      return answer;
    }
  }

  /** A treap in flat arrays. */
  @State(Scope.Thread)
  public static class Arena {
    private Keys keys;
    private LongTreap treap;

    @Setup
    public void fill(TreeSplitJoinBench study) {
      keys = new Keys(study.size);
      treap = Filled.arena(0, study.size);
    }

    long cutAndJoin() {
      LongTreap upper = treap.split(keys.next());
      long answer = upper.size() ^ upper.lastKey();
      treap.join(upper);
      return answer;
    }
  }
}
