package dev.sojourn.results.report;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Failure;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A run as OpenMetrics text: what a scraper of metrics reads.
 *
 * <p>Scores are gauges, one sample for each fork, in base units where the unit has one. Latencies
 * are histograms with cumulative counts, at the bounds of a native histogram ({@link
 * NativeBounds}); all histograms of a run have the same bounds, from the least value of any to the
 * greatest. What failed is a gauge too. Samples bear no time, so the text may lie where a collector
 * of text files looks for it.
 *
 * @see <a href="https://github.com/prometheus/OpenMetrics">OpenMetrics 1.0</a>
 */
public final class OpenMetricsReport {
  private static final double NANOS_PER_SECOND = 1e9;

  private final StringBuilder text = new StringBuilder();
  private final Run run;

  private OpenMetricsReport(Run run) {
    this.run = run;
  }

  /**
   * Writes the exposition.
   *
   * @param run the run
   * @return the text, ending in {@code # EOF}
   */
  public static String run(Run run) {
    OpenMetricsReport report = new OpenMetricsReport(run);
    report.start();
    report.times();
    report.allocations();
    report.otherMetrics();
    report.latencies();
    report.failures();
    return report.text.append("# EOF\n").toString();
  }

  private void start() {
    String name = "sojourn_run_start_seconds";
    header(name, "gauge", "seconds", "When the run started, since 1970, and what it ran on.");
    OpenMetricsLabels labels =
        new OpenMetricsLabels()
            .with("label", run.label().value())
            .with("machine", run.machine().name())
            .with("jdk", run.machine().identity().getOrDefault(Machine.JDK, "unknown"))
            .with("effort", run.plan().effort())
            .with("revision", run.provenance().gitRevision());
    sample(name, labels, Double.toString(run.startedAt().toEpochMilli() / 1e3));
  }

  private void times() {
    String help = "Mean time of one operation, the median iteration of a fork.";
    Family family = new Family("sojourn_time_seconds", "seconds", NANOS_PER_SECOND, help);
    scores(family, Metric.TIME::equals);
  }

  private void allocations() {
    String help = "Bytes allocated by one operation, the median iteration of a fork.";
    Family family = new Family("sojourn_allocation_bytes", "bytes", 1, help);
    scores(family, Metric.ALLOCATION::equals);
  }

  private void otherMetrics() {
    String help = "What a study counts itself, in the unit the label names.";
    scores(new Family("sojourn_metric", "", 1, help), metric -> !hasFamily(metric));
  }

  private static boolean hasFamily(Metric metric) {
    return metric.equals(Metric.TIME) || metric.equals(Metric.ALLOCATION);
  }

  private void scores(Family family, Predicate<Metric> wanted) {
    List<Measurement> measurements =
        run.findings().stream().filter(m -> wanted.test(m.metric())).toList();
    if (measurements.isEmpty()) {
      return;
    }
    header(family.name, "gauge", family.unit, family.help);
    Map<String, String> samples = new TreeMap<>();
    measurements.forEach(m -> m.forks().forEach(fork -> score(family, m, fork, samples)));
    samples.forEach((labels, value) -> text.append(family.name).append(labels).append(value));
  }

  /** A round that was measured twice counts once, with what was measured last. */
  private void score(
      Family family, Measurement measurement, ForkSample fork, Map<String, String> samples) {
    OpenMetricsLabels labels = labels(measurement.arm()).with("round", "" + fork.round());
    if (!hasFamily(measurement.metric())) {
      labels.with("metric", measurement.metric().name()).with("unit", measurement.metric().unit());
    }
    samples.put(labels.toString(), " " + fork.median() / family.divisor + "\n");
  }

  private void latencies() {
    List<Histogram> histograms =
        run.tails().stream().map(Tail::merged).filter(all -> all.getTotalCount() > 0).toList();
    if (histograms.isEmpty()) {
      return;
    }
    String name = "sojourn_latency_seconds";
    header(name, "histogram", "seconds", "Time of one operation, or of a batch of them in a row.");
    int first = histograms.stream().mapToInt(OpenMetricsReport::first).min().orElseThrow();
    int last = histograms.stream().mapToInt(OpenMetricsReport::last).max().orElseThrow();
    Map<String, Tail> series = new TreeMap<>();
    run.tails().forEach(tail -> series.putIfAbsent(labels(tail).toString(), tail));
    series.values().forEach(tail -> buckets(tail, name, first, last));
  }

  private static int first(Histogram histogram) {
    return NativeBounds.index(histogram.getMinValue());
  }

  private static int last(Histogram histogram) {
    return NativeBounds.index(histogram.getMaxValue());
  }

  private OpenMetricsLabels labels(Tail tail) {
    OpenMetricsLabels labels = labels(tail.arm()).with("batch", "" + tail.batch());
    return tail.view().equals(Tail.LATENCY) ? labels : labels.with("view", tail.view());
  }

  private void buckets(Tail tail, String name, int first, int last) {
    Histogram all = tail.merged();
    OpenMetricsLabels labels = labels(tail);
    long[] counts = counts(all, first, last);
    long below = 0;
    for (int i = 0; i < counts.length; i++) {
      below += counts[i];
      String bound = Double.toString(NativeBounds.seconds(first + i));
      sample(name + "_bucket", labels.and("le", bound), Long.toString(below));
    }
    String total = Long.toString(all.getTotalCount());
    sample(name + "_bucket", labels.and("le", "+Inf"), total);
    sample(name + "_count", labels, total);
    sample(name + "_sum", labels, Double.toString(sumSeconds(all)));
  }

  private static long[] counts(Histogram histogram, int first, int last) {
    long[] counts = new long[last - first + 1];
    for (HistogramIterationValue value : histogram.recordedValues()) {
      int index = NativeBounds.index(valueOf(histogram, value));
      counts[Math.clamp(index, first, last) - first] += value.getCountAddedInThisIterationStep();
    }
    return counts;
  }

  private static double sumSeconds(Histogram histogram) {
    double sum = 0;
    for (HistogramIterationValue value : histogram.recordedValues()) {
      sum +=
          valueOf(histogram, value) / NANOS_PER_SECOND * value.getCountAddedInThisIterationStep();
    }
    return sum;
  }

  /** The middle of what the histogram does not tell apart. */
  private static long valueOf(Histogram histogram, HistogramIterationValue value) {
    return histogram.medianEquivalentValue(value.getValueIteratedTo());
  }

  private void failures() {
    List<Failure> failures = run.failures().stream().filter(Failure::hurts).toList();
    if (failures.isEmpty()) {
      return;
    }
    String name = "sojourn_failed";
    header(name, "gauge", "", "1 for what was planned and could not be measured.");
    failures.stream()
        .map(failure -> labels(failure.arm()).with("stage", failure.stage()).toString())
        .distinct()
        .forEach(labels -> text.append(name).append(labels).append(" 1\n"));
  }

  private OpenMetricsLabels labels(Arm arm) {
    return new OpenMetricsLabels()
        .with("label", run.label().value())
        .with("study", arm.study())
        .with("method", arm.method())
        .withParams(arm.params());
  }

  private void header(String name, String type, String unit, String help) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    if (!unit.isEmpty()) {
      text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
    }
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
  }

  private void sample(String name, OpenMetricsLabels labels, String value) {
    text.append(name).append(labels).append(' ').append(value).append('\n');
  }

  private record Family(String name, String unit, double divisor, String help) {}
}
