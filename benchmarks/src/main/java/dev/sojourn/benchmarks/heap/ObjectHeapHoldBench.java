package dev.sojourn.benchmarks.heap;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.heap.DaryHeap;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jheaps.array.DaryArrayHeap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The hold model over events ordered by a comparator, as a timer queue keeps them: the earliest is
 * polled, moved to a later time and added again. The events are few objects used over and over, so
 * no method allocates.
 *
 * <p>Every implementation starts alike: it is given the same events one by one, in the same random
 * order, and then held twice for each of them, so that slots and objects no longer follow one
 * another in memory as they do when a queue has just been filled. (Insertion is the only way that
 * all have: the {@code heapify} of jheaps is wrong above two children.)
 */
@Study(
    week = 17,
    question = "Does the arity still matter when every comparison follows a reference?",
    insight =
        "Siblings that share a cache line no longer share their keys, so each child costs a miss of"
            + " its own. Wide nodes save levels but not comparisons: expect four children near a"
            + " tie, and more to lose.",
    source =
        "Jones, An empirical comparison of priority-queue implementations, 1986 (hold model);"
            + " Larkin, Sen & Tarjan, A back-to-basics empirical study of priority queues, 2014",
    batch = 64,
    heapMegabytes = 1024,
    tour = "size=100000",
    tourMethods = "fourWay")
@Claim(subject = "fourWay", ratioAtMost = 1.0 / 1.15, where = "size=1000000")
@Claim(subject = "fourWay", against = "jheapsFourWay", ratioAtMost = 1.0)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class ObjectHeapHoldBench {
  private static final Comparator<Event> BY_TIME = (a, b) -> Long.compare(a.time, b.time);

  @Param({"1000", "100000", "1000000"})
  int size;

  @Baseline
  @Benchmark
  public long jdk(Jdk queue, TailClock clock) {
    return clock.lap(queue.hold());
  }

  @Benchmark
  public long jheapsFourWay(Jheaps heap, TailClock clock) {
    return clock.lap(heap.hold());
  }

  @Benchmark
  public long binary(Binary heap, TailClock clock) {
    return clock.lap(heap.hold.next());
  }

  @Benchmark
  public long fourWay(FourWay heap, TailClock clock) {
    return clock.lap(heap.hold.next());
  }

  @Benchmark
  public long eightWay(EightWay heap, TailClock clock) {
    return clock.lap(heap.hold.next());
  }

  /** {@link PriorityQueue} with a comparator. */
  @State(Scope.Thread)
  public static class Jdk {
    private HoldModel model;
    private PriorityQueue<Event> queue;

    @Setup
    public void fill(ObjectHeapHoldBench study) {
      model = new HoldModel(study.size);
      queue = new PriorityQueue<>(study.size, BY_TIME);
      model.fill(time -> queue.add(new Event(time)));
      model.age(this::hold);
    }

    long hold() {
      Event earliest = queue.remove();
      long time = earliest.postpone(model.next());
      queue.add(earliest);
      return time;
    }
  }

  /** The d-ary heap of jheaps, four children to a node. */
  @State(Scope.Thread)
  public static class Jheaps {
    private HoldModel model;
    private DaryArrayHeap<Event> heap;

    @Setup
    public void fill(ObjectHeapHoldBench study) {
      model = new HoldModel(study.size);
      heap = new DaryArrayHeap<>(4, BY_TIME, study.size);
      model.fill(time -> heap.insert(new Event(time)));
      model.age(this::hold);
    }

    long hold() {
      Event earliest = heap.deleteMin();
      long time = earliest.postpone(model.next());
      heap.insert(earliest);
      return time;
    }
  }

  /** Two children to a node. */
  @State(Scope.Thread)
  public static class Binary {
    private EventHold hold;

    @Setup
    public void fill(ObjectHeapHoldBench study) {
      hold = new EventHold(2, study.size);
    }
  }

  /** Four children to a node. */
  @State(Scope.Thread)
  public static class FourWay {
    private EventHold hold;

    @Setup
    public void fill(ObjectHeapHoldBench study) {
      hold = new EventHold(4, study.size);
    }
  }

  /** Eight children to a node. */
  @State(Scope.Thread)
  public static class EightWay {
    private EventHold hold;

    @Setup
    public void fill(ObjectHeapHoldBench study) {
      hold = new EventHold(8, study.size);
    }
  }

  private static final class Event {
    private long time;

    Event(long time) {
      this.time = time;
    }

    /** Moves the event, which must be in no queue, and returns when it was due before. */
    long postpone(long delay) {
      long due = time;
      time = due + delay;
      return due;
    }
  }

  private static final class EventHold {
    private final HoldModel model;
    private final DaryHeap<Event> heap;

    EventHold(int arity, int size) {
      model = new HoldModel(size);
      heap = DaryHeap.withArity(arity, BY_TIME);
      model.fill(time -> heap.add(new Event(time)));
      model.age(this::next);
    }

    long next() {
      Event earliest = heap.poll();
      long time = earliest.postpone(model.next());
      heap.add(earliest);
      return time;
    }
  }
}
