package dev.sojourn.structures.filter;

/** Where the bits of one key lie in a {@link BloomFilter}. */
public enum Layout {
  /**
   * Anywhere in the array: the fewest bits for a rate, but each bit may lie in another cache line.
   */
  CLASSIC {
    @Override
    BitModel model() {
      return ClassicModel.INSTANCE;
    }
  },

  /**
   * In one block of 512 bits, one bit in each of its eight words. One key is one cache line where
   * blocks are aligned. The default.
   */
  SECTORISED_512 {
    @Override
    BitModel model() {
      return SectorModel.INSTANCE;
    }
  };

  abstract BitModel model();
}
