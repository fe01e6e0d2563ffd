package dev.sojourn.benchmarks.heap;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.TailClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One operation is one tick of a clock, in which about a hundred timers end: as many as the
 * parameter says are cancelled before their time, and those that are due fire, about as many as
 * make it a hundred. Each is started again at once, so the number of pending timers stays the same.
 * The answer folds which timers fired, in any order.
 *
 * <p>Time is a number that the study advances. The JDK's scheduler keeps its own: its deadlines are
 * put a day ahead of it, one second for each tick, and what the tick reaches is taken from its
 * queue and run by the caller; its worker only ever waits. It is told to remove what is cancelled,
 * which its heap does by index. A {@link java.util.concurrent.DelayQueue} would have to search:
 * there a cancelled timer is marked, and the queue built anew whenever most of it is marked.
 */
@Study(
    week = 18,
    question = "Does a heap or a wheel serve a million timers better?",
    insight =
        "A wheel starts and cancels a timer at the cost of a few links, whatever their number, so"
            + " it gains as cancels grow; it pays by looking at timers of later rounds. A heap that"
            + " knows positions cancels in a level or two: what a cancel costs decides.",
    source = "Varghese & Lauck, Hashed and hierarchical timing wheels, 1987",
    heapMegabytes = 2048)
@Claim(subject = "wheel", ratioAtMost = 0.5, where = "timers=1000000,cancelPercent=99")
@Claim(subject = "heap", ratioAtMost = 0.5, where = "timers=1000000,cancelPercent=99")
@Claim(
    subject = "wheel",
    against = "heap",
    ratioAtMost = 1.0,
    where = "timers=1000000,cancelPercent=99")
@State(Scope.Benchmark)
public class TimerBench {
  @Param({"1000", "100000", "1000000"})
  int timers;

  @Param({"0", "50", "90", "99"})
  int cancelPercent;

  @Baseline
  @Benchmark
  public long scheduler(Scheduler timers, TailClock clock) {
    return clock.lap(timers.load.tick());
  }

  @Benchmark
  public long delayQueue(Delays timers, TailClock clock) {
    return clock.lap(timers.load.tick());
  }

  @Benchmark
  public long heap(Heap timers, TailClock clock) {
    return clock.lap(timers.load.tick());
  }

  @Benchmark
  public long wheel(Wheel timers, TailClock clock) {
    return clock.lap(timers.load.tick());
  }

  /** {@link java.util.concurrent.ScheduledThreadPoolExecutor}. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init")
  public static class Scheduler {
    private SchedulerTimers timers;
    private TimerLoad<SchedulerTimers> load;

    @Setup
    public void start(TimerBench study) {
      timers = new SchedulerTimers(study.timers);
      load = new TimerLoad<>(timers, study.timers, study.cancelPercent);
    }

    @TearDown
    public void stop() {
      timers.close();
    }
  }

  /** {@link java.util.concurrent.DelayQueue}. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init")
  public static class Delays {
    private TimerLoad<DelayQueueTimers> load;

    @Setup
    public void start(TimerBench study) {
      load = new TimerLoad<>(new DelayQueueTimers(study.timers), study.timers, study.cancelPercent);
    }
  }

  /** {@link dev.sojourn.structures.heap.IndexedDaryHeap}, eight children to a node. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init")
  public static class Heap {
    private TimerLoad<HeapTimers> load;

    @Setup
    public void start(TimerBench study) {
      load = new TimerLoad<>(new HeapTimers(study.timers), study.timers, study.cancelPercent);
    }
  }

  /** A hashed wheel with a slot for every sixteen timers. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init")
  public static class Wheel {
    private TimerLoad<WheelTimers> load;

    @Setup
    public void start(TimerBench study) {
      load = new TimerLoad<>(new WheelTimers(study.timers), study.timers, study.cancelPercent);
    }
  }
}
