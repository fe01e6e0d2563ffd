package dev.sojourn.harness.load;

import java.util.SplittableRandom;

/** Requests at exponentially distributed intervals. */
final class PoissonArrivals implements Arrivals {
  private final double perSecond;
  private final double meanNanos;
  private final SplittableRandom random;
  private double atNanos;

  PoissonArrivals(double perSecond, long seed) {
    this.perSecond = Arrivals.checkedRate("perSecond", perSecond);
    this.meanNanos = 1e9 / perSecond;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public long next() {
    atNanos += exponential(random, meanNanos);
    return (long) atNanos;
  }

  @Override
  public double perSecond() {
    return perSecond;
  }

  static double exponential(SplittableRandom random, double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }
}
