package dev.sojourn.harness.execute;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Bytes per operation of one fork, no finer than the fork could tell them.
 *
 * <p>JMH counts what the JVM allocates during an iteration, its own few objects included, and
 * divides by the operations. Equal code would so give numbers that differ far behind the point. The
 * share of these few objects is cut off, so that equal code gives equal numbers and a difference is
 * one of the code.
 */
public final class AllocationScore {
  /*
   * Implementation notes. The foreign bytes only ever add, so numbers are cut, not rounded; an
   * eighth of a step is granted below a multiple, for the last bits of a division. Steps are powers
   * of two because objects are multiples of eight bytes: a coarse step then still shows whole
   * objects as they are. A change of speed may change the step, and with it the number; who compares
   * two forks must know the steps of both.
   */

  /** Upper bound of what JMH itself allocates during an iteration. */
  private static final double FOREIGN_BYTES = 16_384;

  private static final int FINEST_EXPONENT = -10;
  private static final double GRACE = 0.125;

  private AllocationScore() {}

  /**
   * How finely a fork can tell bytes per operation.
   *
   * @param nanosPerOp the iterations' scores
   * @param iterationNanos length of an iteration
   * @return the step that {@link #of} cuts to, in bytes per operation
   */
  public static double step(List<Double> nanosPerOp, double iterationNanos) {
    double operations = Math.max(1, iterationNanos / median(nanosPerOp));
    return powerOfTwoAbove(FOREIGN_BYTES / operations);
  }

  /**
   * One fork's number.
   *
   * @param bytesPerOp what JMH reports, iteration by iteration
   * @param nanosPerOp the iterations' scores
   * @param iterationNanos length of an iteration
   * @return bytes per operation; empty where the JVM does not count them
   */
  public static OptionalDouble of(
      List<Double> bytesPerOp, List<Double> nanosPerOp, double iterationNanos) {
    if (bytesPerOp.isEmpty()) {
      return OptionalDouble.empty();
    }
    double step = step(nanosPerOp, iterationNanos);
    return OptionalDouble.of(Math.floor(median(bytesPerOp) / step + GRACE) * step);
  }

  private static double powerOfTwoAbove(double value) {
    return Math.scalb(1.0, Math.max(Math.getExponent(value) + 1, FINEST_EXPONENT));
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int mid = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[mid] : (sorted[mid - 1] + sorted[mid]) / 2;
  }
}
