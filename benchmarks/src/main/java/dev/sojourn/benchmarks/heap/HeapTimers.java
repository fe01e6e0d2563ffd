package dev.sojourn.benchmarks.heap;

import dev.sojourn.structures.heap.IndexedDaryHeap;
import java.util.function.IntConsumer;

/** Timers in a heap that finds and removes any of them. */
final class HeapTimers implements Timers {
  private final IndexedDaryHeap heap;

  HeapTimers(int timers) {
    heap = new IndexedDaryHeap(timers);
  }

  @Override
  public void start(int timer, long dueTick) {
    heap.insert(timer, dueTick);
  }

  @Override
  public void cancel(int timer) {
    heap.remove(timer);
  }

  @Override
  public void expire(long tick, IntConsumer fired) {
    while (!heap.isEmpty() && heap.peekKey() <= tick) {
      fired.accept(heap.pollHandle());
    }
  }
}
