package dev.sojourn.structures.queue;

import java.util.AbstractQueue;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/** A ring of longs as a queue of integers, so that the same tests can ask it. */
final class Boxed extends AbstractQueue<Integer> implements BoundedQueue<Integer> {
  private final LongRing ring;

  Boxed(LongRing ring) {
    this.ring = ring;
  }

  @Override
  public boolean offer(Integer element) {
    return ring.offer(element);
  }

  @Override
  public Integer poll() {
    return boxed(ring.poll(Long.MIN_VALUE));
  }

  @Override
  public Integer peek() {
    return boxed(ring.peek(Long.MIN_VALUE));
  }

  private static Integer boxed(long value) {
    return value == Long.MIN_VALUE ? null : Integer.valueOf((int) value);
  }

  @Override
  public int drain(Consumer<? super Integer> consumer, int limit) {
    return ring.drain(value -> consumer.accept((int) value), limit);
  }

  @Override
  public int size() {
    return ring.size();
  }

  @Override
  public boolean isEmpty() {
    return ring.isEmpty();
  }

  @Override
  public int capacity() {
    return ring.capacity();
  }

  @Override
  public void close() {
    ring.close();
  }

  @Override
  public boolean isClosed() {
    return ring.isClosed();
  }

  @Override
  public long footprintBytes() {
    return ring.footprintBytes();
  }

  @Override
  public Optional<String> verify() {
    return ring.verify();
  }

  @Override
  public Iterator<Integer> iterator() {
    throw new UnsupportedOperationException("a ring of longs has no iterator");
  }
}
