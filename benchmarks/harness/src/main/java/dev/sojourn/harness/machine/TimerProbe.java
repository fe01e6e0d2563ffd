package dev.sojourn.harness.machine;

import dev.sojourn.harness.tail.TailClock;
import dev.sojourn.results.model.TimerCost;
import java.time.Duration;
import java.util.Arrays;

/**
 * Measures what looking at the clock costs, so that a report can say how much of a short latency is
 * the stopwatch.
 *
 * <p>A run's latencies were taken by a clock in a fork, and this looks at it from the host: the
 * same code on the same machine, so it is a guide, never a correction to subtract.
 */
public final class TimerProbe {
  /*
   * Implementation notes. Each number is the median of many short batches: the first ones run
   * before the compiler has finished, some meet an interrupt, and a median hears neither. Each loop
   * folds what it reads into a field, so that nothing can be left out.
   */
  private static final Duration PER_LOOP = Duration.ofMillis(60);
  private static final int BATCH = 2_000;
  private static final int MAX_BATCHES = 10_000;

  private final TailClock clock = TailClock.alwaysRecording();
  private long sink;

  private TimerProbe() {}

  /**
   * Measures for about a fifth of a second.
   *
   * @return the cost of one reading, the clock's smallest step, the cost of one recorded operation
   */
  public static TimerCost measure() {
    TimerProbe probe = new TimerProbe();
    double empty = median(probe::emptyBatch);
    double read = median(probe::readingBatch);
    double record = median(probe::recordingBatch);
    return new TimerCost(atLeastZero(read - empty), granularity(), atLeastZero(record - empty));
  }

  private static double atLeastZero(double nanos) {
    return Math.max(0, nanos);
  }

  /** Nanoseconds per turn of a batch: the median over as many batches as the time allows. */
  private static double median(Runnable batch) {
    double[] nanos = new double[MAX_BATCHES];
    int batches = 0;
    long begin = System.nanoTime();
    while (batches < MAX_BATCHES
        && (batches == 0 || System.nanoTime() - begin < PER_LOOP.toNanos())) {
      long start = System.nanoTime();
      batch.run();
      nanos[batches++] = (double) (System.nanoTime() - start) / BATCH;
    }
    Arrays.sort(nanos, 0, batches);
    return nanos[batches / 2];
  }

  private void emptyBatch() {
    long sum = sink;
    for (int i = 0; i < BATCH; i++) {
      sum = sum * 31 + i;
    }
    sink = sum;
  }

  private void readingBatch() {
    long sum = sink;
    for (int i = 0; i < BATCH; i++) {
      sum = sum * 31 + System.nanoTime();
    }
    sink = sum;
  }

  private void recordingBatch() {
    long sum = sink;
    for (int i = 0; i < BATCH; i++) {
      sum = clock.lap(sum * 31 + i);
    }
    sink = sum;
  }

  /** The smallest step seen between two readings that differ. */
  private static double granularity() {
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < BATCH; i++) {
      long start = System.nanoTime();
      long next = System.nanoTime();
      while (next == start) {
        next = System.nanoTime();
      }
      smallest = Math.min(smallest, next - start);
    }
    return smallest;
  }
}
