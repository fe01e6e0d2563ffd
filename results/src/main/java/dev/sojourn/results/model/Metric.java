package dev.sojourn.results.model;

/**
 * What a number counts, and in which unit.
 *
 * @param name stable key, such as {@code time}
 * @param unit unit of every sample, such as {@code ns/op}
 * @param deterministic whether equal code gives equal numbers, so that any difference is real
 */
public record Metric(String name, String unit, boolean deterministic) {
  /** Mean time of one operation. Lower is better. */
  public static final Metric TIME = new Metric("time", "ns/op", false);

  /** Bytes allocated by one operation. Lower is better. */
  public static final Metric ALLOCATION = new Metric("alloc", "B/op", true);
}
