package dev.sojourn.harness.tail;

import dev.sojourn.results.model.Metric;
import java.util.Optional;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** A lab's number on its way out of a fork, in the form JMH carries results. */
public final class MetricResult {
  /*
   * Implementation notes. JMH's own kind of number is enough, as a lab has one tail iteration and
   * nothing is averaged. It has a unit but no word for "deterministic", so the label says that.
   */
  private static final String MEASURED = "sojourn.measured.";
  private static final String COUNTED = "sojourn.counted.";

  private MetricResult() {}

  static ScalarResult of(Metric metric, double value) {
    String label = (metric.deterministic() ? COUNTED : MEASURED) + metric.name();
    return new ScalarResult(label, value, metric.unit(), AggregationPolicy.AVG);
  }

  /**
   * What a result counts, if it is a lab's number.
   *
   * @param result any secondary result of an iteration
   * @return the metric; empty for a result of somebody else's
   */
  public static Optional<Metric> metric(Result<?> result) {
    String label = result.getLabel();
    String unit = result.getScoreUnit();
    if (label.startsWith(COUNTED)) {
      return Optional.of(new Metric(label.substring(COUNTED.length()), unit, true));
    }
    return label.startsWith(MEASURED)
        ? Optional.of(new Metric(label.substring(MEASURED.length()), unit, false))
        : Optional.empty();
  }
}
