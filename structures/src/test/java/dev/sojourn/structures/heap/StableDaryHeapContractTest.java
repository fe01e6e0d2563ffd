package dev.sojourn.structures.heap;

import java.util.Collection;
import java.util.Queue;

class StableDaryHeapContractTest extends PriorityQueueContract {
  @Override
  <E> Queue<E> emptyQueue() {
    return new StableDaryHeap<>();
  }

  @Override
  <E> Queue<E> queueOf(Collection<E> elements) {
    StableDaryHeap<E> heap = new StableDaryHeap<>();
    heap.addAll(elements);
    return heap;
  }
}
