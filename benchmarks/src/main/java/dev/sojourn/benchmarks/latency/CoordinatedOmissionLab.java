package dev.sojourn.benchmarks.latency;

import dev.sojourn.harness.Baseline;
import dev.sojourn.harness.Claim;
import dev.sojourn.harness.Study;
import dev.sojourn.harness.load.Arrivals;
import dev.sojourn.harness.load.LoadResult;
import dev.sojourn.harness.load.LoadVerdict;
import dev.sojourn.harness.load.MeteredLatency;
import dev.sojourn.harness.load.NanoClock;
import dev.sojourn.harness.load.OpenLoop;
import dev.sojourn.harness.load.RequestLog;
import dev.sojourn.harness.load.Service;
import dev.sojourn.harness.load.Stalls;
import dev.sojourn.harness.load.UniformWait;
import dev.sojourn.harness.tail.Notebook;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Tail;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One invocation is one run of a service that works 10 us on each of ten thousand requests a
 * second, and may stand still for 20 ms about once in a second. The same run is counted in three
 * ways: from when a request was due, from when it started (what a client reports that waits for
 * each reply), and metered (what can be told from starts and ends alone).
 *
 * <p>Beside the measured percentiles stand those of arithmetic, see {@link UniformWait}, and how
 * far the measured ones are from them. The same schedule is run with nothing to serve: what the
 * generator of the load takes by itself is a view of its own, and a percentile that it spoils, see
 * {@link LoadVerdict}, is given no deviation.
 */
@Study(
    week = 1,
    question = "How much of a stall does a client see that waits for each reply?",
    insight =
        "One request in ten thousand: it stops asking while the service is silent. Counted from"
            + " when they were due, one in forty-five waits, and p99.9 is nearly the whole stall."
            + " Metering recovers the curve without knowing the schedule.",
    source = "Tene, How NOT to measure latency, 2013; Blackburn et al., 2025",
    invocationSeconds = "2*seconds")
@Claim(subject = "stalling", metric = "deviation.p50", countAtMost = 3, where = "seconds=30")
@Claim(subject = "stalling", metric = "deviation.p90", countAtMost = 3, where = "seconds=30")
@Claim(subject = "stalling", metric = "deviation.p99", countAtMost = 3, where = "seconds=30")
@Claim(subject = "stalling", metric = "deviation.p99.5", countAtMost = 3, where = "seconds=30")
@Claim(subject = "stalling", metric = "deviation.p99.9", countAtMost = 3, where = "seconds=30")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class CoordinatedOmissionLab {
  private static final double PER_SECOND = 10_000;
  private static final long WORK_NANOS = TimeUnit.MICROSECONDS.toNanos(10);
  private static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final double[] PERCENTILES = {50, 90, 99, 99.5, 99.9};

  @Param({"1", "30"})
  int seconds;

  @Baseline
  @Benchmark
  public long steady(Notebook notebook) {
    return run(0, notebook);
  }

  @Benchmark
  public long stalling(Notebook notebook) {
    return run(STALL_NANOS, notebook);
  }

  /** Answers how many requests were due; every one of them was served or is in the backlog. */
  private long run(long stallNanos, Notebook notebook) {
    NanoClock clock = NanoClock.SYSTEM;
    long horizonNanos = TimeUnit.SECONDS.toNanos(seconds);
    Trace trace = new Trace((int) (PER_SECOND * seconds) + 1);
    Service service = Stalls.from(clock, WORK_NANOS, stallNanos, EVERY_NANOS);
    LoadResult generator =
        OpenLoop.on(clock).run(Arrivals.fixed(PER_SECOND), horizonNanos, Service.NOTHING);
    LoadResult result =
        OpenLoop.on(clock).telling(trace).run(Arrivals.fixed(PER_SECOND), horizonNanos, service);
    note(result, generator, trace.metered(), notebook);
    compare(
        result,
        generator,
        new UniformWait(PER_SECOND, WORK_NANOS, stallNanos, EVERY_NANOS),
        notebook);
    return result.due();
  }

  private static void note(
      LoadResult result, LoadResult generator, Histogram metered, Notebook notebook) {
    notebook.view(Tail.LATENCY, result.latency());
    notebook.view("closed", result.service());
    notebook.view("metered", metered);
    notebook.view("lag", result.lag());
    notebook.view("generator", generator.latency());
    notebook.metric(
        new Metric("backlog", "requests", false), (double) result.backlog().getTotalCount());
  }

  private static void compare(
      LoadResult result, LoadResult generator, UniformWait analytic, Notebook notebook) {
    for (double percentile : PERCENTILES) {
      String name = "p" + (percentile % 1 == 0 ? "" + (int) percentile : "" + percentile);
      double expected = analytic.quantile(percentile / 100);
      notebook.metric(new Metric("analytic." + name, "ns", false), expected);
      if (LoadVerdict.of(result, generator, percentile / 100) instanceof LoadVerdict.Spoiled) {
        notebook.metric(new Metric("spoiled." + name, "percentiles", true), 1);
      } else {
        double measured = (double) result.latency().getValueAtPercentile(percentile);
        notebook.metric(
            new Metric("deviation." + name, "percent", false),
            100 * Math.abs(measured / expected - 1));
      }
    }
  }

  /** Starts and ends of one run's requests, all that metering needs. */
  private static final class Trace implements RequestLog {
    private final long[] starts;
    private final long[] ends;
    private int count;

    Trace(int most) {
      starts = new long[most];
      ends = new long[most];
    }

    @Override
    public void ended(long intendedNanos, long startNanos, long endNanos) {
      starts[count] = startNanos;
      ends[count++] = endNanos;
    }

    Histogram metered() {
      return MeteredLatency.overTheWhole(starts, ends, count);
    }
  }
}
