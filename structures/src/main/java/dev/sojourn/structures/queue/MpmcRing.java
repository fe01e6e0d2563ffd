package dev.sojourn.structures.queue;

import dev.sojourn.structures.internal.Footprint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/**
 * A bounded FIFO queue between any number of producer and consumer threads.
 *
 * <p><b>Costs.</b> {@link #offer}, {@link #poll}, {@link #peek}: O(1) without contention. A thread
 * stopped between claiming a slot and releasing it makes others spin once they come to that slot;
 * no code of the caller runs in between. {@link #size}, {@link #isEmpty}: O(1). Nothing allocates.
 *
 * <p><b>Space.</b> A reference and a long for each slot, slots being the capacity rounded up to a
 * power of two, and some kilobyte of padding. The capacity itself is exact.
 *
 * <p><b>Threads.</b> Everything is for anyone. <b>Linearizable</b>: {@code offer}, {@code poll},
 * {@code close} (where they swap a counter), {@code offer} when full and {@code poll} when empty
 * (where they read the slot, or the other side's counter), {@code peek}. {@code size} and {@code
 * isEmpty} count what is claimed: estimates while others are at work, exact at rest. Iterators are
 * weakly consistent. Checked by model checking and stress on x86 only.
 *
 * <p><b>Errors.</b> Null is refused, {@code offer} after {@code close} throws {@link
 * IllegalStateException}; see {@link BoundedQueue} for what callbacks throw.
 *
 * <p><b>Prefer instead</b> {@link SpscRing} or {@link MpscRing} where a side has one thread only,
 * {@link LongMpmcRing} for longs, {@link ChunkedQueue} without a bound, {@link
 * java.util.concurrent.ArrayBlockingQueue} when threads must sleep.
 *
 * <p><b>Source.</b> Vyukov, Bounded MPMC queue, 2010. Departures: a capacity that need not be a
 * power of two, closing, and no answer of "full" or "empty" that another thread's delay could make
 * false. While a side is one thread, the other leaves its counter alone: for "empty" until the
 * queue is closed, for "full" where the capacity is a power of two.
 *
 * @param <E> type of the elements
 */
public final class MpmcRing<E> extends RingLayout.PaddedWarnings<E> implements BoundedQueue<E> {
  /*
   * Implementation notes. Counters advance by two, an odd tail says "closed". The slot of position p
   * has sequence p while it is free, p + 1 while it holds an element, and the p of the next lap
   * afterwards; so a sequence tells even in a ring of one slot what it is about. When the capacity is
   * the whole lap a free slot is proof enough of room, else the head has to be consulted, now and
   * then.
   *
   * A slot at the head that holds nothing is no proof of an empty queue: its producer may have been
   * stopped while a later one finished. But to look at the tail takes its line from the producers at
   * every empty poll. So a producer, before it fills its slot, looks at the slot before; is that not
   * filled yet, it first raises sparseUntil beyond its own position. A consumer that finds its slot
   * unfilled, and its position not below sparseUntil, has proof: had a later offer ended, then going
   * back from there one comes to the first producer who saw an unfilled slot before its own, and that
   * one had warned. Consumers warn producers of slots claimed and not given back likewise, by
   * heldUntil. Warnings reach a lap ahead, so that a crowd warns once a lap, and for that lap the other
   * side reads the counter as it must.
   *
   * An answer must not count a claimed slot that a later one then denies. "Full" counts every claimed
   * offer, "empty" and peek every claimed poll, close every offer before it: whoever gives these
   * answers warns as well, and first: only what is read after the warning is proof.
   */
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle SEQUENCE = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle TAIL;
  private static final VarHandle LIMIT;
  private static final VarHandle HEAD;
  private static final VarHandle SPARSE_UNTIL;
  private static final VarHandle HELD_UNTIL;

  /** Farther ahead than any counter comes, and not so far that differences wrap. */
  private static final long NO_POSITION_SO_FAR = 1L << 61;

  private static final int FIELD_BYTES = 2 * Integer.BYTES + 69 * Long.BYTES;

