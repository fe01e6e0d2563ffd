package dev.sojourn.harness.load;

import java.util.ArrayList;
import java.util.List;

/** A service at rising shares of its capacity: latency explodes long before the last rung. */
public final class RateLadder {
  /** Shares of capacity, in the order they are climbed. */
  public static final List<Double> SHARES = List.of(0.1, 0.3, 0.5, 0.7, 0.8, 0.9);

  private RateLadder() {}

  /**
   * Climbs all rungs.
   *
   * @param experiment the service
   * @param capacityPerSecond its capacity, see {@link LoadExperiment#capacityPerSecond}
   * @param fraction the quantile that is to be reported, such as 0.99
   * @return one run for each of {@link #SHARES}
   */
  public static List<LoadRung> climb(
      LoadExperiment experiment, double capacityPerSecond, double fraction) {
    List<LoadRung> rungs = new ArrayList<>();
    for (double share : SHARES) {
      rungs.add(experiment.at(share * capacityPerSecond, fraction));
    }
    return rungs;
  }
}
