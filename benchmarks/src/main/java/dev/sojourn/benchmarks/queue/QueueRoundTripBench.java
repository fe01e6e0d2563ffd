package dev.sojourn.benchmarks.queue;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.structures.queue.LongSpscRing;
import dev.sojourn.structures.queue.MpmcRing;
import dev.sojourn.structures.queue.SpscRing;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jctools.queues.SpscArrayQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One operation sends a long to another thread and waits for its answer, over a pair of queues;
 * both threads spin. What is left is the way of cache lines between two processors, there and back.
 */
@Study(
    week = 9,
    question = "In which percentile do a lock and a ring part when a message waits for its answer?",
    insight =
        "An empty queue hides nothing: each way costs the lines that must cross, so medians differ"
            + " by a small factor, and the tail by whatever a thread loses while it holds a lock.",
    batch = 16)
@Claim(subject = "spscRing", against = "jctoolsSpsc", ratioAtMost = 1.05)
@Claim(subject = "spscRing", ratioAtMost = 0.9)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class QueueRoundTripBench {
  @Param({"64"})
  int capacity;

  @Baseline
  @Benchmark
  public long arrayBlockingQueue(ArrayBlocking state, TailClock clock) {
    return clock.lap(state.echo.roundTrip());
  }

  @Benchmark
  public long concurrentLinkedQueue(ConcurrentLinked state, TailClock clock) {
    return clock.lap(state.echo.roundTrip());
  }

  @Benchmark
  public long jctoolsSpsc(JctoolsSpsc state, TailClock clock) {
    return clock.lap(state.echo.roundTrip());
  }

  @Benchmark
  public long spscRing(Spsc state, TailClock clock) {
    return clock.lap(state.echo.roundTrip());
  }

  @Benchmark
  public long mpmcRing(Mpmc state, TailClock clock) {
    return clock.lap(state.echo.roundTrip());
  }

  @Benchmark
  public long longSpscRing(LongSpsc state, TailClock clock) {
    return clock.lap(state.echo.roundTrip());
  }

  /** The JDK's ring under one lock. */
  @State(Scope.Thread)
  public static class ArrayBlocking {
    private Echo echo;

    @Setup
    public void start(QueueRoundTripBench study) {
      echo =
          new Echo(
              Channel.ofBoxed(new ArrayBlockingQueue<>(study.capacity)),
              Channel.ofBoxed(new ArrayBlockingQueue<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      echo.close();
    }
  }

  /** The JDK's lock-free chain. */
  @State(Scope.Thread)
  public static class ConcurrentLinked {
    private Echo echo;

    @Setup
    public void start(QueueRoundTripBench study) {
      echo =
          new Echo(
              Channel.ofBoxed(new ConcurrentLinkedQueue<>()),
              Channel.ofBoxed(new ConcurrentLinkedQueue<>()));
    }

    @TearDown
    public void stop() {
      echo.close();
    }
  }

  /** JCTools, one producer and one consumer. */
  @State(Scope.Thread)
  public static class JctoolsSpsc {
    private Echo echo;

    @Setup
    public void start(QueueRoundTripBench study) {
      echo =
          new Echo(
              Channel.ofBoxed(new SpscArrayQueue<>(study.capacity)),
              Channel.ofBoxed(new SpscArrayQueue<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      echo.close();
    }
  }

  /** Ours, one producer and one consumer. */
  @State(Scope.Thread)
  public static class Spsc {
    private Echo echo;

    @Setup
    public void start(QueueRoundTripBench study) {
      echo =
          new Echo(
              Channel.ofBoxed(new SpscRing<>(study.capacity)),
              Channel.ofBoxed(new SpscRing<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      echo.close();
    }
  }

  /** Ours, any producer and any consumer. */
  @State(Scope.Thread)
  public static class Mpmc {
    private Echo echo;

    @Setup
    public void start(QueueRoundTripBench study) {
      echo =
          new Echo(
              Channel.ofBoxed(new MpmcRing<>(study.capacity)),
              Channel.ofBoxed(new MpmcRing<>(study.capacity)));
    }

    @TearDown
    public void stop() {
      echo.close();
    }
  }

  /** Ours, longs without boxes. */
  @State(Scope.Thread)
  public static class LongSpsc {
    private Echo echo;

    @Setup
    public void start(QueueRoundTripBench study) {
      echo =
          new Echo(
              Channel.ofLongs(new LongSpscRing(study.capacity)),
              Channel.ofLongs(new LongSpscRing(study.capacity)));
    }

    @TearDown
    public void stop() {
      echo.close();
    }
  }
}
