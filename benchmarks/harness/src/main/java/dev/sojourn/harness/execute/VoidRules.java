package dev.sojourn.harness.execute;

import dev.sojourn.results.model.ForkConditions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which forks were disturbed so much that they are no evidence: fixed rules over what the machine
 * did meanwhile.
 *
 * <p>They never see a score, so they cannot favour one. A rule whose fact the machine does not tell
 * is not applied.
 */
final class VoidRules {
  /** Share of the CPU time that the hypervisor gave to others. */
  static final double MOST_STEAL = 0.01;

  /**
   * Share of the fork's time in which some task waited for a processor. On two CPUs a short fork
   * and its own compiler threads alone make 12 to 21 %; a neighbour that keeps one CPU busy, 50 and
   * more.
   */
  static final double MOST_PRESSURE = 0.30;

  /** The longest hiccup of a process that does nothing, in nanoseconds. */
  static final double LONGEST_HICCUP = 100e6;

  private static final double NANOS_PER_MILLI = 1e6;

  private VoidRules() {}

  /** What speaks against a fork, in one line; empty when nothing does. */
  static Optional<String> breach(Map<String, Double> facts) {
    if (exceeds(facts, ForkConditions.STEAL_SHARE, MOST_STEAL)) {
      return share("%.1f %% of the CPU time was stolen", facts, ForkConditions.STEAL_SHARE);
    }
    if (exceeds(facts, ForkConditions.PRESSURE_SHARE, MOST_PRESSURE)) {
      return share(
          "tasks waited for a processor %.0f %% of the time", facts, ForkConditions.PRESSURE_SHARE);
    }
    if (exceeds(facts, ForkConditions.HICCUP_MAX, LONGEST_HICCUP)) {
      double millis = facts.getOrDefault(ForkConditions.HICCUP_MAX, 0.0) / NANOS_PER_MILLI;
      return Optional.of(
          String.format(Locale.ROOT, "an idle process was held up for %.0f ms", millis));
    }
    return Optional.empty();
  }

  private static boolean exceeds(Map<String, Double> facts, String fact, double limit) {
    return facts.getOrDefault(fact, 0.0) > limit;
  }

  private static Optional<String> share(String text, Map<String, Double> facts, String fact) {
    return Optional.of(String.format(Locale.ROOT, text, 100 * facts.getOrDefault(fact, 0.0)));
  }
}
