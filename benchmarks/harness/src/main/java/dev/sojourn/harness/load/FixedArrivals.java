package dev.sojourn.harness.load;

/** Requests at equal intervals; each time is computed anew, so that rounding never adds up. */
final class FixedArrivals implements Arrivals {
  private final double perSecond;
  private final double periodNanos;
  private long count;

  FixedArrivals(double perSecond) {
    this.perSecond = Arrivals.checkedRate("perSecond", perSecond);
    this.periodNanos = 1e9 / perSecond;
  }

  @Override
  public long next() {
    return (long) (count++ * periodNanos);
  }

  @Override
  public double perSecond() {
    return perSecond;
  }
}
