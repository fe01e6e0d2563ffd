package dev.sojourn.results.store;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Metric;
import java.util.function.BiPredicate;

/**
 * Which part of a run is to be read.
 *
 * @param measurements which of them are
 * @param scoresOnly whether tails are left out, and the conditions of arms without a measurement
 * @param histograms whether histograms are; each is without a value when not
 */
record Wanted(BiPredicate<Arm, Metric> measurements, boolean scoresOnly, boolean histograms) {
  /** An index passes over tails by the block, and would then tell one's values for another's. */
  Wanted {
    if (scoresOnly && histograms) {
      throw new IllegalArgumentException("histograms belong to tails, which are left out");
    }
  }

  /** Everything. */
  static final Wanted ALL = new Wanted((arm, metric) -> true, false, true);

  /** Everything but what is in the histograms. */
  static final Wanted WITHOUT_VALUES = new Wanted((arm, metric) -> true, false, false);

  /** Some measurements, and what the machine did beside the arms these are of. */
  static Wanted scores(BiPredicate<Arm, Metric> measurements) {
    return new Wanted(measurements, true, false);
  }
}
