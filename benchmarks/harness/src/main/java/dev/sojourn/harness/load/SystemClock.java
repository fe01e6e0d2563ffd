package dev.sojourn.harness.load;

import java.util.concurrent.locks.LockSupport;

/** Sleeps as long as it dares and spins the rest. */
final class SystemClock implements NanoClock {
  /*
   * Implementation notes. A parked thread comes back late by the kernel's timer slack, about 50 us,
   * and by what waking a core costs; 150 us before the time cover both on most machines, and what
   * they do not cover shows as lag of the schedule.
   */
  private static final long SPIN_NANOS = 150_000;

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long waitUntil(long nanos) {
    long now = System.nanoTime();
    while (nanos - now > SPIN_NANOS) {
      LockSupport.parkNanos(nanos - now - SPIN_NANOS);
      now = System.nanoTime();
    }
    while (nanos - now > 0) {
      Thread.onSpinWait();
      now = System.nanoTime();
    }
    return now;
  }
}
