package dev.sojourn.structures.heap;

import java.util.Collection;
import java.util.PriorityQueue;
import java.util.Queue;

/** Shows that the contract is the JDK's and not ours. */
class PriorityQueueContractTest extends PriorityQueueContract {
  @Override
  <E> Queue<E> emptyQueue() {
    return new PriorityQueue<>();
  }

  @Override
  <E> Queue<E> queueOf(Collection<E> elements) {
    return new PriorityQueue<>(elements);
  }
}
