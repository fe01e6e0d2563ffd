package dev.sojourn.structures.queue;

/**
 * Where the fields of a ring of objects lie: what never changes, the producers' counter and the
 * consumers' counter, two cache lines apart from one another (two, because processors fetch lines
 * in pairs). HotSpot lays out the fields of a superclass before those of its subclasses, hence one
 * class each.
 */
final class RingLayout {
  private RingLayout() {}

  /** What every side reads and nobody writes. */
  abstract static class Fixed<E> extends WeakQueue<E> {
    final int capacity;
    final int mask;
    final Object[] slots;
    final long[] sequences;

    Fixed(int capacity, Object[] slots, long[] sequences) {
      this.capacity = capacity;
      this.mask = Slots.lap(capacity) - 1;
      this.slots = slots;
      this.sequences = sequences;
    }
  }

  @SuppressWarnings("unused")
  abstract static class BeforeTail<E> extends Fixed<E> {
    long a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15;

    BeforeTail(int capacity, Object[] slots, long[] sequences) {
      super(capacity, slots, sequences);
    }
  }

  abstract static class Tail<E> extends BeforeTail<E> {
    long tail;

    /** The tail at which the producers must look at the head again; never too great. */
    long limit;

    Tail(int capacity, Object[] slots, long[] sequences) {
      super(capacity, slots, sequences);
    }
  }

  @SuppressWarnings("unused")
  abstract static class BeforeHead<E> extends Tail<E> {
    long b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15;

    BeforeHead(int capacity, Object[] slots, long[] sequences) {
      super(capacity, slots, sequences);
    }
  }

  abstract static class Head<E> extends BeforeHead<E> {
    long head;

    Head(int capacity, Object[] slots, long[] sequences) {
      super(capacity, slots, sequences);
    }
  }

  @SuppressWarnings("unused")
  abstract static class Padded<E> extends Head<E> {
    long c00, c01, c02, c03, c04, c05, c06, c07, c08, c09, c10, c11, c12, c13, c14, c15;

    Padded(int capacity, Object[] slots, long[] sequences) {
      super(capacity, slots, sequences);
    }
  }

  /** Of a ring whose sides warn one another of slots that are claimed and not yet dealt with. */
  abstract static class Warnings<E> extends Padded<E> {
    /** Below this position an unfilled slot may have filled ones behind it. */
    long sparseUntil;

    /** Below this position a slot not given back may have others behind it that were. */
    long heldUntil;

    Warnings(int capacity, Object[] slots, long[] sequences) {
      super(capacity, slots, sequences);
    }
  }

  @SuppressWarnings("unused")
  abstract static class PaddedWarnings<E> extends Warnings<E> {
    long d00, d01, d02, d03, d04, d05, d06, d07, d08, d09, d10, d11, d12, d13, d14, d15;

    PaddedWarnings(int capacity, Object[] slots, long[] sequences) {
      super(capacity, slots, sequences);
    }
  }
}
