package dev.sojourn.structures.tree;

import dev.sojourn.structures.internal.Footprint;
import dev.sojourn.structures.internal.SplitMix;

/** Priorities drawn one after the other: the same sequence for the same seed. */
final class Priorities {
  static final int ALL_BITS = -1;

  private final int mask;
  private long state;

  /**
   * Draws from a seed.
   *
   * @param mask the bits that may differ; 0 makes all priorities equal
   */
  Priorities(long seed, int mask) {
    this.state = SplitMix.salt(seed);
    this.mask = mask;
  }

  int next() {
    state = SplitMix.step(state);
    return (int) SplitMix.mix(state) & mask;
  }

  static long footprintBytes() {
    return Footprint.object(Integer.BYTES + Long.BYTES, 0);
  }
}
