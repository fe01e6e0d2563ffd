package dev.sojourn.results.report;

import dev.sojourn.results.compare.TailSummary;

/** Latencies as text: per operation, and a dash for what the forks were too few values for. */
final class Latency {
  private Latency() {}

  static String of(TailSummary.Quantile quantile, int batch) {
    return quantile.known() ? Units.time(quantile.nanos() / batch) : "-";
  }

  static String max(TailSummary tail) {
    return Units.time((double) tail.maxNanos() / tail.batch());
  }
}
