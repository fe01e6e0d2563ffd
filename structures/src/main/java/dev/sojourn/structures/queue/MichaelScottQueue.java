package dev.sojourn.structures.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/**
 * The unbounded lock-free FIFO queue of Michael and Scott, between any number of threads.
 *
 * <p><b>Costs.</b> {@link #offer}, {@link #poll}, {@link #peek}: O(1) without contention,
 * lock-free: whatever becomes of one thread, some other gets on. {@code offer} allocates one node.
 * {@link #isEmpty}: O(1). {@link #size}: O(n).
 *
 * <p><b>Space.</b> A node of 24 bytes (with compressed references) for each element, and one more.
 * Without a bound, consumers slower than their producers end in {@link OutOfMemoryError}.
 *
 * <p><b>Threads.</b> Everything is for anyone. <b>Linearizable</b>: {@code offer} (where it links
 * its node), {@code poll} (where it swaps the head), {@code peek}, {@code isEmpty}. {@code size}
 * and iterators are weakly consistent; iterators cannot remove, so {@code remove(Object)} throws
 * {@link UnsupportedOperationException} when it would. What a thread did before {@code offer}
 * happens before what another does after the {@code poll} or {@code peek} that returned its
 * element. Checked by model checking and stress on x86 only.
 *
 * <p><b>Errors.</b> Null is refused.
 *
 * <p><b>Prefer instead</b> {@link ChunkedQueue}, which makes an eighth of the garbage, or a bounded
 * {@link MpmcRing}; {@link java.util.concurrent.ConcurrentLinkedQueue} when elements must be
 * removed from the middle.
 *
 * <p><b>Source.</b> Michael and Scott, Simple, fast, and practical non-blocking and blocking
 * concurrent queue algorithms, 1996. Departures: the tail may fall behind the head, since {@code
 * poll} never reads it; a removed node refers to itself, which tells a late producer to start from
 * the head.
 *
 * @param <E> type of the elements
 * @see <a href="https://doi.org/10.1145/248052.248106">Michael and Scott, 1996</a>
 */
public final class MichaelScottQueue<E> extends EndsLayout.Padded<E> {
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
  public MichaelScottQueue() {
    Link sentinel = new Link(null);
    HEAD.setVolatile(this, sentinel);
    TAIL.setVolatile(this, sentinel);
  }

  @Override
  public boolean offer(E element) {
    Link added = new Link(Objects.requireNonNull(element, "element"));
    Link seen = (Link) TAIL.getAcquire(this);
    Link last = seen;
    while (true) {
      Link next = last.next();
      if (next == null) {
        if (Link.NEXT.compareAndSet(last, null, added)) {
          // Failing is fine: then another has moved the tail, and later producers walk from there.
          TAIL.weakCompareAndSetRelease(this, seen, added);
          return true;
        }
      } else {
        last = next == last ? (Link) HEAD.getVolatile(this) : next;
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public E poll() {
    while (true) {
      Link sentinel = (Link) HEAD.getAcquire(this);
      Link first = sentinel.next();
      if (first == null) {
        return null;
      }
      if (first != sentinel && HEAD.compareAndSet(this, sentinel, first)) {
        Object element = first.element;
        Link.ELEMENT.setOpaque(first, null);
        Link.NEXT.setRelease(sentinel, sentinel);
        return (E) element;
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public E peek() {
    while (true) {
      Link sentinel = (Link) HEAD.getAcquire(this);
      Link first = sentinel.next();
      if (first == null) {
        return null;
      }
      Object element = Link.ELEMENT.getAcquire(first);
      if (element != null && HEAD.getVolatile(this) == sentinel) {
        return (E) element;
      }
    }
  }

  @Override
  public boolean isEmpty() {
    return ((Link) HEAD.getAcquire(this)).next() == null;
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
    return Chains.verify(head, tail.next == tail ? head : tail);
  }
}
