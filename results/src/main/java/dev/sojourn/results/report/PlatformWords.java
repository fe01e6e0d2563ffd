package dev.sojourn.results.report;

import dev.sojourn.results.compare.PlatformTail;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** The platform beside a run's forks, in one line. */
final class PlatformWords {
  private record Canary(String name, String fact) {}

  private static final List<Canary> CANARIES =
      List.of(
          new Canary("alu", ForkConditions.CANARY_ALU),
          new Canary("l2", ForkConditions.CANARY_L2),
          new Canary("l3", ForkConditions.CANARY_L3),
          new Canary("dram", ForkConditions.CANARY_DRAM));

  private PlatformWords() {}

  /** What is known of the platform; empty where nothing was recorded. */
  static Optional<String> of(Run run) {
    String words =
        Stream.of(hiccups(run), unwatched(run), steal(run), canaries(run))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? Optional.empty() : Optional.of("beside the forks: " + words);
  }

  private static Optional<String> hiccups(Run run) {
    return PlatformTail.of(run)
        .map(
            tail ->
                "hiccups p99 "
                    + quantile(tail, 99)
                    + ", p99.9 "
                    + quantile(tail, 99.9)
                    + ", max "
                    + Units.time((double) tail.getMaxValue()));
  }

  /**
   * Where some forks had a meter beside them, the others are not known to have been undisturbed.
   */
  private static Optional<String> unwatched(Run run) {
    List<ForkConditions> kept = run.conditions().stream().filter(ForkConditions::counts).toList();
    long without =
        kept.stream().filter(fork -> !fork.facts().containsKey(ForkConditions.HICCUP_MAX)).count();
    return without == 0 || without == kept.size()
        ? Optional.empty()
        : Optional.of("hiccups unknown beside %d of %d forks".formatted(without, kept.size()));
  }

  private static String quantile(Histogram tail, double percentile) {
    return Units.time((double) tail.getValueAtPercentile(percentile));
  }

  private static Optional<String> steal(Run run) {
    List<Double> shares = facts(run, ForkConditions.STEAL_SHARE);
    return shares.isEmpty()
        ? Optional.empty()
        : Optional.of("steal " + Units.percent(mean(shares)));
  }

  private static Optional<String> canaries(Run run) {
    String spreads =
        CANARIES.stream()
            .flatMap(canary -> spread(run, canary).stream())
            .collect(Collectors.joining(", "));
    return spreads.isEmpty() ? Optional.empty() : Optional.of("canaries spread " + spreads);
  }

  private static Optional<String> spread(Run run, Canary canary) {
    List<Double> logs =
        facts(run, canary.fact()).stream().filter(v -> v > 0).map(Math::log).toList();
    return logs.size() < 2
        ? Optional.empty()
        : Optional.of(canary.name() + " " + Units.percent(deviation(logs)));
  }

  private static List<Double> facts(Run run, String key) {
    return run.conditions().stream()
        .filter(ForkConditions::counts)
        .flatMap(fork -> Stream.ofNullable(fork.facts().get(key)))
        .filter(Double::isFinite)
        .toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Standard deviation; of logarithms, it is a share of the values themselves. */
  private static double deviation(List<Double> values) {
    double mean = mean(values);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }
}
