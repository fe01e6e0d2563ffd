package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How far whole sessions of the same code lie apart.
 *
 * <p>Between sessions an arm's mean moves by the session's own offset and by the noise of its
 * forks; what the forks explain is taken away from what is seen, and variances of all arms are
 * averaged. Arms of a session share its offset, so a few sessions tell little of it however many
 * arms there are: the number given is the upper end of a one-sided interval, and never below what
 * the forks could have shown at all. Comparisons of stored runs lean on it, and must not become too
 * sure.
 */
final class SessionSpread {
  /** Chance that the offset's true standard deviation is larger than said. */
  static final double DOUBT = 0.2;

  private SessionSpread() {}

  /**
   * Standard deviation of the logarithm of a session's offset; {@code NaN} for a single session.
   */
  static double of(List<Bank> first, List<List<Bank>> others) {
    double squares = 0;
    double explained = 0;
    int arms = 0;
    for (Bank bank : first) {
      List<Bank> sessions = new ArrayList<>(List.of(bank));
      others.forEach(session -> sessions.addAll(ofArm(session, bank.plain())));
      if (sessions.size() == others.size() + 1) {
        squares += Welch.variance(sessions.stream().mapToDouble(Bank::meanLog).toArray());
        explained += meanVariance(sessions);
        arms++;
      }
    }
    return arms == 0 || others.isEmpty()
        ? Double.NaN
        : Math.sqrt(Math.max(squares - explained, explained) / arms * caution(others.size()));
  }

  /** How much larger a variance may be than the one found with so many degrees of freedom. */
  static double caution(int freedom) {
    return freedom / ChiSquaredDistribution.of(freedom).inverseCumulativeProbability(DOUBT);
  }

  private static List<Bank> ofArm(List<Bank> session, Arm plain) {
    return session.stream()
        .filter(bank -> bank.plain().equals(plain) && Double.isFinite(bank.varianceOfMeanLog()))
        .toList();
  }

  private static double meanVariance(List<Bank> sessions) {
    return sessions.stream().mapToDouble(Bank::varianceOfMeanLog).average().orElse(Double.NaN);
  }
}
