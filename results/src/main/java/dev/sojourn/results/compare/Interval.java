package dev.sojourn.results.compare;

/**
 * An estimate with its confidence interval, on the scale of natural logarithms.
 *
 * @param estimate the estimate
 * @param low lower end; negative infinity when the sample is too small for one
 * @param high upper end; positive infinity when the sample is too small for one
 */
public record Interval(double estimate, double low, double high) {

  /**
   * An estimate that nothing bounds.
   *
   * @param estimate the estimate
   * @return the interval that holds everything
   */
  public static Interval unbounded(double estimate) {
    return new Interval(estimate, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /**
   * Whether both ends are finite.
   *
   * @return true when the interval says something
   */
  public boolean bounded() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /**
   * Half of the interval's width.
   *
   * @return the half-width, infinite when unbounded
   */
  public double halfWidth() {
    return bounded() ? (high - low) / 2 : Double.POSITIVE_INFINITY;
  }
}
