package dev.sojourn.benchmarks.tree;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Deferred;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.tree.LongTreap;
import dev.sojourn.structures.tree.TreapMap;
import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import java.util.Arrays;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation makes a map of entries that are sorted already, in the way each library has for it:
 * from a sorted map for objects, from arrays for longs. The sorted map and its boxes were made
 * before.
 */
@Study(
    week = 19,
    question = "What does a tree of sorted entries cost when it is not built by insertions?",
    insight =
        "The stack of the right spine makes a treap in one pass, a node at a time, at the place"
            + " where it stays. The JDK's build is linear as well and allocates an object for each"
            + " entry.",
    source = "Vuillemin, A unifying look at data structures, 1980",
    heapMegabytes = 2048)
@Claim(subject = "arena", ratioAtMost = 1.0, where = "size=1000000")
@Claim(subject = "arena", against = "fastutil", ratioAtMost = 0.2, where = "size=1000000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class TreeBuildBench {
  @Param({"1000", "100000", "1000000"})
  int size;

  private long[] keys;
  private long[] values;

  @Setup
  public void draw() {
    keys = Order.ASCENDING.draw(size)[0];
    values = Arrays.stream(keys).map(Keys::value).toArray();
  }

  @Baseline
  @Benchmark
  public Deferred jdk(Boxed source, TailClock clock) {
    return Contents.of(clock.lap(new TreeMap<>(source.map)));
  }

  @Benchmark
  public Deferred fastutil(TailClock clock) {
    return Contents.of(clock.lap(new Long2LongRBTreeMap(keys, values)));
  }

  @Benchmark
  public Deferred nodes(Boxed source, TailClock clock) {
    return Contents.of(clock.lap(new TreapMap<>(source.map)));
  }

  @Benchmark
  public Deferred arena(TailClock clock) {
    return Contents.of(clock.lap(LongTreap.ofSorted(keys, values)));
  }

  /** The entries as objects in a map. */
  @State(Scope.Thread)
  public static class Boxed {
    private TreeMap<Long, Long> map;

    @Setup
    public void box(TreeBuildBench study) {
      map = new TreeMap<>();
      for (long key : study.keys) {
        map.put(key, Keys.value(key));
      }
    }
  }
}
