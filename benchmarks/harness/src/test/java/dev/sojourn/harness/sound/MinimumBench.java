package dev.sojourn.harness.sound;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Shared parameters in the study's own state, one state per implementation. */
@Study(
    week = 17,
    question = "Which structure gives up its minimum sooner?",
    insight = "A sorted array, once it is sorted.",
    source = "any textbook",
    batch = 64,
    heapMegabytes = 256,
    slow = "size=1000,negated=true",
    tour = "size=1000")
@Claim(subject = "sortedArray", ratioAtMost = 0.9, where = "size=1000,order=FALLING")
@Claim(subject = "sortedArray", metric = "alloc", countAtMost = 0)
@Claim(subject = "queue", metric = "alloc", countAtLeast = 16, countAtMost = 24)
@State(Scope.Thread)
public class MinimumBench {
  /** How the keys arrive. */
  public enum Order {
    RISING,
    FALLING,
    RANDOM
  }

  @Param({"10", "1000"})
  int size;

  @Param Order order;

  @Param({"false", "true"})
  boolean negated;

  long[] keys;

  @Setup(Level.Trial)
  public void makeKeys() {
    SplittableRandom random = new SplittableRandom(42);
    keys =
        switch (order) {
          case RISING -> random.longs(size).sorted().toArray();
          case FALLING -> random.longs(size).map(Math::negateExact).sorted().toArray();
          case RANDOM -> random.longs(size).toArray();
        };
    if (negated) {
      Arrays.setAll(keys, i -> -keys[i]);
    }
  }

  @Baseline
  @Benchmark
  public long queue(Queue queue) {
    return queue.next();
  }

  @Benchmark
  public long sortedArray(Sorted sorted) {
    return sorted.next();
  }

  /** The JDK's heap; it needs the keys before it can be filled. */
  @State(Scope.Thread)
  public static class Queue {
    private final PriorityQueue<Long> queue = new PriorityQueue<>();

    @Setup(Level.Trial)
    public void fill(MinimumBench study) {
      Arrays.stream(study.keys).forEach(queue::add);
    }

    long next() {
      long least = queue.remove();
      queue.add(least + 1);
      return least;
    }
  }

  /** A sorted array, kept sorted by insertion. */
  @State(Scope.Thread)
  public static class Sorted {
    private long[] sorted;

    @Setup(Level.Trial)
    public void fill(MinimumBench study) {
      sorted = study.keys.clone();
      Arrays.sort(sorted);
    }

    long next() {
      long least = sorted[0];
      int i = 0;
      while (i + 1 < sorted.length && sorted[i + 1] < least + 1) {
        sorted[i] = sorted[++i];
      }
      sorted[i] = least + 1;
      return least;
    }
  }
}
