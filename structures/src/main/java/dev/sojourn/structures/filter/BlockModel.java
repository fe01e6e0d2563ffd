package dev.sojourn.structures.filter;

/** Error of a filter whose keys each take one bit in every lane of one block of eight lanes. */
final class BlockModel {
  /*
   * Implementation notes. Blocks fill unevenly, and a full block lies far more often than an empty
   * one lies less, so the rate at the mean load is too kind. The load of one block is binomial (n
   * keys, B blocks); given a load of j, each lane of b bits has the asked one with probability
   * 1-(1-1/b)^j and the eight lanes are independent. The rate is the mean over loads.
   * Probabilities are carried as logarithms, because the first of them underflow when a filter is
   * overfull. A load beyond CERTAIN leaves no zero bit that a double could tell from none.
   */
  static final int LANES = 8;

  private static final double CERTAIN = 4000;
  private static final double NEGLIGIBLE = -80;

  private final double logMiss;

  BlockModel(int laneBits) {
    this.logMiss = Math.log1p(-1.0 / laneBits);
  }

  /** The probability that a key never put is reported present. */
  double falsePositiveRate(double keys, double blocks) {
    if (keys / blocks > CERTAIN) {
      return 1;
    }
    return blocks == 1 ? rateAtLoad(keys) : meanRate(keys, blocks);
  }

  private double meanRate(double keys, double blocks) {
    double mean = keys / blocks;
    double log = keys * Math.log1p(-1 / blocks);
    double logOdds = -Math.log(blocks - 1);
    double rate = 0;
    for (double load = 1; load <= keys; load++) {
      log += Math.log((keys - load + 1) / load) + logOdds;
      rate += Math.exp(log) * rateAtLoad(load);
      if (load > mean && log < NEGLIGIBLE) {
        break;
      }
    }
    return Math.min(1, rate);
  }

  private double rateAtLoad(double load) {
    return Math.pow(-Math.expm1(load * logMiss), LANES);
  }
}
