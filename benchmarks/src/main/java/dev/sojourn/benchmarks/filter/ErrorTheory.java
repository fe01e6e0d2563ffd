package dev.sojourn.benchmarks.filter;

/**
 * How often a Bloom filter lies, by the formulas of the papers: for many keys, ideal hashes and as
 * many keys as the filter was made for.
 */
final class ErrorTheory {
  /** The loads of a block whose chance is beyond what a count could see. */
  private static final int DEVIATIONS = 20;

  private ErrorTheory() {}

  /** Every one of the k places asked is taken by one of the k throws of each key. */
  static double classic(double bitsPerKey, int hashes) {
    return Math.pow(-Math.expm1(-hashes / bitsPerKey), hashes);
  }

  /**
   * A key has one bit in every lane of one block, and the keys of a block are Poisson distributed:
   * the rate is the mean over them. Full blocks lie far more often than empty ones less, so the
   * rate at the mean load would be too kind.
   */
  static double blocked(double bitsPerKey, int lanes, int laneBits) {
    double mean = lanes * laneBits / bitsPerKey;
    double chance = Math.exp(-mean);
    double rate = 0;
    int most = (int) (mean + DEVIATIONS * Math.sqrt(mean));
    for (int load = 1; load <= most; load++) {
      chance *= mean / load;
      rate += chance * Math.pow(-Math.expm1(load * Math.log1p(-1.0 / laneBits)), lanes);
    }
    return rate;
  }
}
