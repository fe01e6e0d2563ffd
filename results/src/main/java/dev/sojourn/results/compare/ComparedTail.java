package dev.sojourn.results.compare;

import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Tail;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison needs of an arm's tail. The counts themselves, of which a run of hundreds of
 * studies has a hundred megabytes, are let go.
 *
 * @param batch operations behind each value
 * @param quantiles those that are compared, nearest first
 */
record ComparedTail(int batch, List<Quantile> quantiles) {
  /** What is compared of a tail beside which there were hiccups, or none. */
  static ComparedTail of(Tail tail, List<Cells> hiccups) {
    TailCounts counts = TailCounts.of(tail, TailQuantiles.fraction(TailQuantiles.P99));
    return new ComparedTail(
        tail.batch(),
        TailQuantiles.metrics().stream()
            .map(metric -> Quantile.of(metric, counts, hiccups))
            .toList());
  }

  /** A quantile that the sample can carry. */
  Optional<Quantile> known(Metric metric) {
    return quantiles.stream()
        .filter(quantile -> quantile.metric().equals(metric))
        .filter(quantile -> quantile.support() == Support.ENOUGH)
        .findFirst();
  }

  /**
   * One quantile.
   *
   * @param metric its name
   * @param support whether the sample can carry it
   * @param platformLimited whether the platform could have made it alone
   * @param forks each fork's own
   */
  record Quantile(Metric metric, Support support, boolean platformLimited, List<ForkValue> forks) {
    private static Quantile of(Metric metric, TailCounts counts, List<Cells> hiccups) {
      double fraction = TailQuantiles.fraction(metric);
      double nanos = TailSummary.Quantile.nanos(fraction, counts);
      return new Quantile(
          metric,
          Support.of(fraction, counts.counts()),
          PlatformTail.limits(hiccups, fraction, nanos),
          counts.forks().stream()
              .map(f -> new ForkValue(f.round(), f.counts().quantile(fraction)))
              .toList());
    }
  }
}
