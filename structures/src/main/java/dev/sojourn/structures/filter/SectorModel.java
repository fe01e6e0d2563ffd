package dev.sojourn.structures.filter;

/** Error of a filter whose keys each take one bit in every word of one block. */
final class SectorModel implements BitModel {
  /*
   * Implementation notes. Blocks fill unevenly, and a full block lies far more often than an empty
   * one lies less, so the rate at the mean load is too kind. The load of one block is binomial (n
   * keys, B blocks); given a load of j, each word has the asked bit with probability 1-(63/64)^j
   * and the eight words are independent. The rate is the mean over loads. Probabilities are
   * carried as logarithms, because the first of them underflow when a filter is overfull. A load
   * beyond CERTAIN leaves no zero bit that a double could tell from none.
   */
  static final SectorModel INSTANCE = new SectorModel();

  private static final double LOG_MISS = Math.log1p(-1.0 / Long.SIZE);
  private static final double CERTAIN = 4000;
  private static final double NEGLIGIBLE = -80;

  private SectorModel() {}

  @Override
  public int hashesFor(double falsePositiveRate) {
    return SectorBits.WORDS;
  }

  @Override
  public int hashesFor(long keys, long bits) {
    return SectorBits.WORDS;
  }

  @Override
  public int unitBits() {
    return SectorBits.WORDS * Long.SIZE;
  }

  @Override
  public double falsePositiveRate(double keys, long bits, int hashes) {
    double blocks = (double) bits / unitBits();
    double load = keys / blocks;
    if (load > CERTAIN) {
      return 1;
    }
    return blocks == 1 ? rateAtLoad(keys) : meanRate(keys, blocks);
  }

  private static double meanRate(double keys, double blocks) {
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

  private static double rateAtLoad(double load) {
    return Math.pow(-Math.expm1(load * LOG_MISS), SectorBits.WORDS);
  }

  @Override
  public Bits allocate(long bits, int hashes) {
    return new SectorBits(bits);
  }
}
