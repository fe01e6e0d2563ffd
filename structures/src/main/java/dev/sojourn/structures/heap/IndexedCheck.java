package dev.sojourn.structures.heap;

import java.util.Optional;

/** Checks every invariant of an {@link IndexedDaryHeap}. */
final class IndexedCheck {
  private final int shift;
  private final IndexedSlots slots;

  private IndexedCheck(int shift, IndexedSlots slots) {
    this.shift = shift;
    this.slots = slots;
  }

  /** The first invariant found violated, or empty if all hold. */
  static Optional<String> of(int shift, IndexedSlots slots) {
    var check = new IndexedCheck(shift, slots);
    return check.wrongOrder().or(check::wrongPadding).or(check::wrongPosition);
  }

  private Optional<String> wrongOrder() {
    for (int slot = IndexedSlots.ROOT + 1; slot < slots.end; slot++) {
      int group = LongSift.groupOf(shift, slot);
      int parent = IndexedSlots.ROOT + group;
      if (slots.keys[parent] > slots.keys[slot]) {
        return Optional.of(
            "slot %d holds key %d, less than %d in its parent slot %d"
                .formatted(slot, slots.keys[slot], slots.keys[parent], parent));
      }
      int winner = LongSift.firstSlot(shift, group) + slots.winners[group];
      if (winner >= slots.end || slots.keys[winner] > slots.keys[slot]) {
        return Optional.of(
            "node %d takes slot %d for its smallest child, but slot %d holds key %d"
                .formatted(group, winner, slot, slots.keys[slot]));
      }
    }
    return Optional.empty();
  }

  private Optional<String> wrongPadding() {
    for (int slot = slots.end; slot < slots.keys.length; slot++) {
      if (slots.keys[slot] != IndexedSlots.PADDING) {
        return Optional.of(
            "free slot %d holds key %d, not the padding".formatted(slot, slots.keys[slot]));
      }
    }
    return Optional.empty();
  }

  private Optional<String> wrongPosition() {
    int present = 0;
    for (int handle = 0; handle < slots.positions.length; handle++) {
      int slot = slots.positions[handle];
      if (slot != IndexedSlots.ABSENT) {
        present++;
        if (slot < IndexedSlots.ROOT || slot >= slots.end || slots.handles[slot] != handle) {
          return Optional.of("handle %d has position %d, where it is not".formatted(handle, slot));
        }
      }
    }
    return present == slots.size()
        ? Optional.empty()
        : Optional.of(
            "%d handles have a position, but %d slots are in use".formatted(present, slots.size()));
  }
}
