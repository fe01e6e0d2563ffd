package dev.sojourn.harness.load;

/**
 * When requests are due: a schedule that knows nothing of how the service fares.
 *
 * <p><b>Costs.</b> {@link #next}: O(1), no allocation. <b>Threads.</b> For one thread. A schedule
 * is used up by being read; make another for another run, the same seed gives the same one.
 */
public sealed interface Arrivals
    permits FixedArrivals, PoissonArrivals, BurstyArrivals, ReplayedArrivals {
  /** What {@link #next} returns when no more requests are due. */
  long END = Long.MAX_VALUE;

  /**
   * The next request.
   *
   * @return nanoseconds from the start of the run until it is due, never less than the one before;
   *     {@link #END} when there is none
   */
  long next();

  /**
   * How many requests are due in a second, in the long run.
   *
   * @return requests per second, above 0
   */
  double perSecond();

  /**
   * Requests at equal intervals.
   *
   * @param perSecond requests per second
   * @return a schedule without end
   */
  static Arrivals fixed(double perSecond) {
    return new FixedArrivals(perSecond);
  }

  /**
   * Requests of many users who know nothing of one another.
   *
   * @param perSecond requests per second in the mean
   * @param seed the same seed gives the same schedule
   * @return a schedule without end
   */
  static Arrivals poisson(double perSecond, long seed) {
    return new PoissonArrivals(perSecond, seed);
  }

  /**
   * Requests in bursts: a Poisson stream that is on and off by turns, each for an exponentially
   * distributed time.
   *
   * @param peakPerSecond requests per second while the stream is on
   * @param meanOnNanos how long it is on in the mean
   * @param meanOffNanos how long it is off in the mean
   * @param seed the same seed gives the same schedule
   * @return a schedule without end
   */
  static Arrivals bursty(double peakPerSecond, long meanOnNanos, long meanOffNanos, long seed) {
    return new BurstyArrivals(peakPerSecond, meanOnNanos, meanOffNanos, seed);
  }

  /**
   * Requests as they were recorded, see {@link ArrivalsFile}.
   *
   * @param offsets nanoseconds from the start, at least two, not all alike, in order
   * @return a schedule that ends
   */
  static Arrivals replayed(long... offsets) {
    return new ReplayedArrivals(offsets);
  }

  /**
   * Refuses what is no rate.
   *
   * @param what the name of the rate
   * @param perSecond the rate
   * @return the rate
   */
  static double checkedRate(String what, double perSecond) {
    if (!(perSecond > 0 && perSecond <= 1e9)) {
      throw new IllegalArgumentException(
          what + " must be above 0 and at most 1e9 requests per second, was " + perSecond);
    }
    return perSecond;
  }
}
