package dev.sojourn.harness.execute;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.sojourn.harness.ForkShape;
import dev.sojourn.harness.noise.NoiseProfiler;
import dev.sojourn.harness.tail.HistogramResult;
import dev.sojourn.harness.tail.MetricResult;
import dev.sojourn.harness.tail.SlowdownShare;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Metric;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Reads one fork's scores, allocation and latencies from what JMH hands back. */
final class ForkReading {
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final double NANOS_PER_MILLI = 1e6;

  private ForkReading() {}

  static ForkOutcome of(
      Collection<RunResult> results, ForkShape shape, Instant startedAt, List<Double> warmup) {
    List<IterationResult> iterations =
        results.stream()
            .flatMap(run -> run.getBenchmarkResults().stream())
            .flatMap(fork -> fork.getIterationResults().stream())
            .toList();
    if (results.size() != 1 || iterations.size() != shape.measuredIterations()) {
      return new ForkOutcome.Failed(
          "expected 1 benchmark with %d iterations, JMH returned %d with %d in all"
              .formatted(shape.measuredIterations(), results.size(), iterations.size()));
    }
    List<IterationResult> scored = iterations.subList(0, shape.iterations());
    List<Double> scores = scored.stream().map(i -> i.getPrimaryResult().getScore()).toList();
    if (!scores.stream().allMatch(score -> Double.isFinite(score) && score > 0)) {
      return new ForkOutcome.Failed("a score is no positive number: " + scores);
    }
    return new ForkOutcome.Measured(
        startedAt,
        warmup,
        scores,
        allocation(scored, scores, shape),
        views(iterations),
        metrics(iterations),
        facts(scored, scores, shape));
  }

  /**
   * What the fork's JVM did besides, how finely its allocation is told, and a calibration's
   * slowdown as it really was.
   */
  private static SortedMap<String, Double> facts(
      List<IterationResult> scored, List<Double> scores, ForkShape shape) {
    SortedMap<String, Double> facts = NoiseProfiler.facts(scored);
    facts.put(
        ForkConditions.ALLOCATION_STEP,
        AllocationScore.step(scores, NANOS_PER_MILLI * shape.iterationMillis()));
    secondary(scored, SlowdownShare.LABEL)
        .mapToDouble(result -> result.getScore())
        .average()
        .ifPresent(share -> facts.put(SlowdownShare.LABEL, share));
    return facts;
  }

  private static OptionalDouble allocation(
      List<IterationResult> scored, List<Double> scores, ForkShape shape) {
    List<Double> bytes =
        secondary(scored, ALLOCATION).map(r -> r.getScore()).filter(Double::isFinite).toList();
    return AllocationScore.of(bytes, scores, NANOS_PER_MILLI * shape.iterationMillis());
  }

  private static Map<String, Histogram> views(List<IterationResult> iterations) {
    Map<String, List<HistogramResult>> results =
        secondary(iterations)
            .filter(HistogramResult.class::isInstance)
            .map(HistogramResult.class::cast)
            .collect(groupingBy(HistogramResult::view, LinkedHashMap::new, toList()));
    Map<String, Histogram> views = new LinkedHashMap<>();
    results.forEach((view, histograms) -> views.put(view, HistogramResult.sum(histograms)));
    return views;
  }

  /** A lab's numbers: it has one tail iteration, which is the only one that brings any. */
  private static Map<Metric, Double> metrics(List<IterationResult> iterations) {
    Map<Metric, Double> metrics = new LinkedHashMap<>();
    secondary(iterations)
        .forEach(
            result ->
                MetricResult.metric(result)
                    .ifPresent(metric -> metrics.put(metric, result.getScore())));
    return metrics;
  }

  @SuppressWarnings("rawtypes") // JMH's own signature
  private static Stream<Result> secondary(List<IterationResult> iterations, String label) {
    return iterations.stream().flatMap(i -> Stream.ofNullable(i.getSecondaryResults().get(label)));
  }

  @SuppressWarnings("rawtypes") // JMH's own signature
  private static Stream<Result> secondary(List<IterationResult> iterations) {
    return iterations.stream().flatMap(i -> i.getSecondaryResults().values().stream());
  }
}
