package dev.sojourn.benchmarks.heap;

import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Timers in the queue of a {@link ScheduledThreadPoolExecutor} that is to remove what is cancelled.
 * A tick is a second of its clock, and the first a day away, so that its worker never runs one.
 */
final class SchedulerTimers implements Timers, AutoCloseable {
  private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
  private final long startNanos = System.nanoTime() + TimeUnit.DAYS.toNanos(1);
  private final @Nullable ScheduledFuture<?>[] futures;
  private final Runnable[] tasks;
  private IntConsumer fired = timer -> {};

  SchedulerTimers(int timers) {
    executor.setRemoveOnCancelPolicy(true);
    futures = new ScheduledFuture<?>[timers];
    tasks = new Runnable[timers];
    for (int i = 0; i < timers; i++) {
      int timer = i;
      tasks[timer] = () -> fired.accept(timer);
    }
  }

  @Override
  public void start(int timer, long dueTick) {
    long delayNanos = startNanos + dueTick * TICK_NANOS - System.nanoTime();
    futures[timer] = executor.schedule(tasks[timer], delayNanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void cancel(int timer) {
    ScheduledFuture<?> future = futures[timer];
    if (future != null) {
      future.cancel(false);
    }
  }

  @Override
  public void expire(long tick, IntConsumer handler) {
    fired = handler;
    for (Runnable next = executor.getQueue().peek();
        isDue(next, tick);
        next = executor.getQueue().peek()) {
      executor.getQueue().remove(next);
      next.run();
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** Half a tick is far more than passes between two looks at the clock. */
  private boolean isDue(@Nullable Runnable task, long tick) {
    return task instanceof Delayed delayed
        && delayed.getDelay(TimeUnit.NANOSECONDS) + System.nanoTime() - startNanos
            <= tick * TICK_NANOS + TICK_NANOS / 2;
  }
}
