package dev.sojourn.structures.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/**
 * An unbounded FIFO queue from any number of producer threads to one consumer thread: a chain of
 * nodes whose end producers swap.
 *
 * <p><b>Costs.</b> {@link #offer}: O(1), wait-free, one node. {@link #poll}, {@link #peek}: O(1),
 * but while the producer whose turn it is has swapped the end and not yet linked its node, they
 * spin for it. {@link #isEmpty}: O(1). {@link #size}: O(n).
 *
 * <p><b>Space.</b> A node of 24 bytes (with compressed references) for each element, and one more.
 * Without a bound, a consumer slower than its producers ends in {@link OutOfMemoryError}.
 *
 * <p><b>Threads.</b> {@code offer} is for anyone, {@code poll}, {@code peek} and {@code clear} for
 * one consumer; a second corrupts the queue without warning. <b>Linearizable</b>: {@code offer}
 * (where it swaps the end), {@code poll} and {@code peek}, {@code isEmpty} for the consumer. {@code
 * size} and iterators are weakly consistent. What a thread did before {@code offer} happens before
 * what the consumer does after the {@code poll} that returned its element. Checked by model
 * checking and stress on x86 only.
 *
 * <p><b>Errors.</b> Null is refused.
 *
 * <p><b>Prefer instead</b> {@link MpscRing}: a bound is what keeps a system alive.
 *
 * <p><b>Source.</b> Vyukov, Non-intrusive MPSC node-based queue, 2010.
 *
 * @param <E> type of the elements
 */
public final class MpscChain<E> extends EndsLayout.Padded<E> {
  private static final VarHandle TAIL;
  private static final VarHandle HEAD;

  static {
    try {
      var lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(EndsLayout.Tail.class, "tail", Link.class);
      HEAD = lookup.findVarHandle(EndsLayout.Head.class, "head", Link.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** An empty queue. */
  public MpscChain() {
    Link sentinel = new Link(null);
    HEAD.setVolatile(this, sentinel);
    TAIL.setVolatile(this, sentinel);
  }

  @Override
  public boolean offer(E element) {
    Link added = new Link(Objects.requireNonNull(element, "element"));
    Link before = (Link) TAIL.getAndSet(this, added);
    Link.NEXT.setRelease(before, added);
    return true;
  }

  @Override
  @SuppressWarnings("unchecked")
  public E poll() {
    Link sentinel = head;
    Link first = awaitNext(sentinel);
    if (first == null) {
      return null;
    }
    Object element = first.element;
    Link.ELEMENT.setOpaque(first, null);
    HEAD.setRelease(this, first);
    // An old sentinel that survived in the old generation must not keep its successors alive.
    Link.NEXT.setOpaque(sentinel, sentinel);
    return (E) element;
  }

  @Override
  @SuppressWarnings("unchecked")
  public E peek() {
    Link first = awaitNext(head);
    return first == null ? null : (E) first.element;
  }

  private Link awaitNext(Link sentinel) {
    Link first = sentinel.next();
    if (first == null && TAIL.getVolatile(this) != sentinel) {
      while ((first = sentinel.next()) == null) {
        Thread.onSpinWait();
      }
    }
    return first;
  }

  @Override
  public boolean isEmpty() {
    return HEAD.getVolatile(this) == TAIL.getVolatile(this);
  }

  /** {@inheritDoc} Counts by walking. */
  @Override
  public int size() {
    return Chains.size(iterator());
  }

  @Override
  public Iterator<E> iterator() {
    return Chains.walk(() -> (Link) HEAD.getAcquire(this));
  }

  /**
   * Bytes of the queue's own objects, without its elements. O(n).
   *
   * @return within one percent of what a heap walk finds, at rest
   */
  public long footprintBytes() {
    return Chains.footprintBytes(size());
  }

  /**
   * Looks for a violated invariant; for tests and diagnosis, at rest only. O(n).
   *
   * @return what is wrong and where, or empty
   */
  public Optional<String> verify() {
    return Chains.verify(head, tail);
  }
}
