package dev.sojourn.structures.heap;

import java.util.Collection;
import java.util.Queue;

class DaryHeapContractTest extends PriorityQueueContract {
  @Override
  <E> Queue<E> emptyQueue() {
    return new DaryHeap<>();
  }

  @Override
  <E> Queue<E> queueOf(Collection<E> elements) {
    return new DaryHeap<>(elements);
  }
}
