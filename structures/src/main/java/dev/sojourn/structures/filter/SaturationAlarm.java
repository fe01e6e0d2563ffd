package dev.sojourn.structures.filter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Tells a listener once when a filter holds more different keys than it was sized for. */
final class SaturationAlarm {
  /*
   * Implementation notes. With one writer every change is a new key. Several that put one key at
   * once may all have set some of its bits, and nobody can tell which of them found it new. So
   * their count may be too high and is no more than a reason to look at the bits, whose estimate
   * has the last word. It errs by about the root of the number of keys; a filter that is full but
   * for a thousandth counts as full, or each of the last keys would cost a pass over the bits.
   */
  private static final int NEARLY_FULL_SHIFT = 10;

  private final long capacity;
  private final Consumer<? super BloomFilter> listener;
  private final boolean manyWriters;

  /** How many keys there is room for; negative once the listener was told. */
  private final AtomicLong room;

  /** Whether every key came by itself, so that what is missing of the room was counted. */
  private volatile boolean counted = true;

  SaturationAlarm(long capacity, Consumer<? super BloomFilter> listener, boolean manyWriters) {
    this.capacity = capacity;
    this.listener = listener;
    this.manyWriters = manyWriters;
    this.room = new AtomicLong(capacity);
  }

  /** A key came that is new, if not to another thread as well. */
  void count(BloomFilter filter) {
    if (room.getAndDecrement() == 0 && (!manyWriters || hasNoRoom(filter))) {
      listener.accept(filter);
    }
  }

  /** For the one thread that took the last place; makes room when places were taken twice. */
  private synchronized boolean hasNoRoom(BloomFilter filter) {
    long left = left(filter);
    boolean none = left <= capacity >> NEARLY_FULL_SHIFT;
    if (!none) {
      counted = false;
      room.set(left);
    }
    return none;
  }

  /** Many keys came at once. */
  void recount(BloomFilter filter) {
    if (refill(filter)) {
      listener.accept(filter);
    }
  }

  private synchronized boolean refill(BloomFilter filter) {
    counted = false;
    long left = left(filter);
    return room.getAndUpdate(before -> before < 0 ? before : left) >= 0 && left < 0;
  }

  private long left(BloomFilter filter) {
    return capacity - filter.approximateSize();
  }

  void reset() {
    counted = true;
    room.set(capacity);
  }

  /** Each key that was counted has set one bit at least, and no more than it has. */
  String flaw(BloomFilter filter) {
    long keys = capacity - room.get();
    long ones = filter.bitCount();
    int hashes = filter.plan().hashes();
    return !counted || (keys <= ones && ones <= keys * hashes)
        ? null
        : ones + " bits are set, which " + keys + " keys of " + hashes + " bits cannot have done";
  }
}
