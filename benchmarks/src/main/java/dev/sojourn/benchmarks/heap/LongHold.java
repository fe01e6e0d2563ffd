package dev.sojourn.benchmarks.heap;

import dev.sojourn.structures.heap.LongDaryHeap;

/** The hold model over a {@link LongDaryHeap} of some arity. */
final class LongHold {
  private final LongDaryHeap heap;
  private final HoldModel model;

  LongHold(int arity, int size) {
    model = new HoldModel(size);
    heap = LongDaryHeap.of(arity, model.keys());
  }

  long pollAdd() {
    long least = heap.poll();
    heap.add(least + model.next());
    return least;
  }

  long replaceTop() {
    return heap.replaceTop(heap.peek() + model.next());
  }
}
