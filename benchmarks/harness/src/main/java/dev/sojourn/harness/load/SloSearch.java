package dev.sojourn.harness.load;

/** Looks for the highest rate at which a service keeps its promise. */
public final class SloSearch {
  /*
   * Implementation notes. Bisection on the rate, between a rung that kept the promise and one that
   * did not. It takes for granted that a service which breaks its promise at one rate breaks it at
   * every higher one.
   */
  private static final double LOWEST_SHARE = 0.01;

  private SloSearch() {}

  /** How a search ended. */
  public sealed interface Outcome {
    /**
     * The promise is kept up to about this rate.
     *
     * @param best the fastest run that kept it
     * @param broken the slowest run that did not; faster than {@code best} by the tolerance at most
     * @param runs how many runs it took
     */
    record Found(LoadRung best, LoadRung broken, int runs) implements Outcome {}

    /**
     * The promise is kept up to the service's capacity.
     *
     * @param best the run at capacity
     */
    record AlwaysMet(LoadRung best) implements Outcome {}

    /**
     * The promise is broken even at a hundredth of the capacity.
     *
     * @param slowest the run there
     */
    record NeverMet(LoadRung slowest) implements Outcome {}

    /**
     * The search met a run that says nothing of the service: spoiled by the generator, or of too
     * few requests.
     *
     * @param rung that run
     */
    record Undecided(LoadRung rung) implements Outcome {}
  }

  /**
   * Searches by bisection.
   *
   * @param experiment the service
   * @param slo its promise
   * @param capacityPerSecond its capacity, see {@link LoadExperiment#capacityPerSecond}
   * @param tolerance how close to come, as a share of the capacity, such as 0.01
   * @return what was found
   */
  public static Outcome highestRate(
      LoadExperiment experiment, Slo slo, double capacityPerSecond, double tolerance) {
    if (!(tolerance > 0 && tolerance < 1)) {
      throw new IllegalArgumentException(
          "tolerance must lie between 0 and 1, was " + tolerance + "; for 1 % say 0.01");
    }
    LoadRung slowest = experiment.at(LOWEST_SHARE * capacityPerSecond, slo.fraction());
    if (!decides(slowest)) {
      return new Outcome.Undecided(slowest);
    }
    if (!slo.isMetBy(slowest.verdict())) {
      return new Outcome.NeverMet(slowest);
    }
    LoadRung fastest = experiment.at(capacityPerSecond, slo.fraction());
    if (!decides(fastest)) {
      return new Outcome.Undecided(fastest);
    }
    return slo.isMetBy(fastest.verdict())
        ? new Outcome.AlwaysMet(fastest)
        : bisect(experiment, slo, slowest, fastest, tolerance * capacityPerSecond);
  }

  private static Outcome bisect(
      LoadExperiment experiment, Slo slo, LoadRung kept, LoadRung broken, double apart) {
    LoadRung low = kept;
    LoadRung high = broken;
    int runs = 2;
    while (high.perSecond() - low.perSecond() > apart) {
      double middle = (low.perSecond() + high.perSecond()) / 2;
      LoadRung rung = experiment.at(middle, slo.fraction());
      runs++;
      if (!decides(rung)) {
        return new Outcome.Undecided(rung);
      }
      if (slo.isMetBy(rung.verdict())) {
        low = rung;
      } else {
        high = rung;
      }
    }
    return new Outcome.Found(low, high, runs);
  }

  /** A quantile that the backlog reaches is no promise kept; no value at all decides nothing. */
  private static boolean decides(LoadRung rung) {
    return !(rung.verdict() instanceof LoadVerdict.Spoiled)
        && !(rung.verdict() instanceof LoadVerdict.Sustained(LoadQuantile.TooFew _));
  }
}
