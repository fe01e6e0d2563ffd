package dev.sojourn.structures.queue;

/**
 * Where the two ends of an unbounded queue lie: two cache lines apart from one another and from
 * their neighbours. HotSpot lays out the fields of a superclass before those of its subclasses,
 * unless one of these fits into a gap; hence padding of ints, which leaves none.
 */
final class EndsLayout {
  private EndsLayout() {}

  @SuppressWarnings("unused")
  abstract static class BeforeTail<E> extends WeakQueue<E> {
    int a00,
        a01,
        a02,
        a03,
        a04,
        a05,
        a06,
        a07,
        a08,
        a09,
        a10,
        a11,
        a12,
        a13,
        a14,
        a15,
        a16,
        a17,
        a18,
        a19,
        a20,
        a21,
        a22,
        a23,
        a24,
        a25,
        a26,
        a27,
        a28,
        a29,
        a30,
        a31;
  }

  abstract static class Tail<E> extends BeforeTail<E> {
    Link tail;
  }

  @SuppressWarnings("unused")
  abstract static class BeforeHead<E> extends Tail<E> {
    int b00,
        b01,
        b02,
        b03,
        b04,
        b05,
        b06,
        b07,
        b08,
        b09,
        b10,
        b11,
        b12,
        b13,
        b14,
        b15,
        b16,
        b17,
        b18,
        b19,
        b20,
        b21,
        b22,
        b23,
        b24,
        b25,
        b26,
        b27,
        b28,
        b29,
        b30,
        b31;
  }

  abstract static class Head<E> extends BeforeHead<E> {
    Link head;
  }

  @SuppressWarnings("unused")
  abstract static class Padded<E> extends Head<E> {
    int c00,
        c01,
        c02,
        c03,
        c04,
        c05,
        c06,
        c07,
        c08,
        c09,
        c10,
        c11,
        c12,
        c13,
        c14,
        c15,
        c16,
        c17,
        c18,
        c19,
        c20,
        c21,
        c22,
        c23,
        c24,
        c25,
        c26,
        c27,
        c28,
        c29,
        c30,
        c31;
  }
}
