package dev.sojourn.benchmarks.latency;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.Notebook;
import java.util.function.LongSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One invocation is one iteration of a short operation, timed one by one, that now and then takes
 * far longer: too rarely to show at p99.9. What a histogram of all times and what JMH's mode
 * SampleTime make of p99.9 stands side by side, see {@link TwoStopwatches}.
 *
 * <p>The fewer operations are as many as JMH keeps all of; of the more it halves its counts five
 * times. Nothing is claimed of steady operations there: by what the machine delays some of them is
 * seldom equal either, so that their tail may grow as well.
 */
@Study(
    week = 1,
    question = "Does my stopwatch tell the whole truth?",
    insight =
        "A sampler that thins out its counts and never lets a rare one go keeps the tail and loses"
            + " the body: its p99.9 is more than ten times the true one. As long as it thins out"
            + " nothing, it is right.",
    source = "JMH 1.37, SampleBuffer and the code it generates for SampleTime")
@Claim(
    subject = "rarelySlow",
    metric = "p99.9.sojourn.over.jmh",
    countAtMost = 0.1,
    where = "operations=8000000")
@Claim(
    subject = "rarelySlow",
    metric = "deviation.p99.9",
    countAtMost = 5,
    where = "operations=200000")
@Claim(subject = "steady", metric = "deviation.p99.9", countAtMost = 5, where = "operations=200000")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class SampleTimeLab {
  private static final int SEED = 12_345;
  private static final int STEPS = 50;

  @Param({"200000", "8000000"})
  int operations;

  @Baseline
  @Benchmark
  public long steady(Notebook notebook) {
    return run(() -> 0, notebook);
  }

  @Benchmark
  public long rarelySlow(Notebook notebook) {
    return run(new RareDelays(SEED)::nextNanos, notebook);
  }

  /** Answers with what the operations came to, which is the same however long they took. */
  private long run(LongSupplier delays, Notebook notebook) {
    TwoStopwatches stopwatches = new TwoStopwatches(SEED);
    long chain = 1;
    for (int i = 0; i < operations; i++) {
      long delayNanos = delays.getAsLong();
      long start = System.nanoTime();
      chain = steps(chain);
      long end = delayNanos > 0 ? spinUntil(start + delayNanos) : System.nanoTime();
      stopwatches.offer(end - start);
    }
    stopwatches.tell(notebook);
    return chain;
  }

  /** Arithmetic of which every step needs the one before, and which no compiler can shorten. */
  private static long steps(long from) {
    long value = from;
    for (int i = 0; i < STEPS; i++) {
      value = (value ^ (value >>> 29)) * 0xd6e8feb86659fd93L;
    }
    return value;
  }

  private static long spinUntil(long nanos) {
    long now = System.nanoTime();
    while (now - nanos < 0) {
      Thread.onSpinWait();
      now = System.nanoTime();
    }
    return now;
  }
}
