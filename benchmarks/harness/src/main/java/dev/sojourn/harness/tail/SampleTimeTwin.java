package dev.sojourn.harness.tail;

import org.openjdk.jmh.util.SampleBuffer;
import org.openjdk.jmh.util.Statistics;

/**
 * What JMH's mode SampleTime would have reported of the same operations: its own buffer, filled by
 * the rule of the code that JMH 1.37 generates.
 *
 * <p>The rule: every operation is a sample at first; once an iteration has taken 20 samples for
 * every millisecond it lasts, and two more, all counts are halved and from then on only every
 * second operation is a sample, by a linear congruential generator; and so on. A count of 1 is
 * never halved, so values of which hardly two are equal keep their weight while what is common
 * loses half of its own: such a tail grows with every halving. A tail of few values, each counted
 * often, is halved like the rest.
 *
 * <p>The generator's last k bits are the same every 2^k numbers, so every 2^k-th operation exactly
 * is a sample: what is slow at even intervals is met too often or never.
 *
 * <p><b>Threads.</b> For one thread.
 */
public final class SampleTimeTwin {
  /*
   * Implementation notes. The generated code means to start an iteration with the rate at which the
   * one before ended, but assigns it to a parameter of a static method, where it is lost. So every
   * iteration starts by sampling everything, and every iteration halves. The generator is seeded by
   * the clock there, by the caller here.
   */
  private static final int SAMPLES_PER_MILLI = 20;

  private final SampleBuffer buffer = new SampleBuffer();
  private final int targetSamples;
  private int random;
  private int mask;
  private int stride;
  private int halvings;

  /**
   * The buffer of one thread in one iteration.
   *
   * @param iterationMillis length of the iteration
   * @param seed of the generator that chooses samples
   */
  public SampleTimeTwin(int iterationMillis, int seed) {
    this.targetSamples = Math.multiplyExact(iterationMillis, SAMPLES_PER_MILLI);
    this.random = seed;
  }

  /**
   * Offers one operation, which is kept or not.
   *
   * @param nanos how long it took
   */
  public void offer(long nanos) {
    random = random * 1664525 + 1013904223;
    if ((random & mask) != 0) {
      return;
    }
    buffer.add(nanos);
    if (stride++ > targetSamples) {
      buffer.half();
      stride = 0;
      mask = (mask << 1) + 1;
      halvings++;
    }
  }

  /**
   * How often the counts were halved.
   *
   * @return number of halvings so far
   */
  public int halvings() {
    return halvings;
  }

  /**
   * A percentile as JMH prints it.
   *
   * @param percentile 0 to 100
   * @return nanoseconds
   */
  public double percentile(double percentile) {
    Statistics statistics = buffer.getStatistics(1);
    return statistics.getPercentile(percentile);
  }
}
