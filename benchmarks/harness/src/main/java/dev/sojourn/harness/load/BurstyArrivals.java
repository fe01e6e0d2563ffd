package dev.sojourn.harness.load;

import java.util.SplittableRandom;

/** A Poisson stream that is on and off by turns; it begins by being on. */
final class BurstyArrivals implements Arrivals {
  /*
   * Implementation notes. The stream has no memory, so an interval that would reach beyond the end
   * of a burst is dropped, and another is drawn from the beginning of the next one.
   */
  private final double perSecond;
  private final double intervalNanos;
  private final double onNanos;
  private final double offNanos;
  private final SplittableRandom random;
  private double atNanos;
  private double burstEndNanos;

  BurstyArrivals(double peakPerSecond, long meanOnNanos, long meanOffNanos, long seed) {
    if (meanOnNanos < 1 || meanOffNanos < 0) {
      throw new IllegalArgumentException(
          "a burst must be on for at least 1 ns and off for at least 0, was "
              + meanOnNanos
              + " and "
              + meanOffNanos);
    }
    this.intervalNanos = 1e9 / Arrivals.checkedRate("peakPerSecond", peakPerSecond);
    this.onNanos = meanOnNanos;
    this.offNanos = meanOffNanos;
    this.perSecond = peakPerSecond * onNanos / (onNanos + offNanos);
    this.random = new SplittableRandom(seed);
    this.burstEndNanos = PoissonArrivals.exponential(random, onNanos);
  }

  @Override
  public long next() {
    double next = atNanos + PoissonArrivals.exponential(random, intervalNanos);
    while (next > burstEndNanos) {
      double begin = burstEndNanos + PoissonArrivals.exponential(random, offNanos);
      burstEndNanos = begin + PoissonArrivals.exponential(random, onNanos);
      next = begin + PoissonArrivals.exponential(random, intervalNanos);
    }
    atNanos = next;
    return (long) next;
  }

  @Override
  public double perSecond() {
    return perSecond;
  }
}
