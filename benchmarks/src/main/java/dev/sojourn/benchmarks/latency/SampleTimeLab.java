package dev.sojourn.benchmarks.latency;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.tail.Notebook;
import dev.sojourn.harness.tail.SampleTimeTwin;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Tail;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One invocation is one iteration of a short operation, timed one by one, that takes far longer
 * once in 1,250 times. Every time goes into a histogram of ours and into the buffer of JMH's mode
 * SampleTime, by JMH's own rule, see {@link SampleTimeTwin}; what each makes of p99.9 stands side
 * by side.
 */
@Study(
    week = 1,
    question = "Does my stopwatch tell the whole truth?",
    insight =
        "A sampler that thins out its counts and never lets a rare one go keeps the tail and loses"
            + " the body: its p99.9 can be a hundred times the true one. Recording everything in"
            + " a histogram costs less than a hundred nanoseconds.",
    source = "JMH 1.37, SampleBuffer and the code it generates for SampleTime")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class SampleTimeLab {
  private static final int SEED = 12_345;
  private static final int ANSWERED = 1_000;
  private static final int RARE = 1_250;
  private static final int SHORT_STEPS = 100;
  private static final int LONG_STEPS = 25_000;
  private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  @Param({"200", "1000"})
  int millis;

  @Baseline
  @Benchmark
  public long steady(Notebook notebook, Blackhole waste) {
    return run(SHORT_STEPS, notebook, waste);
  }

  @Benchmark
  public long rarelySlow(Notebook notebook, Blackhole waste) {
    return run(LONG_STEPS, notebook, waste);
  }

  /** Answers with what the first operations came to, which is the same however long they took. */
  private long run(int rareSteps, Notebook notebook, Blackhole waste) {
    Histogram all = new Histogram(HIGHEST_NANOS, 3);
    SampleTimeTwin jmh = new SampleTimeTwin(millis, SEED);
    long chain = 1;
    long answer = 0;
    long spun = 0;
    long begin = System.nanoTime();
    long end = begin;
    for (int i = 0; i < ANSWERED || end - begin < millis * 1_000_000L; i++) {
      long start = System.nanoTime();
      chain = steps(chain, SHORT_STEPS);
      if (i % RARE == RARE - 1) {
        spun ^= steps(chain, rareSteps);
      }
      end = System.nanoTime();
      all.recordValue(Math.min(end - start, HIGHEST_NANOS));
      jmh.offer(end - start);
      answer = i == ANSWERED - 1 ? chain : answer;
    }
    notebook.view(Tail.LATENCY, all);
    notebook.metric(
        new Metric("p99.9.sojourn", "ns", false), (double) all.getValueAtPercentile(99.9));
    notebook.metric(new Metric("p99.9.jmh", "ns", false), jmh.percentile(99.9));
    notebook.metric(new Metric("jmh.halvings", "count", false), jmh.halvings());
    waste.consume(spun);
    return answer;
  }

  /** Arithmetic of which every step needs the one before. */
  private static long steps(long from, int count) {
    long value = from;
    for (int i = 0; i < count; i++) {
      value = value * 6364136223846793005L + 1442695040888963407L;
    }
    return value;
  }
}
