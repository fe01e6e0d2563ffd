package dev.sojourn.results.compare;

import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Tail;
import java.util.List;

/** The quantiles of a latency distribution that are compared as metrics of their own. */
public final class TailQuantiles {
  /** What one value in a hundred exceeds, in each fork. Judged by wider margins than a mean. */
  public static final Metric P99 = new Metric("p99", "ns", false);

  /** What one value in a thousand exceeds, in each fork. */
  public static final Metric P999 = new Metric("p99.9", "ns", false);

  private TailQuantiles() {}

  /**
   * The metrics, nearest first.
   *
   * @return p99 and p99.9
   */
  public static List<Metric> metrics() {
    return List.of(P99, P999);
  }

  /** Whether every fork holds values enough for the quantile; never of a tail without forks. */
  static boolean known(Tail tail, Metric metric) {
    return !tail.forks().isEmpty()
        && tail.forks().stream()
            .allMatch(f -> enough(fraction(metric), f.histogram().getTotalCount()));
  }

  static List<ForkValue> forkValues(Tail tail, Metric metric) {
    double percentile = 100 * fraction(metric);
    return tail.forks().stream()
        .map(f -> new ForkValue(f.round(), f.histogram().getValueAtPercentile(percentile)))
        .toList();
  }

  private static double fraction(Metric metric) {
    return metric.equals(P99) ? 0.99 : 0.999;
  }

  /** A hundred values are expected beyond the quantile, so that a handful does not make it. */
  static boolean enough(double fraction, long count) {
    return count >= Math.round(TailSummary.Quantile.EXCEEDING_PER_FORK / (1 - fraction));
  }
}
