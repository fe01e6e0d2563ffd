package dev.sojourn.results.report;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * A run as OpenMetrics text: what a scraper of metrics reads.
 *
 * <p>Time and allocation are gauges, one sample for each fork; latencies are histograms whose
 * bounds double.
 *
 * @see <a href="https://github.com/prometheus/OpenMetrics">OpenMetrics 1.0</a>
 */
public final class OpenMetricsReport {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long FIRST_BOUND_NANOS = 16;
  private static final int BOUNDS = 32;

  private OpenMetricsReport() {}

  /**
   * Writes the exposition.
   *
   * @param run the run
   * @return the text, ending in {@code # EOF}
   */
  public static String run(Run run) {
    StringBuilder text = new StringBuilder();
    gauge(
        text,
        run,
        Metric.TIME,
        "sojourn_time_seconds",
        "seconds",
        1 / NANOS_PER_SECOND,
        "Mean time of one operation, the median iteration of a fork.");
    gauge(
        text,
        run,
        Metric.ALLOCATION,
        "sojourn_allocation_bytes",
        "bytes",
        1,
        "Bytes allocated by one operation.");
    latencies(text, run);
    return text.append("# EOF\n").toString();
  }

  private static void gauge(
      StringBuilder text,
      Run run,
      Metric metric,
      String name,
      String unit,
      double scale,
      String help) {
    List<Measurement> measurements =
        run.findings().stream().filter(m -> m.metric().name().equals(metric.name())).toList();
    if (measurements.isEmpty()) {
      return;
    }
    header(text, name, "gauge", unit, help);
    for (Measurement measurement : measurements) {
      measurement
          .forks()
          .forEach(
              fork ->
                  text.append(name)
                      .append(labels(run, measurement.arm(), Map.of("round", "" + fork.round())))
                      .append(' ')
                      .append(fork.median() * scale)
                      .append('\n'));
    }
  }

  private static void latencies(StringBuilder text, Run run) {
    if (run.tails().isEmpty()) {
      return;
    }
    String name = "sojourn_latency_seconds";
    header(text, name, "histogram", "seconds", "Time of one recorded batch of operations.");
    for (Tail tail : run.tails()) {
      buckets(text, run, tail, name);
    }
  }

  private static void buckets(StringBuilder text, Run run, Tail tail, String name) {
    Histogram all = tail.merged();
    Map<String, String> batch = new TreeMap<>(Map.of("batch", "" + tail.batch()));
    if (!tail.view().equals(Tail.LATENCY)) {
      batch.put("view", tail.view());
    }
    long bound = FIRST_BOUND_NANOS;
    for (int i = 0; i < BOUNDS; i++, bound *= 2) {
      long count = all.getCountBetweenValues(0, bound);
      bucket(text, labels(run, tail.arm(), batch), name, "" + bound / NANOS_PER_SECOND, count);
    }
    String labels = labels(run, tail.arm(), batch);
    bucket(text, labels, name, "+Inf", all.getTotalCount());
    double sum = all.getMean() * all.getTotalCount() / NANOS_PER_SECOND;
    text.append(name)
        .append("_count")
        .append(labels)
        .append(' ')
        .append(all.getTotalCount())
        .append('\n');
    text.append(name).append("_sum").append(labels).append(' ').append(sum).append('\n');
  }

  private static void bucket(
      StringBuilder text, String labels, String name, String bound, long count) {
    String open = labels.substring(0, labels.length() - 1);
    text.append(name)
        .append("_bucket")
        .append(open)
        .append(",le=\"")
        .append(bound)
        .append("\"} ")
        .append(count)
        .append('\n');
  }

  private static void header(
      StringBuilder text, String name, String type, String unit, String help) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
  }

  private static String labels(Run run, Arm arm, Map<String, String> more) {
    StringBuilder labels = new StringBuilder("{");
    label(labels, "label", run.label().value());
    label(labels, "study", arm.study());
    label(labels, "method", arm.method());
    arm.params().forEach((name, value) -> label(labels, "param_" + clean(name), value));
    more.forEach((name, value) -> label(labels, name, value));
    labels.setCharAt(labels.length() - 1, '}');
    return labels.toString();
  }

  private static void label(StringBuilder labels, String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    labels.append(name).append("=\"").append(escaped).append("\",");
  }

  private static String clean(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
  }
}
