package dev.sojourn.benchmarks.heap;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A hashed timing wheel: slot s links all timers whose due tick is s modulo the number of slots, so
 * a tick looks at one slot, and at timers of later rounds in it.
 */
final class WheelTimers implements Timers {
  private static final int TIMERS_PER_SLOT = 16;
  private static final int NONE = -1;

  private final long[] due;
  private final int[] next;
  private final int[] previous;
  private final int[] first;

  WheelTimers(int timers) {
    due = new long[timers];
    next = new int[timers];
    previous = new int[timers];
    first = new int[Integer.highestOneBit(Math.max(1, timers / TIMERS_PER_SLOT))];
    Arrays.fill(first, NONE);
  }

  @Override
  public void start(int timer, long dueTick) {
    int slot = slotOf(dueTick);
    int head = first[slot];
    due[timer] = dueTick;
    next[timer] = head;
    previous[timer] = NONE;
    if (head != NONE) {
      previous[head] = timer;
    }
    first[slot] = timer;
  }

  @Override
  public void cancel(int timer) {
    int after = next[timer];
    int before = previous[timer];
    if (before == NONE) {
      first[slotOf(due[timer])] = after;
    } else {
      next[before] = after;
    }
    if (after != NONE) {
      previous[after] = before;
    }
  }

  /** Ends the timers of this tick; it must be called for every tick. */
  @Override
  public void expire(long tick, IntConsumer fired) {
    int timer = first[slotOf(tick)];
    while (timer != NONE) {
      int after = next[timer];
      if (due[timer] <= tick) {
        cancel(timer);
        fired.accept(timer);
      }
      timer = after;
    }
  }

  private int slotOf(long dueTick) {
    return (int) dueTick & (first.length - 1);
  }
}
