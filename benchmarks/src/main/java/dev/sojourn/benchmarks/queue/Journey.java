package dev.sojourn.benchmarks.queue;

import dev.sojourn.harness.load.RequestLog;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * When messages were due and when they were received: one thread tells of the one, another of the
 * other, and both have ended before anybody asks.
 */
final class Journey implements RequestLog {
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int DIGITS = 3;

  private final long[] due;
  private final long[] received;
  private int sent;
  private int arrived;
  private int outOfTurn;

  Journey(int most) {
    due = new long[most];
    received = new long[most];
  }

  @Override
  public void ended(long intendedNanos, long startNanos, long endNanos) {
    due[sent++] = intendedNanos;
  }

  void received(long message, long nanos) {
    outOfTurn += message == arrived ? 0 : 1;
    received[arrived++] = nanos;
  }

  /** Messages that were lost, came twice or came out of their order; 0 when all is well. */
  int astray() {
    return Math.abs(sent - arrived) + outOfTurn;
  }

  /** From when a message was due until it was received. */
  Histogram delivery() {
    Histogram histogram = new Histogram(LONGEST_NANOS, DIGITS);
    for (int i = 0; i < Math.min(sent, arrived); i++) {
      histogram.recordValue(Math.clamp(received[i] - due[i], 0, LONGEST_NANOS));
    }
    return histogram;
  }
}
