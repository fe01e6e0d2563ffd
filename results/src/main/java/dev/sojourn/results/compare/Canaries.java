package dev.sojourn.results.compare;

import dev.sojourn.results.model.ForkConditions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Small kernels that never change and run in every fork: if they ran at another speed on one side
 * of a comparison, the machine treated the sides unlike, and the comparison proves nothing.
 *
 * <p>The kernel that only computes feels nothing but the processor: half a percent of noise, so its
 * 95 % interval is believed. The kernels that chase pointers feel the neighbours' use of caches and
 * memory, whose noise is many times that: theirs must be 99.9 % sure, which takes 11 pairs.
 *
 * <p><b>Costs.</b> O(n^2 log n) for n forks a side and each canary.
 */
public final class Canaries {
  /** Share by which a canary may differ for sure before a comparison is withheld. */
  public static final double MARGIN = 0.01;

  private static final double LOG_MARGIN = Math.log1p(MARGIN);

  private static final double UNLIKELY = 0.001;

  private static final List<Canary> ALL =
      List.of(
          new Canary(ForkConditions.CANARY_ALU, "computes", Judge.ALPHA),
          new Canary(ForkConditions.CANARY_L2, "stays in the second-level cache", UNLIKELY),
          new Canary(ForkConditions.CANARY_L3, "stays in the third-level cache", UNLIKELY),
          new Canary(ForkConditions.CANARY_DRAM, "chases pointers through memory", UNLIKELY));

  private Canaries() {}

  /**
   * Why the machine did not treat both sides alike. Forks without a canary say nothing.
   *
   * @param subject conditions of the subject's forks that count, at most one per round
   * @param reference conditions of the reference's forks that count
   * @param pairing how the forks stood to each other in time
   * @param sessionSigma standard deviation of the logarithm of a session's offset, allowed to the
   *     canaries in memory when the forks did not run in turn
   * @return one sentence on the first canary that ran at another speed, empty when none did for
   *     sure
   */
  public static Optional<String> disturbance(
      List<ForkConditions> subject,
      List<ForkConditions> reference,
      Pairing pairing,
      double sessionSigma) {
    return ALL.stream()
        .flatMap(c -> c.disturbance(subject, reference, pairing, sessionSigma).stream())
        .findFirst();
  }

  private record Canary(String fact, String does, double alpha) {
    Optional<String> disturbance(
        List<ForkConditions> subject,
        List<ForkConditions> reference,
        Pairing pairing,
        double sessionSigma) {
      Map<Integer, Double> mine = logs(subject);
      Map<Integer, Double> theirs = logs(reference);
      if (mine.isEmpty() || theirs.isEmpty()) {
        return Optional.empty();
      }
      Interval interval =
          pairing == Pairing.PAIRED ? paired(mine, theirs) : unpaired(mine, theirs, sessionSigma);
      boolean differs = interval.low() > LOG_MARGIN || interval.high() < -LOG_MARGIN;
      return differs ? Optional.of(sentence(interval)) : Optional.empty();
    }

    private Map<Integer, Double> logs(List<ForkConditions> forks) {
      Map<Integer, Double> rounds = new TreeMap<>();
      for (ForkConditions fork : forks) {
        double nanos = fork.facts().getOrDefault(fact, Double.NaN);
        if (nanos > 0 && Double.isFinite(nanos)) {
          rounds.put(fork.round(), Math.log(nanos));
        }
      }
      return rounds;
    }

    private Interval paired(Map<Integer, Double> mine, Map<Integer, Double> theirs) {
      double[] differences =
          mine.entrySet().stream()
              .filter(e -> theirs.containsKey(e.getKey()))
              .mapToDouble(e -> e.getValue() - theirs.getOrDefault(e.getKey(), Double.NaN))
              .toArray();
      return differences.length == 0 ? Interval.unbounded(0) : HodgesLehmann.of(differences, alpha);
    }

    /** A processor that computes at another speed than in the other session is another machine. */
    private Interval unpaired(
        Map<Integer, Double> mine, Map<Integer, Double> theirs, double sessionSigma) {
      double allowed = fact.equals(ForkConditions.CANARY_ALU) ? 0 : sessionSigma;
      Welch welch = Welch.of(values(mine), values(theirs), allowed);
      // An interval holds its estimate, so nothing can be sure of a small one, and the ends cost a
      // search.
      return Math.abs(welch.difference()) <= LOG_MARGIN
          ? Interval.unbounded(welch.difference())
          : welch.interval(alpha);
    }

    private static double[] values(Map<Integer, Double> rounds) {
      return rounds.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private String sentence(Interval interval) {
      return String.format(
          Locale.ROOT,
          "the machine did not treat both sides alike: of the canary that %s, %s (%s %% interval),"
              + " beyond 1 %%",
          does,
          Judge.text(interval),
          alpha == Judge.ALPHA ? "95" : "99.9");
    }
  }
}
