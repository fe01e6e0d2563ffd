package dev.sojourn.harness.noise;

import java.nio.ByteBuffer;

/**
 * A chain of pointers through memory, one to a cache line: each line holds where the next one is,
 * so that no step can begin before the one before it has ended.
 *
 * <p>The chain visits every line exactly once and then begins anew.
 */
final class Chase {
  /*
   * Implementation notes. A random cycle is usually shuffled, which touches all memory at random
   * and takes as long as the chase. Here the successor of a line is computed: a linear congruential
   * step of full period (its multiplier is 1 modulo 4, its increment odd), seen through a mapping
   * that is its own inverse and folds the high bits into the low ones. Any one-to-one renaming of a
   * single cycle is a single cycle, and without it the low bits would alternate in a pattern that a
   * prefetcher could learn. So the chain is written from front to back.
   *
   * The loop is unrolled by hand, so that it spends its time on memory whichever compiler made it.
   */

  /** Distance between links, in bytes. */
  static final int LINE = 64;

  /** Steps of one turn of the loop. */
  static final int STRIDE = 8;

  private static final int MULTIPLIER = 0x2C9277B5;
  private static final int INCREMENT = 0x3039;

  private Chase() {}

  /** Writes a chain over the first so many lines, a power of two. */
  static void link(ByteBuffer memory, int lines) {
    int mask = lines - 1;
    int shift = (Integer.bitCount(mask) + 1) / 2;
    for (int line = 0; line < lines; line++) {
      memory.putInt(line * LINE, next(line, mask, shift) * LINE);
    }
  }

  private static int next(int line, int mask, int shift) {
    int folded = line ^ (line >>> shift);
    int stepped = (folded * MULTIPLIER + INCREMENT) & mask;
    return stepped ^ (stepped >>> shift);
  }

  /** Follows the chain and returns where it has led; {@link #STRIDE} steps a turn. */
  static int walk(ByteBuffer memory, int from, int turns) {
    int at = from;
    for (int i = 0; i < turns; i++) {
      at = memory.getInt(memory.getInt(memory.getInt(memory.getInt(at))));
      at = memory.getInt(memory.getInt(memory.getInt(memory.getInt(at))));
    }
    return at;
  }
}
