package dev.sojourn.structures.filter;

/** The words of a filter, wherever they lie; index 0 is the first word of the first block. */
sealed interface Words permits HeapWords, SharedWords, DirectWords {
  /** Zeroed words in the place that was asked for. */
  static Words allocate(long count, boolean concurrent, boolean offHeap) {
    if (offHeap) {
      return new DirectWords(count, concurrent);
    }
    HeapWords words = HeapWords.allocate(count);
    return concurrent ? new SharedWords(words) : words;
  }

  long size();

  long get(long index);

  /** Sets bits of a word and returns the word as it was. */
  long or(long index, long mask);

  void clear();

  /** Describes a bit that is set before the first word or behind the last, or null. */
  String strayBit();

  default void orAll(Words other) {
    for (long i = 0; i < size(); i++) {
      or(i, other.get(i));
    }
  }

  default long bitCount() {
    long count = 0;
    for (long i = 0; i < size(); i++) {
      count += Long.bitCount(get(i));
    }
    return count;
  }

  /** The bits of the union with another, which is not built. */
  default long bitCountWith(Words other) {
    long count = 0;
    for (long i = 0; i < size(); i++) {
      count += Long.bitCount(get(i) | other.get(i));
    }
    return count;
  }
}
