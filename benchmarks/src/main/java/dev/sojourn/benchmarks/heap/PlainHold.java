package dev.sojourn.benchmarks.heap;

/** The hold model over a {@link PlainHeap}, in steady use. */
final class PlainHold {
  private final PlainHeap heap;
  private final HoldModel model;

  PlainHold(PlainHeap heap, int size) {
    this.heap = heap;
    this.model = new HoldModel(size);
    model.fill(heap::add);
    model.age(this::pollAdd);
  }

  long pollAdd() {
    long least = heap.poll();
    heap.add(least + model.next());
    return least;
  }
}
