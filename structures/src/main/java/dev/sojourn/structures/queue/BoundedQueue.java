package dev.sojourn.structures.queue;

import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A FIFO queue of a fixed capacity between threads, which never blocks on full or empty: {@code
 * offer} answers false, {@code poll} null.
 *
 * <p><b>Order of memory.</b> What a thread did before {@code offer(e)} happens before what another
 * does after {@code poll}, {@code peek}, {@code drain} or {@code consume} gave it {@code e}. No
 * more is promised: {@code offer} is a release and {@code poll} an acquire, not full fences, so
 * "offer here, then read a flag there" against "set the flag, then poll" may miss each other on two
 * queues or a queue and a field unless a {@link java.lang.invoke.VarHandle#fullFence} stands
 * between.
 *
 * <p><b>Exceptions of callbacks.</b> An element is removed, counted and its slot released before
 * the consumer sees it: a consumer that throws loses that element and nothing else. A supplier that
 * throws, or returns null, has added nothing.
 *
 * <p><b>Iterators</b> are weakly consistent and cannot remove, so {@code remove(Object)}, {@code
 * removeIf} and {@code retainAll} throw {@link UnsupportedOperationException} when they would
 * remove. {@code clear} polls and is for consumers only.
 *
 * @param <E> type of the elements; null is refused
 */
public interface BoundedQueue<E> extends Queue<E> {
  /**
   * The most elements held at a time.
   *
   * @return exactly what the queue was made for, at least 1
   */
  int capacity();

  /**
   * Ends the queue for producers: later offers throw {@link IllegalStateException}, what is held
   * can still be polled. Closing twice does nothing.
   */
  void close();

  /**
   * Whether {@link #close} was called. When it is true and a {@code poll} that began afterwards
   * returned null, the queue stays empty for ever.
   *
   * @return true once closed
   */
  boolean isClosed();

  /**
   * Removes elements in order until the limit is reached or the queue is empty. For consumers.
   *
   * @param consumer is given each element after it was removed
   * @param limit the most elements to remove, at least 0
   * @return how many were removed
   */
  default int drain(Consumer<? super E> consumer, int limit) {
    Slots.checkLimit(limit);
    int taken = 0;
    while (taken < limit) {
      E element = poll();
      if (element == null) {
        break;
      }
      taken++;
      consumer.accept(element);
    }
    return taken;
  }

  /**
   * Adds elements until the limit is reached or the queue was found full. For producers. The
   * supplier is asked only once there is room; with several producers the room may be gone by then,
   * in which case the element waits for the next room, spinning.
   *
   * @param supplier gives each element
   * @param limit the most elements to add, at least 0
   * @return how many were added
   * @throws IllegalStateException if the queue is closed
   */
  default int fill(Supplier<? extends E> supplier, int limit) {
    Slots.checkLimit(limit);
    if (limit > 0 && isClosed()) {
      throw Slots.closed();
    }
    int added = 0;
    while (added < limit && size() < capacity()) {
      E element = supplier.get();
      while (!offer(element)) {
        Thread.onSpinWait();
      }
      added++;
    }
    return added;
  }

  /**
   * Removes elements in order until the queue is closed and empty. For consumers.
   *
   * @param consumer is given each element after it was removed
   * @param whenEmpty what to do while there is none
   * @return how many were removed
   */
  default long consume(Consumer<? super E> consumer, WaitStrategy whenEmpty) {
    long taken = 0;
    int attempts = 0;
    while (true) {
      boolean closed = isClosed();
      int drained = drain(consumer, capacity());
      taken += drained;
      if (drained > 0) {
        attempts = 0;
      } else if (closed) {
        return taken;
      } else {
        whenEmpty.idle(attempts);
        attempts = Math.max(attempts, attempts + 1);
      }
    }
  }

  /**
   * Bytes of the queue's own objects, without its elements.
   *
   * @return within one percent of what a heap walk finds
   */
  long footprintBytes();

  /**
   * Looks for a violated invariant; for tests and diagnosis, at rest only. O(capacity).
   *
   * @return what is wrong and where, or empty
   */
  Optional<String> verify();
}
