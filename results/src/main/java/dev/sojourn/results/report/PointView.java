package dev.sojourn.results.report;

import dev.sojourn.results.compare.ShiftFunction;
import dev.sojourn.results.model.Answers;
import dev.sojourn.results.model.Arm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * One parameter point of a study.
 *
 * @param params the point
 * @param rows its arms, baseline first
 * @param shifts each arm's latencies against the baseline's, where both were recorded
 * @param figures numbers beside time and latency
 * @param answers what the gate found there
 */
record PointView(
    SortedMap<String, String> params,
    List<Row> rows,
    List<ShiftFunction> shifts,
    List<Figure> figures,
    Optional<Answers> answers) {

  /** The parameters as a reader wants them: {@code keys=RANDOM, size=1000000}. */
  String name() {
    return params.isEmpty() ? "no parameters" : text(params);
  }

  static String text(Map<String, String> params) {
    return params.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Points in the order of their values: numbers as numbers, words as words. */
  static int compare(SortedMap<String, String> a, SortedMap<String, String> b) {
    for (String key : a.keySet()) {
      int order = compareValues(a.get(key), b.getOrDefault(key, ""));
      if (order != 0) {
        return order;
      }
    }
    return Arm.of("", "", a).paramsText().compareTo(Arm.of("", "", b).paramsText());
  }

  private static int compareValues(String a, String b) {
    Optional<Double> left = number(a);
    Optional<Double> right = number(b);
    if (left.isPresent() && right.isPresent()) {
      return Double.compare(left.get(), right.get());
    }
    return left.isPresent() != right.isPresent() ? (left.isPresent() ? -1 : 1) : a.compareTo(b);
  }

  /** The value as a number above zero, which is what a logarithmic axis can show. */
  static Optional<Double> number(String value) {
    try {
      double number = Double.parseDouble(value);
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  boolean hasTails() {
    return rows.stream().anyMatch(row -> row.tail().isPresent());
  }
}
