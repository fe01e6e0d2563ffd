package dev.sojourn.structures.queue;

import dev.sojourn.structures.internal.Footprint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A bounded FIFO queue of primitive longs between one producer thread and one consumer thread.
 *
 * <p><b>Costs.</b> {@link #offer}, {@link #poll}, {@link #tryPoll}, {@link #peek}, {@link #size}:
 * O(1) worst case, wait-free. {@link #offerAll}, {@link #drainTo}: O(values), one publication for
 * all. Nothing allocates.
 *
 * <p><b>Space.</b> Eight bytes for each slot, slots being the capacity rounded up to a power of
 * two, and some kilobyte of padding. The capacity itself is exact.
 *
 * <p><b>Threads.</b> {@code offer}, {@code offerAll} and {@link #close} are for one producer, the
 * other operations for one consumer; a second of either corrupts the ring without warning. {@code
 * size}, {@code isEmpty} and {@code isClosed} are for anyone. <b>Linearizable</b>: {@code offer},
 * {@code poll}, {@code tryPoll}, {@code peek} (where they write their own counter, or read the
 * other's when full or empty); a batch is as many operations as it has values. {@code size} is
 * exact for a side while the other rests, else an estimate. Checked by model checking and stress on
 * x86 only.
 *
 * <p><b>Errors.</b> {@code offer} after {@code close} throws {@link IllegalStateException}.
 *
 * <p><b>Prefer instead</b> {@link LongMpmcRing} for more threads, {@link SpscRing} for objects.
 *
 * <p><b>Source.</b> Lamport, Specifying concurrent program modules, 1983; cached counters as in
 * Lee, Bu and Chandranmenon, A lock-free, cache-efficient shared ring buffer, 2009.
 */
public final class LongSpscRing extends LongRingLayout.Padded implements LongRing {
  private static final VarHandle TAIL;
  private static final VarHandle HEAD;
  private static final VarHandle CLOSED;
  private static final int FIELD_BYTES = 2 * Integer.BYTES + 52 * Long.BYTES + 1;

  static {
    try {
      var lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(LongRingLayout.Tail.class, "tail", long.class);
      HEAD = lookup.findVarHandle(LongRingLayout.Head.class, "head", long.class);
      CLOSED = lookup.findVarHandle(LongSpscRing.class, "closed", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private boolean closed;

  /**
   * An empty ring.
   *
   * @param capacity the most values held at a time, 1 to 2<sup>29</sup>; any number, no power of
   *     two is asked for
   */
  public LongSpscRing(int capacity) {
    this(capacity, 0);
  }

  LongSpscRing(int capacity, long start) {
    super(Slots.checkCapacity(capacity), 1);
    tail = start;
    head = start;
    seenTail = start;
    limit = start + capacity;
    VarHandle.releaseFence();
  }

  @Override
  public boolean offer(long value) {
    long at = tail;
    if (at - limit >= 0 && !hasRoom(at)) {
      return false;
    }
    slots[slot(at)] = value;
    TAIL.setRelease(this, at + 1);
    return true;
  }

  private boolean hasRoom(long at) {
    if (closed) {
      throw Slots.closed();
    }
    limit = (long) HEAD.getAcquire(this) + capacity;
    return at - limit < 0;
  }

  @Override
  public int offerAll(long[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    long at = tail;
    if (at + (to - from) - limit > 0) {
      hasRoom(at);
    }
    int count = (int) Math.min(to - from, limit - at);
    for (int i = 0; i < count; i++) {
      slots[slot(at + i)] = values[from + i];
    }
    TAIL.setRelease(this, at + count);
    return count;
  }

  @Override
  public long poll(long ifEmpty) {
    long at = head;
    if (at == seenTail && !hasValue(at)) {
      return ifEmpty;
    }
    long value = slots[slot(at)];
    HEAD.setRelease(this, at + 1);
    return value;
  }

  @Override
  public boolean tryPoll(long[] target, int index) {
    long at = head;
    if (at == seenTail && !hasValue(at)) {
      return false;
    }
    target[index] = slots[slot(at)];
    HEAD.setRelease(this, at + 1);
    return true;
  }

  @Override
  public long peek(long ifEmpty) {
    long at = head;
    return at == seenTail && !hasValue(at) ? ifEmpty : slots[slot(at)];
  }

  private boolean hasValue(long at) {
    seenTail = (long) TAIL.getAcquire(this);
    return at != seenTail;
  }

  @Override
  public int drainTo(long[] target, int from, int to) {
    Objects.checkFromToIndex(from, to, target.length);
    long at = head;
    int count = (int) Math.min(to - from, held(at));
    for (int i = 0; i < count; i++) {
      target[from + i] = slots[slot(at + i)];
    }
    HEAD.setRelease(this, at + count);
    return count;
  }

  @Override
  public int drain(LongConsumer consumer, int limit) {
    Slots.checkLimit(limit);
    int taken = 0;
    for (long at = head; taken < limit && (at != seenTail || hasValue(at)); at = head) {
      long value = slots[slot(at)];
      HEAD.setRelease(this, at + 1);
      taken++;
      consumer.accept(value);
    }
    return taken;
  }

  private long held(long at) {
    seenTail = (long) TAIL.getAcquire(this);
    return seenTail - at;
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
  public long footprintBytes() {
    return Footprint.object(FIELD_BYTES, 1) + Footprint.array(slots.length, Long.BYTES);
  }

  @Override
  public Optional<String> verify() {
    return RingCheck.ofCounters(head, tail, capacity);
  }

  private int slot(long position) {
    return Slots.PAD + ((int) position & mask);
  }
}
