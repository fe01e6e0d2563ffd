package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import java.util.ArrayList;
import java.util.List;

/**
 * How far whole sessions of the same code lie apart.
 *
 * <p>Between sessions an arm's mean moves by the session's own offset and by the noise of its
 * forks; what the forks explain is taken away from what is seen. Variances of all arms are
 * averaged, weighted by their degrees of freedom.
 */
final class SessionSpread {
  private SessionSpread() {}

  /**
   * Standard deviation of the logarithm of a session's offset; {@code NaN} for a single session.
   */
  static double of(List<Bank> first, List<List<Bank>> others) {
    double squares = 0;
    double expected = 0;
    int freedom = 0;
    for (Bank bank : first) {
      List<Bank> sessions = new ArrayList<>(List.of(bank));
      others.forEach(session -> sessions.addAll(ofArm(session, bank.plain())));
      double[] means = sessions.stream().mapToDouble(Bank::meanLog).toArray();
      if (means.length > 1) {
        int free = means.length - 1;
        squares += free * Welch.variance(means);
        expected += free * meanVariance(sessions);
        freedom += free;
      }
    }
    return freedom == 0 ? Double.NaN : Math.sqrt(Math.max(0, squares - expected) / freedom);
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
