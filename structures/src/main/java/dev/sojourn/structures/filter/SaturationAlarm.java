package dev.sojourn.structures.filter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Tells a listener once when a filter holds more different keys than it was sized for. */
final class SaturationAlarm {
  private final long capacity;
  private final Consumer<? super BloomFilter> listener;

  /** How many keys there is room for; negative once the listener was told. */
  private final AtomicLong room;

  SaturationAlarm(long capacity, Consumer<? super BloomFilter> listener) {
    this.capacity = capacity;
    this.listener = listener;
    this.room = new AtomicLong(capacity);
  }

  /** A key came that is certainly new. */
  void count(BloomFilter filter) {
    if (room.getAndDecrement() == 0) {
      listener.accept(filter);
    }
  }

  /** Many keys came at once. */
  void recount(BloomFilter filter) {
    long left = capacity - filter.approximateSize();
    if (room.getAndUpdate(before -> before < 0 ? before : left) >= 0 && left < 0) {
      listener.accept(filter);
    }
  }

  void reset() {
    room.set(capacity);
  }
}