  static {
    try {
      var lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(RingLayout.Tail.class, "tail", long.class);
      LIMIT = lookup.findVarHandle(RingLayout.Tail.class, "limit", long.class);
      HEAD = lookup.findVarHandle(RingLayout.Head.class, "head", long.class);
      SPARSE_UNTIL = lookup.findVarHandle(RingLayout.Warnings.class, "sparseUntil", long.class);
      HELD_UNTIL = lookup.findVarHandle(RingLayout.Warnings.class, "heldUntil", long.class);
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
  public MpmcRing(int capacity) {
    this(capacity, 0);
  }

  MpmcRing(int capacity, long start) {
    super(capacity, Slots.objects(Slots.checkCapacity(capacity)), Slots.longs(capacity, 1));
    tail = start << 1;
    head = start << 1;
    limit = tail + 2L * capacity;
    sparseUntil = tail;
    heldUntil = tail;
    for (long at = tail; at - tail <= 2L * mask; at += 2) {
      sequences[slot(at)] = at;
    }
    VarHandle.releaseFence();
  }

  @Override
  public boolean offer(E element) {
    Objects.requireNonNull(element, "element");
    while (true) {
      long at = (long) TAIL.getVolatile(this);
      if ((at & 1) != 0) {
        throw Slots.closed();
      }
      int slot = slot(at);
      long ahead = (long) SEQUENCE.getAcquire(sequences, slot) - at;
      if (ahead == 0) {
        if (capacity <= mask && isFull(at)) {
          return false;
        }
        if (TAIL.compareAndSet(this, at, at + 2)) {
          warnIfUnfilledBefore(at);
          slots[slot] = element;
          SEQUENCE.setRelease(sequences, slot, at + 1);
          return true;
        }
      } else if (ahead < 0) {
        if (isFullBehind(at)) {
          return false;
        }
        Thread.onSpinWait();
      }
    }
  }

  /** A limit that another producer overwrites with an older one is only too small. */
  private boolean isFull(long at) {
    if (at - (long) LIMIT.getOpaque(this) < 0) {
      return false;
    }
    warnIfUnfilledBefore(at);
    long room = (long) HEAD.getVolatile(this) + 2L * capacity;
    LIMIT.setOpaque(this, room);
    return at - room >= 0;
  }

  /** Whether there is no room at a slot that is not free: by the slot, else by the head. */
  private boolean isFullBehind(long at) {
    warnIfUnfilledBefore(at);
    boolean proof =
        capacity > mask
            && (long) SEQUENCE.getVolatile(sequences, slot(at)) - at < 0
            && (long) HELD_UNTIL.getVolatile(this) - at <= 0;
    return proof || at - (long) HEAD.getVolatile(this) >= 2L * capacity;
  }

  /** Whether nothing is held at a slot that is not filled: by the slot, else by the tail. */
  private boolean isEmptyBefore(long at) {
    warnIfHeldBefore(at);
    boolean proof =
        (long) SEQUENCE.getVolatile(sequences, slot(at)) - at < 1
            && (long) SPARSE_UNTIL.getVolatile(this) - at <= 0;
    return proof || isEmptyAt(at);
  }

  /** Tells consumers when the slot before a producer's is claimed and not filled yet. */
  private void warnIfUnfilledBefore(long at) {
    if ((long) SEQUENCE.getAcquire(sequences, slot(at - 2)) - at < -1) {
      warn(SPARSE_UNTIL, at);
    }
  }

  /** Tells producers when the slot before a consumer's is claimed and not given back yet. */
  private void warnIfHeldBefore(long at) {
    if ((long) SEQUENCE.getAcquire(sequences, slot(at - 2)) - at < lap() - 2) {
      warn(HELD_UNTIL, at + lap());
    }
  }

  /** Raises a warning to positions a lap beyond the one that is to be before it. */
  private void warn(VarHandle until, long position) {
    long now = (long) until.getVolatile(this);
    while (now - position <= 0 && !until.compareAndSet(this, now, position + lap())) {
      now = (long) until.getVolatile(this);
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public E poll() {
    while (true) {
      long at = (long) HEAD.getVolatile(this);
      int slot = slot(at);
      long ahead = (long) SEQUENCE.getAcquire(sequences, slot) - (at + 1);
      if (ahead == 0) {
        if (HEAD.compareAndSet(this, at, at + 2)) {
          warnIfHeldBefore(at);
          Object element = slots[slot];
          slots[slot] = null;
          SEQUENCE.setRelease(sequences, slot, at + lap());
          return (E) element;
        }
      } else if (ahead < 0) {
        if (isEmptyBefore(at)) {
          return null;
        }
        Thread.onSpinWait();
      }
    }
  }

  /** By how much the position of a slot grows from one lap to the next. */
  private long lap() {
    return 2 * (mask + 1L);
  }

  @Override
  @SuppressWarnings("unchecked")
  public E peek() {
    while (true) {
      long at = (long) HEAD.getVolatile(this);
      int slot = slot(at);
      if ((long) SEQUENCE.getAcquire(sequences, slot) == at + 1) {
        Object element = SLOT.getAcquire(slots, slot);
        warnIfHeldBefore(at);
        if ((long) HEAD.getVolatile(this) == at) {
          return (E) element;
        }
      } else if (isEmptyBefore(at)) {
        return null;
      }
      Thread.onSpinWait();
    }
  }

  private boolean isEmptyAt(long at) {
    return ((long) TAIL.getVolatile(this) & ~1L) == at;
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
    // Whoever sees the end and then an empty queue takes it for the last word.
    warn(SPARSE_UNTIL, (long) TAIL.getVolatile(this) + NO_POSITION_SO_FAR);
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
        + Footprint.array(slots.length, Footprint.referenceBytes())
        + Footprint.array(sequences.length, Long.BYTES);
  }

  @Override
  public Optional<String> verify() {
    long from = head >> 1;
    long to = from + (((tail & ~1L) - head) >> 1);
    Optional<String> wrong = RingCheck.ofNulls(this, from, to);
    for (long at = head; at - head <= 2L * mask && wrong.isEmpty(); at += 2) {
      wrong = RingCheck.ofSequence(at, sequences[slot(at)], tail & ~1L);
    }
    return wrong;
  }

  private int slot(long position) {
    return Slots.PAD + ((int) (position >>> 1) & mask);
  }
}
