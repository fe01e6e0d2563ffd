package dev.sojourn.harness.execute;

import dev.sojourn.results.model.Metric;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** How a fork ended. */
public sealed interface ForkOutcome {
  /**
   * The fork measured its arm.
   *
   * @param startedAt when the fork was started
   * @param warmup scores of the warm-up iterations, in nanoseconds per operation
   * @param scores scores of the scored iterations, in nanoseconds per operation
   * @param allocatedBytes bytes allocated per operation; empty where the JVM does not count them
   * @param views the tail iterations' times by what was timed, {@link
   *     dev.sojourn.results.model.Tail#LATENCY} among them; empty when the study recorded none
   * @param metrics numbers of the study's own, such as a lab's counts
   * @param facts what the fork saw of itself and its machine, by the keys of {@link
   *     dev.sojourn.results.model.ForkConditions}
   */
  record Measured(
      Instant startedAt,
      List<Double> warmup,
      List<Double> scores,
      OptionalDouble allocatedBytes,
      Map<String, Histogram> views,
      Map<Metric, Double> metrics,
      SortedMap<String, Double> facts)
      implements ForkOutcome {
    /** Copies lists and maps. */
    public Measured {
      warmup = List.copyOf(warmup);
      scores = List.copyOf(scores);
      views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
      metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
      facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
  }

  /**
   * The fork broke down, or yielded less than it should have.
   *
   * @param cause one line: what was thrown, or what was missing
   */
  record Failed(String cause) implements ForkOutcome {}

  /**
   * The fork was ended from outside: it says nothing about its arm, and may be run again.
   *
   * @param reason one line
   */
  record Stopped(String reason) implements ForkOutcome {}
}
