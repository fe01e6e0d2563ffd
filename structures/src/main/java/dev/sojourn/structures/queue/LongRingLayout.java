package dev.sojourn.structures.queue;

/**
 * Where the fields of a ring of longs lie: what never changes, the producers' counter and the
 * consumers' counter, two cache lines apart from one another (two, because processors fetch lines
 * in pairs). HotSpot lays out the fields of a superclass before those of its subclasses, hence one
 * class each.
 */
final class LongRingLayout {
  private LongRingLayout() {}

  /** What every side reads and nobody writes. */
  abstract static class Fixed {
    final int capacity;
    final int mask;
    final long[] slots;

    Fixed(int capacity, int width) {
      this.capacity = capacity;
      this.mask = Slots.lap(capacity) - 1;
      this.slots = Slots.longs(capacity, width);
    }
  }

  @SuppressWarnings("unused")
  abstract static class BeforeTail extends Fixed {
    long a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15;

    BeforeTail(int capacity, int width) {
      super(capacity, width);
    }
  }

  abstract static class Tail extends BeforeTail {
    long tail;

    /** The tail at which the producers must look at the head again; never too great. */
    long limit;

    Tail(int capacity, int width) {
      super(capacity, width);
    }
  }

  @SuppressWarnings("unused")
  abstract static class BeforeHead extends Tail {
    long b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15;

    BeforeHead(int capacity, int width) {
      super(capacity, width);
    }
  }

  abstract static class Head extends BeforeHead {
    long head;

    /** The tail as the consumer last saw it; never too great. */
    long seenTail;

    Head(int capacity, int width) {
      super(capacity, width);
    }
  }

  @SuppressWarnings("unused")
  abstract static class Padded extends Head {
    long c00, c01, c02, c03, c04, c05, c06, c07, c08, c09, c10, c11, c12, c13, c14, c15;

    Padded(int capacity, int width) {
      super(capacity, width);
    }
  }

  /** Of a ring whose sides warn one another of slots that are claimed and not yet dealt with. */
  abstract static class Warnings extends Padded {
    /** Below this position an unfilled slot may have filled ones behind it. */
    long sparseUntil;

    /** Below this position a slot not given back may have others behind it that were. */
    long heldUntil;

    Warnings(int capacity, int width) {
      super(capacity, width);
    }
  }

  @SuppressWarnings("unused")
  abstract static class PaddedWarnings extends Warnings {
    long d00, d01, d02, d03, d04, d05, d06, d07, d08, d09, d10, d11, d12, d13, d14, d15;

    PaddedWarnings(int capacity, int width) {
      super(capacity, width);
    }
  }
}
