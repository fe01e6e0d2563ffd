package dev.sojourn.harness.load;

import java.util.OptionalDouble;

/** What an open-loop run is worth, for one quantile. */
public sealed interface LoadVerdict {
  /** The generator alone must take less than this share of a quantile that is reported. */
  double GENERATOR_SHARE = 0.1;

  /**
   * The service kept up.
   *
   * @param quantile its latency
   */
  record Sustained(LoadQuantile quantile) implements LoadVerdict {}

  /**
   * The service fell behind more and more: it has no latency at this rate.
   *
   * @param lagGrowth seconds of lag gained in a second
   * @param backlog requests that were due and never started
   */
  record Overloaded(double lagGrowth, long backlog) implements LoadVerdict {}

  /**
   * The generator spoiled the quantile: the run says nothing of the service.
   *
   * @param reason one sentence
   */
  record Spoiled(String reason) implements LoadVerdict {}

  /**
   * Judges a run by one of the generator alone at the same rate.
   *
   * @param result the run
   * @param generator a run of {@link Service#NOTHING} on the same schedule
   * @param fraction the quantile that is to be reported, such as 0.99
   * @return the verdict
   */
  static LoadVerdict of(LoadResult result, LoadResult generator, double fraction) {
    if (generator.overloaded()) {
      return new Spoiled(
          "the generator cannot follow %.0f requests per second even with nothing to serve"
              .formatted(generator.perSecond()));
    }
    OptionalDouble growth = result.lagGrowth();
    if (growth.isPresent()) {
      return new Overloaded(growth.getAsDouble(), result.backlog().getTotalCount());
    }
    LoadQuantile quantile = result.quantile(fraction);
    long own = generator.latency().getValueAtPercentile(100 * fraction);
    return quantile instanceof LoadQuantile.Known(long nanos) && own > GENERATOR_SHARE * nanos
        ? new Spoiled(spoiled(own, nanos, fraction))
        : new Sustained(quantile);
  }

  private static String spoiled(long own, long reported, double fraction) {
    return "with nothing to serve, p%s is %d ns already, more than a tenth of the %d ns reported"
        .formatted(trimmed(100 * fraction), own, reported);
  }

  private static String trimmed(double percent) {
    String text = "%.4f".formatted(percent);
    return text.replaceAll("\\.?0+$", "");
  }
}
