package dev.sojourn.benchmarks.heap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Timers in a {@link DelayQueue}, which finds none of them: those cancelled stay as marks until
 * they are due, or until they are the most and the queue is built without them.
 */
final class DelayQueueTimers implements Timers {
  private final DelayQueue<Entry> queue = new DelayQueue<>();
  private final @Nullable Entry[] entries;
  private int marked;
  private long now;

  DelayQueueTimers(int timers) {
    entries = new Entry[timers];
  }

  @Override
  public void start(int timer, long dueTick) {
    Entry entry = new Entry(timer, dueTick);
    entries[timer] = entry;
    queue.add(entry);
  }

  @Override
  public void cancel(int timer) {
    entries[timer] = null;
    marked++;
    if (marked > entries.length) {
      forgetMarked();
    }
  }

  @Override
  public void expire(long tick, IntConsumer fired) {
    now = tick;
    for (Entry entry = queue.poll(); entry != null; entry = queue.poll()) {
      if (isPending(entry)) {
        entries[entry.timer] = null;
        fired.accept(entry.timer);
      } else {
        marked--;
      }
    }
  }

  private void forgetMarked() {
    List<Entry> pending = new ArrayList<>(entries.length);
    for (Entry entry : entries) {
      if (entry != null) {
        pending.add(entry);
      }
    }
    queue.clear();
    queue.addAll(pending);
    marked = 0;
  }

  private boolean isPending(Entry entry) {
    return entries[entry.timer] == entry;
  }

  private final class Entry implements Delayed {
    private final int timer;
    private final long dueTick;

    Entry(int timer, long dueTick) {
      this.timer = timer;
      this.dueTick = dueTick;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueTick - now, TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(dueTick, ((Entry) other).dueTick);
    }
  }
}
