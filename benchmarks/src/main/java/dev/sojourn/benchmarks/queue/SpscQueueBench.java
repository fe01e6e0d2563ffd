package dev.sojourn.benchmarks.queue;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.queue.ChunkedQueue;
import dev.sojourn.structures.queue.MichaelScottQueue;
import dev.sojourn.structures.queue.MpmcRing;
import dev.sojourn.structures.queue.MpscChain;
import dev.sojourn.structures.queue.MpscRing;
import dev.sojourn.structures.queue.SpscRing;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One operation hands ten thousand objects, made beforehand, from one thread to another, and ends
 * when the other has read the last. Nobody sleeps: {@code offer} and {@code poll} are repeated. The
 * answer folds what arrived, in order. Unbounded queues ignore the capacity. On two processors this
 * speaks of one producer and one consumer, not of scaling.
 */
@Study(
    week = 9,
    question = "What does a queue without locks buy between one producer and one consumer?",
    insight =
        "A lock costs a factor, since both sides fight over its line for every element. Among rings"
            + " what counts is how many lines cross between the processors for each element: none"
            + " but the slots for a single producer and consumer, a counter besides for many.",
    source =
        "Giacomoni, Moseley & Vachharajani, FastForward for efficient pipeline parallelism, 2008;"
            + " Vyukov, Bounded MPMC queue, 2010")
@Claim(subject = "spscRing", against = "jctoolsSpsc", ratioAtMost = 1.0 / 0.95)
@Claim(subject = "mpmcRing", against = "jctoolsMpmc", ratioAtMost = 1.0 / 0.95)
@Claim(subject = "michaelScott", against = "concurrentLinkedQueue", ratioAtMost = 1.0 / 0.95)
@Claim(subject = "chunked", against = "concurrentLinkedQueue", ratioAtMost = 1.0 / 1.5)
@Claim(subject = "spscRing", ratioAtMost = 1.0 / 2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class SpscQueueBench {
  @Param({"64", "1024", "65536"})
  int capacity;

  @Baseline
  @Benchmark
  public long arrayBlockingQueue(ArrayBlocking state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long linkedBlockingQueue(LinkedBlocking state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long concurrentLinkedQueue(ConcurrentLinked state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long jctoolsSpsc(JctoolsSpsc state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long spscRing(Spsc state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long jctoolsMpsc(JctoolsMpsc state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long mpscRing(Mpsc state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long jctoolsMpmc(JctoolsMpmc state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long mpmcRing(Mpmc state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long mpscChain(Chain state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long michaelScott(MichaelScott state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  @Benchmark
  public long chunked(Chunked state, TailClock clock) {
    return clock.lap(state.relay.burst());
  }

  /** The JDK's ring under one lock. */
  @State(Scope.Thread)
  public static class ArrayBlocking {
    private Relay relay;

    @Setup
    public void start(SpscQueueBench study) {
      relay = new Relay(Channel.ofPrepared(new ArrayBlockingQueue<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** The JDK's chain under two locks. */
  @State(Scope.Thread)
  public static class LinkedBlocking {
    private Relay relay;

    @Setup
    public void start(SpscQueueBench study) {
      relay = new Relay(Channel.ofPrepared(new LinkedBlockingQueue<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** The JDK's lock-free chain, without a bound. */
  @State(Scope.Thread)
  public static class ConcurrentLinked {
    private Relay relay;

    @Setup
    public void start(SpscQueueBench study) {
      relay = new Relay(Channel.ofPrepared(new ConcurrentLinkedQueue<>()));
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
    public void start(SpscQueueBench study) {
      relay = new Relay(Channel.ofPrepared(new SpscArrayQueue<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** Ours, one producer and one consumer. */
  @State(Scope.Thread)
  public static class Spsc {
    private Relay relay;

    @Setup
    public void start(SpscQueueBench study) {
      relay = new Relay(Channel.ofPrepared(new SpscRing<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** JCTools, any producer and one consumer. */
  @State(Scope.Thread)
  public static class JctoolsMpsc {
    private Relay relay;

    @Setup
    public void start(SpscQueueBench study) {
      relay = new Relay(Channel.ofPrepared(new MpscArrayQueue<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** Ours, any producer and one consumer. */
  @State(Scope.Thread)
  public static class Mpsc {
    private Relay relay;

    @Setup
    public void start(SpscQueueBench study) {
      relay = new Relay(Channel.ofPrepared(new MpscRing<>(study.capacity)));
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
    public void start(SpscQueueBench study) {
      relay = new Relay(Channel.ofPrepared(new MpmcArrayQueue<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** Ours, any producer and any consumer. */
  @State(Scope.Thread)
  public static class Mpmc {
    private Relay relay;

    @Setup
    public void start(SpscQueueBench study) {
      relay = new Relay(Channel.ofPrepared(new MpmcRing<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** Ours, a chain for one consumer, without a bound. */
  @State(Scope.Thread)
  public static class Chain {
    private Relay relay;

    @Setup
    public void start(SpscQueueBench study) {
      relay = new Relay(Channel.ofPrepared(new MpscChain<>()));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** Ours, Michael and Scott's chain, without a bound. */
  @State(Scope.Thread)
  public static class MichaelScott {
    private Relay relay;

    @Setup
    public void start(SpscQueueBench study) {
      relay = new Relay(Channel.ofPrepared(new MichaelScottQueue<>()));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }

  /** Ours, a chain of arrays, without a bound. */
  @State(Scope.Thread)
  public static class Chunked {
    private Relay relay;

    @Setup
    public void start(SpscQueueBench study) {
      relay = new Relay(Channel.ofPrepared(new ChunkedQueue<>()));
    }

    @TearDown
    public void stop() {
      relay.close();
    }
  }
}
