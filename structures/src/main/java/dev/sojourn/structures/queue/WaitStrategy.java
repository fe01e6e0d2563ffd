package dev.sojourn.structures.queue;

import java.util.concurrent.locks.LockSupport;

/**
 * What a thread does between two attempts at a queue that had nothing for it.
 *
 * <p><b>Threads.</b> The strategies here keep no state and may be shared.
 */
@FunctionalInterface
public interface WaitStrategy {
  /** Spins: the least delay, and a processor of its own. */
  WaitStrategy SPIN = attempts -> Thread.onSpinWait();

  /** Spins a hundred times, then yields the processor each time. */
  @SuppressWarnings("ThreadPriorityCheck") // it is the caller's choice to leave it to the scheduler
  WaitStrategy YIELD =
      attempts -> {
        if (attempts < 100) {
          Thread.onSpinWait();
        } else {
          Thread.yield();
        }
      };

  /** Spins a hundred times, yields a hundred times, then sleeps for some fifty microseconds. */
  WaitStrategy PARK =
      attempts -> {
        if (attempts < 200) {
          YIELD.idle(attempts);
        } else {
          LockSupport.parkNanos(50_000);
        }
      };

  /**
   * Waits a little.
   *
   * @param attempts fruitless attempts before this one since the last fruitful one, from 0 on
   */
  void idle(int attempts);
}
