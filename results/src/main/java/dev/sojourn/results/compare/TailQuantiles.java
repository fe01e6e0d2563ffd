package dev.sojourn.results.compare;

import dev.sojourn.results.model.Metric;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

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

  /** Whether the sample can carry the quantile; never of a tail without forks. */
  static boolean known(TailCounts tail, Metric metric) {
    return tail.support(fraction(metric)) == Support.ENOUGH;
  }

  static List<ForkValue> forkValues(TailCounts tail, Metric metric) {
    double fraction = fraction(metric);
    return tail.forks().stream()
        .map(f -> new ForkValue(f.round(), f.counts().quantile(fraction)))
        .toList();
  }

  /** Whether a quantile that the sample can carry is below what the platform lets be known. */
  static boolean platformLimited(TailCounts tail, Metric metric, Optional<Histogram> platform) {
    return TailSummary.Quantile.of(fraction(metric), tail, platform).platformLimited();
  }

  private static double fraction(Metric metric) {
    return metric.equals(P99) ? 0.99 : 0.999;
  }
}
