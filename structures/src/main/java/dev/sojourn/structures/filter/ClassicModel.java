package dev.sojourn.structures.filter;

/** Error of a filter whose every bit may lie anywhere. */
final class ClassicModel implements BitModel {
  /*
   * Implementation notes. With n keys of k bits each thrown into m places, the share s of places
   * taken has a known mean and variance, and the rate is the mean of s^k. The usual formula takes
   * the k-th power of the mean; the second-order term added here matters for filters of a few
   * words and vanishes for great ones.
   */
  static final ClassicModel INSTANCE = new ClassicModel();

  private static final double LN_2 = Math.log(2);

  private ClassicModel() {}

  @Override
  public int hashesFor(double falsePositiveRate) {
    double ideal = -Math.log(falsePositiveRate) / LN_2;
    int few = Math.max(1, (int) Math.floor(ideal));
    return bitsPerKey(few, falsePositiveRate) <= bitsPerKey(few + 1, falsePositiveRate)
        ? few
        : few + 1;
  }

  private static double bitsPerKey(int hashes, double falsePositiveRate) {
    return -hashes / Math.log1p(-Math.pow(falsePositiveRate, 1.0 / hashes));
  }

  @Override
  public int hashesFor(long keys, long bits) {
    double ideal = LN_2 * bits / Math.max(1, keys);
    int few = (int) Math.max(1, Math.min(BloomPlan.MAX_HASHES - 1, Math.floor(ideal)));
    double rateFew = falsePositiveRate((double) keys, bits, few);
    double rateMore = falsePositiveRate((double) keys, bits, few + 1);
    return rateFew <= rateMore ? few : few + 1;
  }

  @Override
  public int unitBits() {
    return Long.SIZE;
  }

  @Override
  public double falsePositiveRate(double keys, long bits, int hashes) {
    double throwsInAll = keys * hashes;
    double empty = Math.exp(throwsInAll * Math.log1p(-1.0 / bits));
    double taken = 1 - empty;
    double rate = Math.pow(taken, hashes);
    if (taken == 0 || hashes == 1) {
      return rate;
    }
    double bothEmpty = Math.exp(throwsInAll * Math.log1p(-2.0 / bits));
    double variance = Math.max(0, empty / bits + bothEmpty * (bits - 1) / bits - empty * empty);
    double curve = 0.5 * hashes * (hashes - 1) * variance / (taken * taken);
    return Math.min(1, rate * (1 + curve));
  }

  /** Any bits may be set: their number alone can be wrong, which is for who counted the keys. */
  @Override
  public String flaw(Words words) {
    return null;
  }

  @Override
  public Bits over(Words words, int hashes) {
    return words instanceof HeapWords heap
        ? new ClassicBits(heap, hashes)
        : new StoredClassicBits(words, hashes);
  }
}
