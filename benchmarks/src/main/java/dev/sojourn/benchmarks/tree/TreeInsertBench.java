package dev.sojourn.benchmarks.tree;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Deferred;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.tree.LongTreap;
import dev.sojourn.structures.tree.TreapMap;
import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation puts all keys into an empty map, one by one. The answer is all of its entries,
 * which are folded only when answers are compared.
 */
@Study(
    week = 19,
    question = "Can randomness replace balancing, whatever the order in which keys come?",
    insight =
        "The shape of a treap is the same for every order, so no order is its worst; what differs"
            + " is which nodes are in the cache. Hashing a priority at every level costs more than"
            + " the rotations it saves, until the nodes miss the cache.",
    source = "Seidel & Aragon, Randomized search trees, 1996",
    heapMegabytes = 2048,
    slow = "size=1000000")
@Claim(subject = "arena", ratioAtMost = 1.0, where = "size=1000000,order=RANDOM")
@Claim(subject = "arena", ratioAtMost = 1.5)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class TreeInsertBench {
  @Param({"1000", "100000", "1000000"})
  int size;

  @Param({"RANDOM", "ASCENDING", "ZIGZAG"})
  Order order;

  private long[][] inputs;
  private int at;

  @Setup
  public void draw() {
    inputs = order.draw(size);
  }

  @Baseline
  @Benchmark
  public Deferred jdk(TailClock clock) {
    return Contents.of(clock.lap(filled(new TreeMap<>())));
  }

  @Benchmark
  public Deferred skipList(TailClock clock) {
    return Contents.of(clock.lap(filled(new ConcurrentSkipListMap<>())));
  }

  @Benchmark
  public Deferred fastutil(TailClock clock) {
    Long2LongRBTreeMap map = new Long2LongRBTreeMap();
    for (long key : next()) {
      map.put(key, Keys.value(key));
    }
    return Contents.of(clock.lap(map));
  }

  @Benchmark
  public Deferred nodes(TailClock clock) {
    return Contents.of(clock.lap(filled(new TreapMap<>())));
  }

  @Benchmark
  public Deferred arena(TailClock clock) {
    LongTreap treap = new LongTreap();
    for (long key : next()) {
      treap.put(key, Keys.value(key));
    }
    return Contents.of(clock.lap(treap));
  }

  private SortedMap<Long, Long> filled(SortedMap<Long, Long> map) {
    for (long key : next()) {
      map.put(key, Keys.value(key));
    }
    return map;
  }

  private long[] next() {
    return inputs[at++ & (inputs.length - 1)];
  }
}
