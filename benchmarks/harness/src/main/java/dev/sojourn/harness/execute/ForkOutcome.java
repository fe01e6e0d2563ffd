package dev.sojourn.harness.execute;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
   * @param latencies the tail iterations' latencies; empty when the study recorded none
   * @param facts what the fork's JVM says of itself, by the keys that {@code ForkConditions} names
   */
  record Measured(
      Instant startedAt,
      List<Double> warmup,
      List<Double> scores,
      OptionalDouble allocatedBytes,
      Optional<Histogram> latencies,
      SortedMap<String, Double> facts)
      implements ForkOutcome {
    /** Copies the lists and the map. */
    public Measured {
      warmup = List.copyOf(warmup);
      scores = List.copyOf(scores);
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
