package dev.sojourn.structures.queue;

import dev.sojourn.structures.internal.Footprint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/**
 * A bounded FIFO queue from any number of producer threads to one consumer thread.
 *
 * <p><b>Costs.</b> {@link #offer}: O(1) without contention, lock-free. {@link #poll}, {@link
 * #peek}: O(1), but while the producer whose turn it is has claimed its slot and not yet written
 * it, they spin for it. {@link #size}, {@link #isEmpty}: O(1). Nothing allocates.
 *
 * <p><b>Space.</b> A reference for each slot, slots being the capacity rounded up to a power of
 * two, and some 700 bytes of padding. The capacity itself is exact.
 *
 * <p><b>Threads.</b> {@code offer}, {@code fill} and {@link #close} are for anyone, {@code poll},
 * {@code peek}, {@code drain}, {@code consume} and {@code clear} for one consumer; a second
 * corrupts the queue without warning. <b>Linearizable</b>: {@code offer} and {@code close} (where
 * they swap the tail, or where {@code offer} reads the head when full), {@code poll}, {@code peek},
 * {@code size} and {@code isEmpty} when the consumer calls them. For others {@code size} and {@code
 * isEmpty} are estimates. Elements of one producer leave in the order in which it offered them.
 * Iterators are weakly consistent. Checked by model checking and stress on x86 only.
 *
 * <p><b>Errors.</b> Null is refused, {@code offer} after {@code close} throws {@link
 * IllegalStateException}; see {@link BoundedQueue} for what callbacks throw. A producer that dies
 * between claiming and writing stops the consumer for good; no code of the caller runs in between.
 *
 * <p><b>Prefer instead</b> {@link SpscRing} for a single producer, {@link MpscChain} without a
 * bound.
 *
 * <p><b>Source.</b> Vyukov, Bounded MPMC queue, 2010, without sequences, which a single consumer
 * does not need; Lamport, 1983, for the cached counter.
 *
 * @param <E> type of the elements
 */
public final class MpscRing<E> extends RingLayout.Padded<E> implements BoundedQueue<E> {
  /*
   * Implementation notes. Counters advance by two; an odd tail says "closed". A single swap of the
   * tail therefore decides between an offer and a close.
   */
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle TAIL;
  private static final VarHandle LIMIT;
  private static final VarHandle HEAD;
  private static final int FIELD_BYTES = 2 * Integer.BYTES + 51 * Long.BYTES;

  static {
    try {
      var lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(RingLayout.Tail.class, "tail", long.class);
      LIMIT = lookup.findVarHandle(RingLayout.Tail.class, "limit", long.class);
      HEAD = lookup.findVarHandle(RingLayout.Head.class, "head", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * An empty queue.
   *
   * @param capacity the most elements held at a time, 1 to 2<sup>29</sup>; any number, no power of
   *     two is asked for
   */
  public MpscRing(int capacity) {
    this(capacity, 0);
  }

  MpscRing(int capacity, long start) {
    super(capacity, Slots.objects(Slots.checkCapacity(capacity)), null);
    tail = start << 1;
    head = start << 1;
    limit = tail + 2L * capacity;
    VarHandle.releaseFence();
  }

  @Override
  public boolean offer(E element) {
    Objects.requireNonNull(element, "element");
    long at;
    do {
      at = (long) TAIL.getVolatile(this);
      if ((at & 1) != 0) {
        throw Slots.closed();
      }
      if (at - (long) LIMIT.getAcquire(this) >= 0 && !hasRoom(at)) {
        return false;
      }
    } while (!TAIL.compareAndSet(this, at, at + 2));
    SLOT.setRelease(slots, slot(at), element);
    return true;
  }

  /**
   * A limit that another producer overwrites with an older one is only too small. Who goes by it
   * must see the slots empty that the consumer emptied before.
   */
  private boolean hasRoom(long at) {
    long room = (long) HEAD.getVolatile(this) + 2L * capacity;
    LIMIT.setRelease(this, room);
    return at - room < 0;
  }

  @Override
  @SuppressWarnings("unchecked")
  public E poll() {
    long at = head;
    int slot = slot(at);
    Object element = awaitElement(at, slot);
    if (element == null) {
      return null;
    }
    slots[slot] = null;
    HEAD.setRelease(this, at + 2);
    return (E) element;
  }

  @Override
  @SuppressWarnings("unchecked")
  public E peek() {
    return (E) awaitElement(head, slot(head));
  }

  private Object awaitElement(long at, int slot) {
    Object element = SLOT.getAcquire(slots, slot);
    if (element == null && ((long) TAIL.getVolatile(this) & ~1L) != at) {
      while ((element = SLOT.getAcquire(slots, slot)) == null) {
        Thread.onSpinWait();
      }
    }
    return element;
  }

  @Override
  public int size() {
    long before = (long) HEAD.getVolatile(this);
    long difference = (((long) TAIL.getVolatile(this) & ~1L) - before) >> 1;
    return (int) Math.max(0, Math.min(capacity, difference));
  }

  @Override
  public int capacity() {
    return capacity;
  }

  /** {@inheritDoc} For anyone; every offer comes wholly before it or is refused. */
  @Override
  public void close() {
    TAIL.getAndBitwiseOr(this, 1L);
  }

  @Override
  public boolean isClosed() {
    return ((long) TAIL.getVolatile(this) & 1) != 0;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Iterator<E> iterator() {
    long end = (long) TAIL.getVolatile(this) & ~1L;
    long[] next = {(long) HEAD.getVolatile(this)};
    return new WeakIterator<>(
        () -> {
          Object found = null;
          for (; found == null && next[0] - end < 0; next[0] += 2) {
            found = SLOT.getAcquire(slots, slot(next[0]));
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
    return RingCheck.ofNulls(this, head >> 1, (head >> 1) + (((tail & ~1L) - head) >> 1));
  }

  private int slot(long position) {
    return Slots.PAD + ((int) (position >>> 1) & mask);
  }
}
