package dev.sojourn.benchmarks.heap;

import java.util.function.IntConsumer;

/** Timers numbered from 0, each pending at most once. */
interface Timers {
  /** Starts a timer that is not pending. */
  void start(int timer, long dueTick);

  /** Ends a pending timer before its time. */
  void cancel(int timer);

  /** Ends all timers that are due at this tick or before, in any order. */
  void expire(long tick, IntConsumer fired);
}
