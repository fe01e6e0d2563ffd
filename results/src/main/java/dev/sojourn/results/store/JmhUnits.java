package dev.sojourn.results.store;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The units that JMH gives to scores. */
final class JmhUnits {
  private static final Map<String, Double> NANOS =
      Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "min", 60e9, "hr", 3600e9, "day", 86400e9);

  private JmhUnits() {}

  /**
   * How a score in a unit such as {@code us/op} or {@code ops/ms} becomes nanoseconds per
   * operation.
   */
  static Optional<DoubleUnaryOperator> toNanosPerOperation(String unit) {
    if (unit.endsWith("/op")) {
      return Optional.ofNullable(NANOS.get(unit.substring(0, unit.length() - 3)))
          .map(nanos -> score -> score * nanos);
    }
    if (unit.startsWith("ops/")) {
      return Optional.ofNullable(NANOS.get(unit.substring(4))).map(nanos -> score -> nanos / score);
    }
    return Optional.empty();
  }
}
