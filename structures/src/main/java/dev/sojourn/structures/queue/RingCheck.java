package dev.sojourn.structures.queue;

import java.util.Optional;

/** The invariants that rings of objects share. */
final class RingCheck {
  private RingCheck() {}

  /** The counters lie within a capacity of each other; slots between them, and no others, hold. */
  static Optional<String> ofNulls(RingLayout.Fixed<?> ring, long head, long tail) {
    Optional<String> wrong = ofCounters(head, tail, ring.capacity);
    for (int i = 0; i <= ring.mask && wrong.isEmpty(); i++) {
      long position = head + i;
      boolean held = position - tail < 0;
      Object element = ring.slots[Slots.PAD + ((int) position & ring.mask)];
      if (held != (element != null)) {
        wrong =
            Optional.of(
                "slot of position %d, with head %d and tail %d, holds %s"
                    .formatted(position, head, tail, element));
      }
    }
    return wrong;
  }

  static Optional<String> ofCounters(long head, long tail, int capacity) {
    return tail - head < 0 || tail - head > capacity
        ? Optional.of(
            "head %d and tail %d are not within the capacity of %d".formatted(head, tail, capacity))
        : Optional.empty();
  }

  /** A slot from the head on has its position for a sequence, and one more while it holds. */
  static Optional<String> ofSequence(long position, long sequence, long tail) {
    long expected = position - tail < 0 ? position + 1 : position;
    return sequence == expected
        ? Optional.empty()
        : Optional.of(
            "slot of position %d, with tail %d, has sequence %d, not %d"
                .formatted(position, tail, sequence, expected));
  }
}
