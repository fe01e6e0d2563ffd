package dev.sojourn.results.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The labels of one sample of OpenMetrics text: names of ASCII, no two alike, values escaped. */
final class OpenMetricsLabels {
  private final SequencedMap<String, String> labels = new LinkedHashMap<>();

  /** Adds a label whose name is one of ours. */
  OpenMetricsLabels with(String name, String value) {
    labels.put(name, value);
    return this;
  }

  /** A copy with one label more. */
  OpenMetricsLabels and(String name, String value) {
    OpenMetricsLabels copy = new OpenMetricsLabels();
    copy.labels.putAll(labels);
    return copy.with(name, value);
  }

  /** Adds a run's parameters, whose names may differ in nothing that a label's name can show. */
  OpenMetricsLabels withParams(Map<String, String> params) {
    params.forEach((name, value) -> labels.put(free("param_" + clean(name)), value));
    return this;
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; labels.containsKey(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  private static String clean(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  @Override
  public String toString() {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
