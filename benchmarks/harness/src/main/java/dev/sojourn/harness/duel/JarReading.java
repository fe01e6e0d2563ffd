package dev.sojourn.harness.duel;

import dev.sojourn.harness.ForkShape;
import dev.sojourn.harness.execute.AllocationScore;
import dev.sojourn.harness.execute.ForkOutcome;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.store.JmhJson;
import dev.sojourn.results.store.LedgerException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what a jar's JMH wrote about one fork, and refuses anything but what was asked for. */
final class JarReading {
  private static final double NANOS_PER_MILLI = 1e6;

  private JarReading() {}

  static ForkOutcome of(
      Path file, Bout bout, ForkShape shape, Instant startedAt, List<Double> warmup) {
    try {
      Run run = JmhJson.read(file);
      List<Measurement> times = measurements(run, Metric.TIME);
      if (times.size() != 1 || !isOf(times.getFirst(), bout)) {
        return new ForkOutcome.Failed(
            "expected one result of " + bout + ", JMH wrote " + names(times) + causes(run));
      }
      return outcome(run, times.getFirst(), bout, shape, startedAt, warmup);
    } catch (LedgerException e) {
      return new ForkOutcome.Failed("JMH's result cannot be read: " + e.getMessage());
    }
  }

  private static ForkOutcome outcome(
      Run run,
      Measurement time,
      Bout bout,
      ForkShape shape,
      Instant startedAt,
      List<Double> warmup) {
    List<Double> scores = time.forks().stream().flatMap(fork -> fork.scores().stream()).toList();
    if (time.forks().size() != 1 || scores.size() != shape.iterations()) {
      return new ForkOutcome.Failed(
          "expected %d iterations in 1 fork, JMH wrote %d in %d"
              .formatted(shape.iterations(), scores.size(), time.forks().size()));
    }
    if (!scores.stream().allMatch(score -> score > 0)) {
      return new ForkOutcome.Failed("a score is no positive number: " + scores);
    }
    return new ForkOutcome.Measured(
        startedAt,
        warmup,
        scores,
        bout.singleShot() ? OptionalDouble.empty() : allocation(run, scores, shape),
        Map.of(),
        Map.of(),
        bout.singleShot() ? Collections.emptySortedMap() : facts(scores, shape));
  }

  private static SortedMap<String, Double> facts(List<Double> nanos, ForkShape shape) {
    return new TreeMap<>(
        Map.of(
            ForkConditions.ALLOCATION_STEP,
            AllocationScore.step(nanos, NANOS_PER_MILLI * shape.iterationMillis())));
  }

  /** What one invocation allocates cannot be told from what JMH allocates around it. */
  private static OptionalDouble allocation(Run run, List<Double> nanos, ForkShape shape) {
    List<Double> bytes =
        measurements(run, Metric.ALLOCATION).stream()
            .flatMap(measurement -> measurement.forks().stream())
            .map(ForkSample::scores)
            .flatMap(List::stream)
            .toList();
    return AllocationScore.of(bytes, nanos, NANOS_PER_MILLI * shape.iterationMillis());
  }

  private static List<Measurement> measurements(Run run, Metric metric) {
    return run.measurements().stream().filter(m -> m.metric().equals(metric)).toList();
  }

  /** Threads are told apart by one more parameter, which JMH's command line does not know. */
  private static boolean isOf(Measurement measurement, Bout bout) {
    return (measurement.arm().study() + "." + measurement.arm().method()).equals(bout.benchmark())
        && bout.params().entrySet().stream()
            .allMatch(
                param -> param.getValue().equals(measurement.arm().params().get(param.getKey())));
  }

  private static String names(List<Measurement> times) {
    return times.isEmpty() ? "none" : times.stream().map(m -> m.arm().toString()).toList() + "";
  }

  private static String causes(Run run) {
    return run.failures().isEmpty() ? "" : " (" + run.failures().getFirst().cause() + ")";
  }
}
