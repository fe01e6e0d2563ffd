package dev.sojourn.results.compare;

import java.util.SplittableRandom;

/**
 * A sequence's blocks of neighbours in random orders; where the first block ends is random too.
 *
 * <p><b>Threads.</b> One: places to work in are kept.
 */
final class BlockShuffle {
  private final int[] sequence;
  private final int size;
  private final int[] shuffled;
  private final int[] starts;

  /**
   * The blocks of a sequence.
   *
   * @param sequence what is shuffled; not changed
   * @param size how many neighbours stay together
   */
  BlockShuffle(int[] sequence, int size) {
    this.sequence = sequence;
    this.size = size;
    this.shuffled = new int[sequence.length];
    this.starts = new int[sequence.length / size + 2];
  }

  /** The sequence in another order, overwritten by the next. */
  int[] next(SplittableRandom random) {
    int first = 1 + random.nextInt(size);
    int at = 0;
    for (int left = blocks(first); left > 0; left--) {
      int chosen = random.nextInt(left);
      int from = starts[chosen];
      int to = Math.min(from == 0 ? first : from + size, sequence.length);
      for (int i = from; i < to; i++, at++) {
        shuffled[at] = sequence[i];
      }
      starts[chosen] = starts[left - 1];
    }
    return shuffled;
  }

  /** Where the blocks start, and how many there are. */
  private int blocks(int first) {
    int blocks = 0;
    for (int from = 0; from < sequence.length; from = from == 0 ? first : from + size) {
      starts[blocks] = from;
      blocks++;
    }
    return blocks;
  }
}
