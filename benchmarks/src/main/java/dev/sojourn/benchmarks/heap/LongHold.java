package dev.sojourn.benchmarks.heap;

import dev.sojourn.structures.heap.LongDaryHeap;
import java.util.function.Consumer;

/** The hold model over a {@link LongDaryHeap} of some arity. */
final class LongHold {
  private final LongDaryHeap heap;
  private final HoldModel model;

  private LongHold(int arity, int size) {
    model = new HoldModel(size);
    heap = LongDaryHeap.withArity(arity, size);
    model.fill(heap::add);
  }

  /** A heap in steady use by one of the operations below. */
  static LongHold aged(int arity, int size, Consumer<LongHold> operation) {
    LongHold hold = new LongHold(arity, size);
    hold.model.age(() -> operation.accept(hold));
    return hold;
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
