package dev.sojourn.benchmarks.heap;

import dev.sojourn.harness.Deferred;
import java.util.function.LongSupplier;

/** All keys of a heap in the order in which it gives them up: the answer of building one. */
final class PollOrder {
  private static final long FOLD = 0x9E37_79B9_7F4A_7C15L;

  private PollOrder() {}

  /** The answer, for which the heap is emptied when somebody asks. */
  static Deferred of(int size, LongSupplier poll) {
    return () -> digest(size, poll);
  }

  private static long digest(int size, LongSupplier poll) {
    long digest = size;
    for (int i = 0; i < size; i++) {
      digest = Long.rotateLeft(digest * FOLD, 23) + poll.getAsLong();
    }
    return digest;
  }
}
