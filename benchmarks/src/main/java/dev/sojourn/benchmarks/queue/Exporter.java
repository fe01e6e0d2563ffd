package dev.sojourn.benchmarks.queue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * A thread that empties a mailbox as an exporter of telemetry does: whatever has come, then a short
 * sleep.
 */
final class Exporter {
  private static final long SLEEP_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final int LIMIT = 256;

  private final Mailbox mailbox;
  private final LongConsumer receiver;
  private final Thread thread;
  private volatile boolean ending;

  Exporter(Mailbox mailbox, LongConsumer receiver) {
    this.mailbox = mailbox;
    this.receiver = receiver;
    thread = new Thread(this::export, "exporter");
    thread.setDaemon(true);
    thread.start();
  }

  private void export() {
    boolean last;
    do {
      last = ending;
      while (mailbox.drain(receiver, LIMIT) > 0) {
        // until it is empty
      }
      if (!last) {
        LockSupport.parkNanos(SLEEP_NANOS);
      }
    } while (!last);
  }

  /** Whether the thread still takes messages: nobody may wait for one that has failed. */
  boolean isAlive() {
    return thread.isAlive();
  }

  /** Returns once the thread has ended, after it took all that was handed over before. */
  void end() throws InterruptedException {
    ending = true;
    thread.join();
  }
}
