package dev.sojourn.harness.tail;

import dev.sojourn.results.model.Tail;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Tells the fork's {@link TailClock}s when to record, and carries home what they recorded and what
 * labs wrote into their {@link Notebook}s.
 *
 * <p>Clocks record during warm-up, so that the compiler has seen the recording path before it
 * matters; they rest in the scored iterations; they record again in the tail iterations that come
 * after those.
 */
public final class TailProfiler implements InternalProfiler {
  /*
   * Implementation notes. JMH builds every profiler in the host as well as in the fork, so the
   * constructor only keeps a number. JMH calls afterIteration after the workers have stopped and
   * after the iteration's tear-down, so reading their histograms here needs no further
   * synchronisation.
   */
  private final int scoredIterations;
  private int measured;

  /**
   * The profiler of one fork.
   *
   * @param scoredIterations how many measurement iterations come before the first tail iteration,
   *     as a decimal number
   */
  public TailProfiler(String scoredIterations) {
    this.scoredIterations = Integer.parseInt(scoredIterations);
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    begin(iteration.getType());
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface's signature
  public List<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Result<?>> results = new ArrayList<>(end(iteration.getType()));
    if (iteration.getType() == IterationType.MEASUREMENT) {
      results.addAll(SlowdownShare.ofIteration());
    }
    return results;
  }

  void begin(IterationType type) {
    TailSession.record(type == IterationType.WARMUP || measured >= scoredIterations);
  }

  List<Result<?>> end(IterationType type) {
    if (type == IterationType.WARMUP || measured++ < scoredIterations) {
      return List.of();
    }
    List<Result<?>> results = new ArrayList<>();
    Histogram recorded = TailSession.collect();
    if (recorded.getTotalCount() > 0) {
      results.add(HistogramResult.of(Tail.LATENCY, recorded));
    }
    for (Notebook notebook : TailSession.notebooks()) {
      notebook.views().forEach((name, view) -> results.add(HistogramResult.of(name, view)));
      notebook.metrics().forEach((metric, value) -> results.add(MetricResult.of(metric, value)));
    }
    return results;
  }

  @Override
  public String getDescription() {
    return "Latency histograms of the iterations after the scored ones";
  }
}
