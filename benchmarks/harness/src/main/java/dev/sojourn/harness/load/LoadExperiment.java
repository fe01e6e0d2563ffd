package dev.sojourn.harness.load;

import java.util.function.DoubleFunction;

/**
 * A service under load, ready to be run at any rate.
 *
 * @param arrivals makes a fresh schedule for a rate in requests per second
 * @param horizonNanos length of a run
 * @param service what is loaded
 * @param clock the clock to pace by
 */
public record LoadExperiment(
    DoubleFunction<Arrivals> arrivals, long horizonNanos, Service service, NanoClock clock) {
  /**
   * How many requests a second the service can serve when it is never idle.
   *
   * @return requests per second, measured in a closed loop
   */
  public double capacityPerSecond() {
    return ClosedLoop.run(horizonNanos, service, clock).capacityPerSecond();
  }

  /**
   * One run, and one of the generator alone to judge it by.
   *
   * @param perSecond requests per second
   * @param fraction the quantile that is to be reported, such as 0.99
   * @return the run and its verdict
   */
  public LoadRung at(double perSecond, double fraction) {
    OpenLoop loop = OpenLoop.on(clock);
    LoadResult generator = loop.run(arrivals.apply(perSecond), horizonNanos, Service.NOTHING);
    LoadResult result = loop.run(arrivals.apply(perSecond), horizonNanos, service);
    return new LoadRung(perSecond, result, LoadVerdict.of(result, generator, fraction));
  }
}
