package dev.sojourn.structures.filter;

/** The places of a key that may lie anywhere: a sequence drawn from one hash. */
final class Places {
  /*
   * Implementation notes. A linear congruential sequence starts at the hash, and its increment is
   * drawn from the hash as well; the high half of the product with the number of places maps each
   * state to the range without a division. Places in arithmetic progression would save a
   * multiplication, but in a filter of a few words they fall on each other so often that the error
   * rate can no longer be predicted.
   */
  private static final long STEP = 0xd1342543de82ef95L;
  private static final long STREAM = 0x9e3779b97f4a7c15L;

  private Places() {}

  static long increment(long hash) {
    return Long.rotateLeft(hash * STREAM, Integer.SIZE) | 1;
  }

  static long next(long state, long increment) {
    return state * STEP + increment;
  }

  /** A place below half of {@code doubled}. */
  static long at(long state, long doubled) {
    return Math.multiplyHigh(state >>> 1, doubled);
  }
}
