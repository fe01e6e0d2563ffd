package dev.sojourn.structures.queue;

import dev.sojourn.structures.internal.Footprint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A bounded FIFO queue of primitive longs between any number of producer and consumer threads.
 *
 * <p><b>Costs.</b> {@link #offer}, {@link #poll}, {@link #tryPoll}, {@link #peek}: O(1) without
 * contention, one cache line of slots each. A thread stopped between claiming a slot and releasing
 * it makes others spin once they come to that slot. {@link #size}: O(1). Nothing allocates.
 *
 * <p><b>Space.</b> Sixteen bytes for each slot, slots being the capacity rounded up to a power of
 * two, and some kilobyte of padding. The capacity itself is exact.
 *
 * <p><b>Threads.</b> Everything is for anyone. <b>Linearizable</b>: {@code offer}, {@code poll},
 * {@code tryPoll}, {@code close} (where they swap a counter), the answers "full" and "empty" (where
 * they read the slot, or the other side's counter), {@code peek}; a batch is as many operations as
 * it has values. {@code size} and {@code isEmpty} count what is claimed: estimates while others are
 * at work, exact at rest. Checked by model checking and stress on x86 only.
 *
 * <p><b>Errors.</b> {@code offer} after {@code close} throws {@link IllegalStateException}.
 *
 * <p><b>Prefer instead</b> {@link LongSpscRing} for one producer and one consumer, {@link MpmcRing}
 * for objects.
 *
 * <p><b>Source.</b> Vyukov, Bounded MPMC queue, 2010, with sequence and value side by side.
 * Departures as in {@link MpmcRing}.
 */
public final class LongMpmcRing extends LongRingLayout.PaddedWarnings implements LongRing {
  /*
   * Implementation notes. As in MpmcRing, where the proofs of full and empty and the warnings are
   * explained, but a slot is a pair: its sequence, then its value, in one line unless the array happens
   * to lie across. A value is not cleared when it is taken: what tells whether it is there is the
   * sequence alone.
   */
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle TAIL;
  private static final VarHandle LIMIT;
  private static final VarHandle HEAD;
  private static final VarHandle SPARSE_UNTIL;
  private static final VarHandle HELD_UNTIL;

  /** Farther ahead than any counter comes, and not so far that differences wrap. */
  private static final long NO_POSITION_SO_FAR = 1L << 61;

  private static final int FIELD_BYTES = 2 * Integer.BYTES + 70 * Long.BYTES;

  static {
    try {
      var lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(LongRingLayout.Tail.class, "tail", long.class);
      LIMIT = lookup.findVarHandle(LongRingLayout.Tail.class, "limit", long.class);
      HEAD = lookup.findVarHandle(LongRingLayout.Head.class, "head", long.class);
      SPARSE_UNTIL = lookup.findVarHandle(LongRingLayout.Warnings.class, "sparseUntil", long.class);
      HELD_UNTIL = lookup.findVarHandle(LongRingLayout.Warnings.class, "heldUntil", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * An empty ring.
   *
   * @param capacity the most values held at a time, 1 to 2<sup>29</sup>; any number, no power of
   *     two is asked for
   */
  public LongMpmcRing(int capacity) {
    this(capacity, 0);
  }

  LongMpmcRing(int capacity, long start) {
    super(Slots.checkCapacity(capacity), 2);
    tail = start << 1;
    head = start << 1;
    limit = tail + 2L * capacity;
    sparseUntil = tail;
    heldUntil = tail;
    for (long at = tail; at - tail <= 2L * mask; at += 2) {
      slots[slot(at)] = at;
    }
    VarHandle.releaseFence();
  }

  @Override
  public boolean offer(long value) {
    while (true) {
      long at = (long) TAIL.getVolatile(this);
      if ((at & 1) != 0) {
        throw Slots.closed();
      }
      int slot = slot(at);
      long ahead = (long) SLOT.getAcquire(slots, slot) - at;
      if (ahead == 0) {
        if (capacity <= mask && isFull(at)) {
          return false;
        }
        if (TAIL.compareAndSet(this, at, at + 2)) {
          warnIfUnfilledBefore(at);
          slots[slot + 1] = value;
          SLOT.setRelease(slots, slot, at + 1);
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
            && (long) SLOT.getVolatile(slots, slot(at)) - at < 0
            && (long) HELD_UNTIL.getVolatile(this) - at <= 0;
    return proof || at - (long) HEAD.getVolatile(this) >= 2L * capacity;
  }

  /** Whether nothing is held at a slot that is not filled: by the slot, else by the tail. */
  private boolean isEmptyBefore(long at) {
    warnIfHeldBefore(at);
    boolean proof =
        (long) SLOT.getVolatile(slots, slot(at)) - at < 1
            && (long) SPARSE_UNTIL.getVolatile(this) - at <= 0;
    return proof || ((long) TAIL.getVolatile(this) & ~1L) == at;
  }

  /** Tells consumers when the slot before a producer's is claimed and not filled yet. */
  private void warnIfUnfilledBefore(long at) {
    if ((long) SLOT.getAcquire(slots, slot(at - 2)) - at < -1) {
      warn(SPARSE_UNTIL, at);
    }
  }

  /** Tells producers when the slot before a consumer's is claimed and not given back yet. */
  private void warnIfHeldBefore(long at) {
    if ((long) SLOT.getAcquire(slots, slot(at - 2)) - at < lap() - 2) {
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
  public long poll(long ifEmpty) {
    long at = claim();
    return at == NONE ? ifEmpty : release(at);
  }

  @Override
  public boolean tryPoll(long[] target, int index) {
    Objects.checkIndex(index, target.length);
    long at = claim();
    if (at == NONE) {
      return false;
    }
    target[index] = release(at);
    return true;
  }

  /** No position, for positions are even. */
  private static final long NONE = 1;

  /** The position of the oldest value, now the caller's, or {@link #NONE}. */
  private long claim() {
    while (true) {
      long at = (long) HEAD.getVolatile(this);
      long ahead = (long) SLOT.getAcquire(slots, slot(at)) - (at + 1);
      if (ahead == 0) {
        if (HEAD.compareAndSet(this, at, at + 2)) {
          warnIfHeldBefore(at);
          return at;
        }
      } else if (ahead < 0) {
        if (isEmptyBefore(at)) {
          return NONE;
        }
        Thread.onSpinWait();
      }
    }
  }

  private long release(long at) {
    int slot = slot(at);
    long value = slots[slot + 1];
    SLOT.setRelease(slots, slot, at + lap());
    return value;
  }

  /** By how much the position of a slot grows from one lap to the next. */
  private long lap() {
    return 2 * (mask + 1L);
  }

  @Override
  public long peek(long ifEmpty) {
    while (true) {
      long at = (long) HEAD.getVolatile(this);
      int slot = slot(at);
      if ((long) SLOT.getAcquire(slots, slot) == at + 1) {
        long value = (long) SLOT.getAcquire(slots, slot + 1);
        warnIfHeldBefore(at);
        if ((long) HEAD.getVolatile(this) == at) {
          return value;
        }
      } else if (isEmptyBefore(at)) {
        return ifEmpty;
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public int drain(LongConsumer consumer, int limit) {
    Slots.checkLimit(limit);
    int taken = 0;
    while (taken < limit) {
      long at = claim();
      if (at == NONE) {
        break;
      }
      taken++;
      consumer.accept(release(at));
    }
    return taken;
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
  public long footprintBytes() {
    return Footprint.object(FIELD_BYTES, 1) + Footprint.array(slots.length, Long.BYTES);
  }

  @Override
  public Optional<String> verify() {
    long end = tail & ~1L;
    Optional<String> wrong = RingCheck.ofCounters(0, (end - head) >> 1, capacity);
    for (long at = head; at - head <= 2L * mask && wrong.isEmpty(); at += 2) {
      wrong = RingCheck.ofSequence(at, slots[slot(at)], end);
    }
    return wrong;
  }

  private int slot(long position) {
    return Slots.PAD + ((int) position & (mask << 1));
  }
}
