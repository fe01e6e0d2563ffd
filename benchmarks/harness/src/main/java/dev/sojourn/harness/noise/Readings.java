package dev.sojourn.harness.noise;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What a watch saw of the machine.
 *
 * @param facts values by the keys that {@code ForkConditions} names; a fact that this machine does
 *     not tell is absent
 * @param hiccups delays of a process that does nothing, in nanoseconds; empty where none was run
 */
public record Readings(SortedMap<String, Double> facts, Optional<Histogram> hiccups) {
  /** Copies the map. */
  public Readings {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }
}
