package dev.sojourn.results.compare;

import dev.sojourn.results.model.Metric;
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

  static double fraction(Metric metric) {
    return metric.equals(P99) ? 0.99 : 0.999;
  }
}
