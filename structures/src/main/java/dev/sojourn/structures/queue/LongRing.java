package dev.sojourn.structures.queue;

import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A FIFO queue of primitive {@code long}s of a fixed capacity between threads. Every long is a
 * lawful value, so the caller says what stands for "empty", or asks for a boolean.
 *
 * <p>Order of memory, exceptions of callbacks and closing are as in {@link BoundedQueue}. Nothing
 * allocates.
 */
public interface LongRing {
  /**
   * The most values held at a time.
   *
   * @return exactly what the ring was made for, at least 1
   */
  int capacity();

  /**
   * The number of values held. An estimate between 0 and the capacity while others are at work,
   * exact at rest.
   *
   * @return at least 0
   */
  int size();

  /**
   * Whether no value is held.
   *
   * @return true if {@link #size} is 0
   */
  default boolean isEmpty() {
    return size() == 0;
  }

  /**
   * Adds a value, unless the ring is full. For producers.
   *
   * @param value any long
   * @return false if the ring was full
   * @throws IllegalStateException if the ring is closed
   */
  boolean offer(long value);

  /**
   * Removes the oldest value. For consumers.
   *
   * @param ifEmpty the answer of an empty ring
   * @return the value, or {@code ifEmpty}
   */
  long poll(long ifEmpty);

  /**
   * Removes the oldest value into the caller's array, for those to whom every long is a value. For
   * consumers.
   *
   * @param target where to write it; untouched if the ring is empty
   * @param index at which place
   * @return false if the ring was empty
   */
  boolean tryPoll(long[] target, int index);

  /**
   * The oldest value, which stays. For consumers.
   *
   * @param ifEmpty the answer of an empty ring
   * @return the value, or {@code ifEmpty}
   */
  long peek(long ifEmpty);

  /** Ends the ring for producers, as {@link BoundedQueue#close} does. */
  void close();

  /**
   * Whether {@link #close} was called.
   *
   * @return true once closed
   */
  boolean isClosed();

  /**
   * Adds values in order until all are added, or the ring is full or closed meanwhile. For
   * producers.
   *
   * @param values where they are
   * @param from the first
   * @param to after the last
   * @return how many were added
   * @throws IllegalStateException if the ring is closed, and none was added
   */
  default int offerAll(long[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    int next = from;
    try {
      while (next < to && offer(values[next])) {
        next++;
      }
    } catch (IllegalStateException closed) {
      if (next == from) {
        throw closed;
      }
    }
    return next - from;
  }

  /**
   * Removes values in order until the range is full or the ring is empty. For consumers.
   *
   * @param target where to write them
   * @param from the first place
   * @param to after the last place
   * @return how many were removed
   */
  default int drainTo(long[] target, int from, int to) {
    Objects.checkFromToIndex(from, to, target.length);
    int next = from;
    while (next < to && tryPoll(target, next)) {
      next++;
    }
    return next - from;
  }

  /**
   * Removes values in order until the limit is reached or the ring is empty. For consumers.
   *
   * @param consumer is given each value after it was removed
   * @param limit the most values to remove, at least 0
   * @return how many were removed
   */
  int drain(LongConsumer consumer, int limit);

  /**
   * Removes values in order until the ring is closed and empty. For consumers.
   *
   * @param consumer is given each value after it was removed
   * @param whenEmpty what to do while there is none
   * @return how many were removed
   */
  default long consume(LongConsumer consumer, WaitStrategy whenEmpty) {
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
   * Bytes of the ring's own objects.
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
