package dev.sojourn.structures.queue;

import dev.sojourn.structures.internal.Footprint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/**
 * A bounded FIFO queue between one producer thread and one consumer thread.
 *
 * <p><b>Costs.</b> {@link #offer}, {@link #poll}, {@link #peek}: O(1) worst case, wait-free, no
 * allocation. {@link #size}, {@link #isEmpty}: O(1). {@link #iterator}: O(capacity) to walk.
 *
 * <p><b>Space.</b> A reference for each slot, slots being the capacity rounded up to a power of
 * two, and some 700 bytes of padding. The capacity itself is exact.
 *
 * <p><b>Threads.</b> {@code offer}, {@code fill} and {@link #close} are for one producer, {@code
 * poll}, {@code peek}, {@code drain}, {@code consume} and {@code clear} for one consumer; a second
 * of either corrupts the queue without warning. <b>Linearizable</b>: {@code offer} (where it writes
 * the slot, or where it reads a full one), {@code poll} and {@code peek} (where they read the
 * slot). {@code size} is exact for a side while the other rests, else an estimate between 0 and the
 * capacity; an {@code isEmpty} of false promises the consumer an element, and one of true may be
 * late. Iterators are weakly consistent. Checked by model checking and stress on x86 only.
 *
 * <p><b>Errors.</b> Null is refused, {@code offer} after {@code close} throws {@link
 * IllegalStateException}; see {@link BoundedQueue} for what callbacks throw.
 *
 * <p><b>Prefer instead</b> {@link MpscRing} or {@link MpmcRing} for more threads, {@link
 * LongSpscRing} for longs, {@link java.util.concurrent.ArrayBlockingQueue} when threads must sleep.
 *
 * <p><b>Source.</b> Lamport, Specifying concurrent program modules, 1983; Giacomoni, Moseley and
 * Vachharajani, FastForward for efficient pipeline parallelism, 2008 (a null slot says "empty", so
 * neither side reads the other's counter). Departure: the producer looks at the slot a capacity
 * before its own, which makes any capacity exact, and does so a quarter of the capacity ahead, so
 * that it seldom touches a line the consumer is busy with.
 *
 * @param <E> type of the elements
 * @see <a href="https://doi.org/10.1145/69624.357207">Lamport, 1983</a>
 */
public final class SpscRing<E> extends RingLayout.Padded<E> implements BoundedQueue<E> {
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle TAIL;
  private static final VarHandle HEAD;
  private static final VarHandle CLOSED;
  private static final int FIELD_BYTES = 2 * Integer.BYTES + 51 * Long.BYTES + 1;

  static {
    try {
      var lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(RingLayout.Tail.class, "tail", long.class);
      HEAD = lookup.findVarHandle(RingLayout.Head.class, "head", long.class);
      CLOSED = lookup.findVarHandle(SpscRing.class, "closed", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Farther ahead would only miss in more caches. */
  private static final int MOST_AHEAD = 4096;

  private boolean closed;

  /**
   * An empty queue.
   *
   * @param capacity the most elements held at a time, 1 to 2<sup>29</sup>; any number, no power of
   *     two is asked for
   */
  public SpscRing(int capacity) {
    this(capacity, 0);
  }

  SpscRing(int capacity, long start) {
    super(capacity, Slots.objects(Slots.checkCapacity(capacity)), null);
    tail = start;
    head = start;
    limit = start + capacity;
    VarHandle.releaseFence();
  }

  @Override
  public boolean offer(E element) {
    Objects.requireNonNull(element, "element");
    long at = tail;
    if (at - limit >= 0 && !hasRoom(at)) {
      return false;
    }
    SLOT.setRelease(slots, slot(at), element);
    TAIL.setRelease(this, at + 1);
    return true;
  }

  /**
   * A position may be filled once the one a capacity before it is empty again, and as the consumer
   * empties them in order, so may all before it.
   */
  private boolean hasRoom(long at) {
    if (closed) {
      throw Slots.closed();
    }
    int ahead = Math.min(capacity / 4, MOST_AHEAD);
    if (isEmptied(at + ahead - capacity)) {
      limit = at + ahead + 1;
      return true;
    }
    return isEmptied(at - capacity);
  }

  private boolean isEmptied(long position) {
    return SLOT.getAcquire(slots, slot(position)) == null;
  }

  @Override
  @SuppressWarnings("unchecked")
  public E poll() {
    long at = head;
    int slot = slot(at);
    Object element = SLOT.getAcquire(slots, slot);
    if (element == null) {
      return null;
    }
    SLOT.setRelease(slots, slot, null);
    HEAD.setRelease(this, at + 1);
    return (E) element;
  }

  @Override
  @SuppressWarnings("unchecked")
  public E peek() {
    return (E) SLOT.getAcquire(slots, slot(head));
  }

  @Override
  public int size() {
    long before = (long) HEAD.getAcquire(this);
    long difference = (long) TAIL.getAcquire(this) - before;
    return (int) Math.max(0, Math.min(capacity, difference));
  }

  @Override
  public int capacity() {
    return capacity;
  }

  /** {@inheritDoc} For the producer. */
  @Override
  public void close() {
    limit = tail;
    CLOSED.setRelease(this, true);
  }

  @Override
  public boolean isClosed() {
    return (boolean) CLOSED.getAcquire(this);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Iterator<E> iterator() {
    long end = (long) TAIL.getAcquire(this);
    long[] next = {(long) HEAD.getAcquire(this)};
    return new WeakIterator<>(
        () -> {
          Object found = null;
          while (found == null && next[0] - end < 0) {
            found = SLOT.getAcquire(slots, slot(next[0]++));
          }
          return (E) found;
        });
  }

  @Override
  public long footprintBytes() {
    return Footprint.object(FIELD_BYTES, 2)
        + Footprint.array(slots.length, Footprint.referenceBytes());
  }

  @Override
  public Optional<String> verify() {
    return RingCheck.ofNulls(this, head, tail);
  }

  private int slot(long position) {
    return Slots.PAD + ((int) position & mask);
  }
}
