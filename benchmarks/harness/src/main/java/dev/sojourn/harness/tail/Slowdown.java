package dev.sojourn.harness.tail;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Makes a benchmark slower by a known share of its own time, for a calibration.
 *
 * <p>Every stride of laps, a share of the time the stride took is spent on top by {@link
 * Blackhole#consumeCPU}. With the share 0 everything happens alike, but nothing is spent: that is
 * what the slowed code is compared with.
 *
 * <p><b>Threads.</b> One for each benchmark thread.
 */
final class Slowdown {
  /*
   * Implementation notes. The share is of the time as it passes, not of a time found out during
   * warm-up: whatever the operation costs in this fork, in this second, it costs the share more.
   * What a token of consumeCPU costs is not known beforehand either. What was spent is timed, what
   * was missed or spent too much is carried to the next stride, and the rate follows; so the sum
   * comes out right even where one stride does not. That includes stalls: one that falls into the
   * spending is part of it, one that falls into the operation costs the share more.
   *
   * A stride is long enough that the smallest share of it is microseconds: far more than the clock's
   * own cost and grain, and than the first tokens, which are not linear. Strides follow the
   * operation as it gets faster by at most a factor of two each, so one that met a stall does not
   * upset the next ones. An iteration leaves no debt to the next: what a very long stall spent too
   * much is not to be had back.
   */

  /** System property that carries the share into a fork; without it nothing here is reached. */
  static final String PROPERTY = "sojourn.slowdown";

  /** How long a stride should take. */
  static final long STRIDE_NANOS = 150_000;

  private static final double LARGEST_STEP = 2;
  private static final double FOLLOWED = 0.125;

  private final double share;
  private final LongSupplier clock;
  private final LongConsumer consume;
  private long stride = 1;
  private boolean marked;
  private long markNanos;
  private double owedNanos;
  private double elapsedNanos;
  private double spentNanos;
  private double tokensPerNano = 1;

  Slowdown(double share, LongSupplier clock, LongConsumer consume) {
    if (!(share >= 0)) {
      throw new IllegalArgumentException(
          "system property %s must be a share from 0, was %s; try 0.05".formatted(PROPERTY, share));
    }
    this.share = share;
    this.clock = clock;
    this.consume = consume;
  }

  /** Whether this JVM belongs to a calibration. */
  static boolean wanted() {
    return System.getProperty(PROPERTY) != null;
  }

  /** The slowdown this JVM was started for. */
  static Slowdown ofThisFork() {
    double share = Double.parseDouble(System.getProperty(PROPERTY, "0"));
    return new Slowdown(share, System::nanoTime, Blackhole::consumeCPU);
  }

  /** Starts an iteration: what lies before its first mark is nobody's time. */
  long begin() {
    marked = false;
    owedNanos = 0;
    elapsedNanos = 0;
    spentNanos = 0;
    return stride;
  }

  /** Time of the iteration's whole strides, without what was spent on top. */
  double elapsedNanos() {
    return elapsedNanos;
  }

  /** What was spent on top in this iteration, by the clock. */
  double spentNanos() {
    return spentNanos;
  }

  /** Ends a stride; returns how many laps the next one has. */
  long mark() {
    long now = clock.getAsLong();
    if (marked) {
      double elapsed = Math.max(1, now - markNanos);
      elapsedNanos += elapsed;
      owedNanos += share * elapsed;
      spend(now);
      stride = Math.max(1, (long) (stride * bounded(STRIDE_NANOS / elapsed)));
    }
    marked = true;
    markNanos = clock.getAsLong();
    return stride;
  }

  private void spend(long now) {
    double wanted = Math.max(0, owedNanos);
    long tokens = (long) (wanted * tokensPerNano);
    consume.accept(tokens);
    if (tokens > 0) {
      double spent = Math.max(1, clock.getAsLong() - now);
      spentNanos += spent;
      owedNanos -= spent;
      tokensPerNano *= 1 + FOLLOWED * (bounded(wanted / spent) - 1);
    }
  }

  private static double bounded(double step) {
    return Math.clamp(step, 1 / LARGEST_STEP, LARGEST_STEP);
  }
}
