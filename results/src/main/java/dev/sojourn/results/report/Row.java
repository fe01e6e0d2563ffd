package dev.sojourn.results.report;

import dev.sojourn.results.compare.Comparison;
import dev.sojourn.results.compare.PlatformTail;
import dev.sojourn.results.compare.TailSummary;
import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * One arm as reports show it.
 *
 * @param arm what was measured
 * @param baseline whether the others are compared with it
 * @param forks how many forks measured it
 * @param time time per operation, where it was measured and means something
 * @param bytes bytes allocated per operation, where they were
 * @param contrast its time against the baseline's, where both were measured
 * @param tail its latencies, where they were recorded
 */
record Row(
    Arm arm,
    boolean baseline,
    int forks,
    Optional<Measurement> time,
    Optional<Measurement> bytes,
    Optional<Comparison> contrast,
    Optional<TailSummary> tail) {

  static Row of(Run run, Arm arm, boolean baseline, Optional<Comparison> contrast) {
    return new Row(
        arm,
        baseline,
        run.measurement(arm, Metric.TIME.name()).map(m -> m.forks().size()).orElse(0),
        finding(run, arm, Metric.TIME),
        finding(run, arm, Metric.ALLOCATION),
        contrast,
        run.tail(arm)
            .map(tail -> TailSummary.of(tail, PlatformTail.of(run, arm)))
            .filter(t -> t.count() > 0));
  }

  private static Optional<Measurement> finding(Run run, Arm arm, Metric metric) {
    return run.findings().stream()
        .filter(m -> m.arm().equals(arm) && m.metric().equals(metric))
        .findFirst();
  }

  String timeText() {
    return time.map(Row::text).orElse("-");
  }

  String bytesText() {
    return bytes.map(Row::text).orElse("-");
  }

  String ratioText() {
    return baseline ? "1" : contrast.map(c -> Units.ratio(c.ratio())).orElse("-");
  }

  String intervalText() {
    return baseline ? "baseline" : contrast.map(Row::interval).orElse("-");
  }

  static String interval(Comparison c) {
    return c.hasInterval() ? Units.interval(c.low(), c.high()) : "-";
  }

  static String text(Measurement m) {
    return Units.value(median(m), m.metric().unit());
  }

  /**
   * The middle fork, or the mean of the two middle ones: what a comparison calls the typical value.
   */
  static double median(Measurement m) {
    double[] sorted = forkMedians(m).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static DoubleStream forkMedians(Measurement m) {
    return m.forks().stream().mapToDouble(ForkSample::median);
  }
}
