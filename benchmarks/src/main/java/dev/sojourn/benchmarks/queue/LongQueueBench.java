package dev.sojourn.benchmarks.queue;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.queue.LongMpmcRing;
import dev.sojourn.structures.queue.LongSpscRing;
import java.util.concurrent.ArrayBlockingQueue;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * As {@link SpscQueueBench}, but longs travel: each in a box of its own where the queue takes
 * objects only. On two processors this speaks of one producer and one consumer, not of scaling.
 */
@Study(
    week = 9,
    question = "What does a box cost that is made on one processor and opened on another?",
    insight =
        "More than the queue itself: an allocation, a card to mark, and a second line that has to"
            + " cross. Eight longs cross in one line.",
    source = "Lee, Bu & Chandranmenon, A lock-free, cache-efficient shared ring buffer, 2009")
@Claim(subject = "longSpscRing", against = "jctoolsSpsc", ratioAtMost = 1.0 / 1.5)
@Claim(subject = "longMpmcRing", against = "jctoolsMpmc", ratioAtMost = 1.0 / 1.3)
@Claim(subject = "longSpscRing", metric = "alloc", countAtMost = 1000)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class LongQueueBench {
  @Param({"64", "1024", "65536"})
  int capacity;

  @Baseline
  @Benchmark
  public long arrayBlockingQueue(ArrayBlocking state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long jctoolsSpsc(JctoolsSpsc state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long longSpscRing(LongSpsc state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long jctoolsMpmc(JctoolsMpmc state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long longMpmcRing(LongMpmc state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  /** The JDK's ring under one lock. */
  @State(Scope.Thread)
  public static class ArrayBlocking {
    private Relay relay;

    @Setup
    public void start(LongQueueBench study) {
      relay = new Relay(Channel.ofBoxed(new ArrayBlockingQueue<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** JCTools, one producer and one consumer. */
  @State(Scope.Thread)
  public static class JctoolsSpsc {
    private Relay relay;

    @Setup
    public void start(LongQueueBench study) {
      relay = new Relay(Channel.ofBoxed(new SpscArrayQueue<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** Ours, one producer and one consumer. */
  @State(Scope.Thread)
  public static class LongSpsc {
    private Relay relay;

    @Setup
    public void start(LongQueueBench study) {
      relay = new Relay(Channel.ofLongs(new LongSpscRing(study.capacity)));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** JCTools, any producer and any consumer. */
  @State(Scope.Thread)
  public static class JctoolsMpmc {
    private Relay relay;

    @Setup
    public void start(LongQueueBench study) {
      relay = new Relay(Channel.ofBoxed(new MpmcArrayQueue<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** Ours, any producer and any consumer. */
  @State(Scope.Thread)
  public static class LongMpmc {
    private Relay relay;

    @Setup
    public void start(LongQueueBench study) {
      relay = new Relay(Channel.ofLongs(new LongMpmcRing(study.capacity)));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }
}
