package dev.sojourn.results.report;

import dev.sojourn.results.compare.TailSummary;

/**
 * Latencies as text: per operation, a dash for what the sample cannot carry, a mark on what the
 * platform could have made alone.
 */
final class Latency {
  /** Follows a quantile that is platform-limited. */
  static final String LIMITED = "~";

  private Latency() {}

  static String of(TailSummary.Quantile quantile, int batch) {
    if (!quantile.known()) {
      return "-";
    }
    return Units.time(quantile.nanos() / batch) + (quantile.platformLimited() ? LIMITED : "");
  }

  static String max(TailSummary tail) {
    return Units.time((double) tail.maxNanos() / tail.batch());
  }

  /** What stands behind a cell: the interval over forks, or why there is no number. */
  static String reason(TailSummary.Quantile quantile, int batch) {
    if (!quantile.known()) {
      return quantile.support().words();
    }
    String interval =
        quantile.hasInterval()
            ? "95% over forks: "
                + Units.time(quantile.low() / batch)
                + " to "
                + Units.time(quantile.high() / batch)
            : "one fork: no interval";
    return quantile.platformLimited() ? interval + "; platform-limited: no claim" : interval;
  }
}
