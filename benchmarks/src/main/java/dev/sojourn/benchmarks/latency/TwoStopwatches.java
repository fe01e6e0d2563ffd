package dev.sojourn.benchmarks.latency;

import dev.sojourn.harness.tail.Notebook;
import dev.sojourn.harness.tail.SampleTimeTwin;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Tail;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One iteration of ten seconds, as long as JMH's own, told in two ways: every time goes into a
 * histogram and into what JMH's mode SampleTime keeps, see {@link SampleTimeTwin}.
 */
final class TwoStopwatches {
  private static final int ITERATION_MILLIS = 10_000;
  private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final double PERCENTILE = 99.9;

  private final Histogram all = new Histogram(HIGHEST_NANOS, 3);
  private final SampleTimeTwin jmh;

  /** The seed is of the generator by which JMH chooses its samples. */
  TwoStopwatches(int seed) {
    jmh = new SampleTimeTwin(ITERATION_MILLIS, seed);
  }

  void offer(long nanos) {
    all.recordValue(Math.min(nanos, HIGHEST_NANOS));
    jmh.offer(nanos);
  }

  /** The p99.9 of all operations. */
  double ours() {
    return (double) all.getValueAtPercentile(PERCENTILE);
  }

  /** The p99.9 that JMH would print. */
  double jmhs() {
    return jmh.percentile(PERCENTILE);
  }

  int halvings() {
    return jmh.halvings();
  }

  void tell(Notebook notebook) {
    notebook.view(Tail.LATENCY, all);
    notebook.metric(new Metric("p99.9.sojourn", "ns", false), ours());
    notebook.metric(new Metric("p99.9.jmh", "ns", false), jmhs());
    notebook.metric(new Metric("p99.9.sojourn.over.jmh", "ratio", false), ours() / jmhs());
    notebook.metric(
        new Metric("deviation.p99.9", "percent", false), 100 * Math.abs(jmhs() / ours() - 1));
    notebook.metric(new Metric("jmh.halvings", "count", false), halvings());
  }
}
