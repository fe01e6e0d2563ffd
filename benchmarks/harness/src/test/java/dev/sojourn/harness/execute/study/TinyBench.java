package dev.sojourn.harness.execute.study;

import dev.sojourn.harness.tail.Notebook;
import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.results.model.Metric;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One method for everything a fork can do: measure, allocate, break, hang. */
@State(Scope.Thread)
public class TinyBench {
  @Param({"1", "2"})
  public int size;

  private long state;

  @Benchmark
  public long plain(TailClock clock) {
    state = state * 31 + size;
    return clock.lap(state);
  }

  @Benchmark
  public long[] allocating(TailClock clock) {
    return clock.lap(new long[size]);
  }

  @Benchmark
  public long unrecorded() {
    return state++;
  }

  @Benchmark
  public long noted(Notebook notebook) {
    Histogram histogram = new Histogram(2);
    histogram.recordValue(100L * size);
    notebook.view("waiting", histogram);
    notebook.metric(new Metric("steps", "count", true), size);
    notebook.metric(new Metric("p99.9.other", "ns", false), 7.5);
    return state++;
  }

  @Benchmark
  public long broken() {
    throw new IllegalStateException("no answer at size " + size);
  }

  @Benchmark
  public long hanging() {
    while (state >= 0) {
      LockSupport.parkNanos(1_000_000_000L);
    }
    return state;
  }
}
