package dev.sojourn.structures.filter;

/**
 * What a {@link BloomFilter} will cost and how often it will err, known before anything is
 * allocated.
 *
 * @param layout where the bits of a key lie
 * @param expectedKeys how many different keys the filter is sized for
 * @param bits how many bits it has
 * @param hashes how many of them each key sets
 * @param bytes the whole footprint of the filter, headers included
 * @param falsePositiveRate the probability that a key never put is reported present once {@code
 *     expectedKeys} were put
 */
public record BloomPlan(
    Layout layout, long expectedKeys, long bits, int hashes, long bytes, double falsePositiveRate) {

  /** The smallest rate a plan is made for: below it, colliding 64-bit hashes begin to count. */
  public static final double MIN_FALSE_POSITIVE_RATE = 1e-9;

  /** As many as the smallest rate is worth. */
  static final int MAX_HASHES = 30;

  /**
   * Tells the price of one key.
   *
   * @return bits of the filter for each expected key
   */
  public double bitsPerKey() {
    return (double) bits / Math.max(1, expectedKeys);
  }

  static BloomPlan forRate(long keys, double rate, Layout layout) {
    BitModel model = layout.model();
    int hashes = model.hashesFor(rate);
    long units = leastUnits(keys, rate, hashes, model);
    if (units < 0) {
      throw new IllegalArgumentException(
          "no filter can hold "
              + keys
              + " keys at rate "
              + rate
              + ": it would need more than "
              + maxUnits(model) * model.unitBits()
              + " bits; raise falsePositiveRate or split the keys over several filters");
    }
    return of(keys, units * model.unitBits(), hashes, layout);
  }

  static BloomPlan forBytes(long keys, long bytes, Layout layout) {
    BitModel model = layout.model();
    long bits = bitsWithin(bytes, model);
    return of(keys, bits, model.hashesFor(keys, bits), layout);
  }

  /** The most keys that keep the rate within these bytes. */
  static BloomPlan forBytes(double rate, long bytes, Layout layout) {
    BitModel model = layout.model();
    long bits = bitsWithin(bytes, model);
    int hashes = model.hashesFor(rate);
    long enough = 0;
    long tooMany = bits + 1;
    while (tooMany - enough > 1) {
      long middle = enough + (tooMany - enough) / 2;
      if (model.falsePositiveRate((double) middle, bits, hashes) <= rate) {
        enough = middle;
      } else {
        tooMany = middle;
      }
    }
    return of(enough, bits, hashes, layout);
  }

  static BloomPlan of(long keys, long bits, int hashes, Layout layout) {
    double rate = layout.model().falsePositiveRate((double) keys, bits, hashes);
    return new BloomPlan(layout, keys, bits, hashes, footprint(bits), rate);
  }

  private static long leastUnits(long keys, double rate, int hashes, BitModel model) {
    long limit = maxUnits(model);
    if (model.falsePositiveRate((double) keys, limit * model.unitBits(), hashes) > rate) {
      return -1;
    }
    long tooFew = 0;
    long enough = limit;
    while (enough - tooFew > 1) {
      long middle = tooFew + (enough - tooFew) / 2;
      if (model.falsePositiveRate((double) keys, middle * model.unitBits(), hashes) <= rate) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return enough;
  }

  private static long bitsWithin(long bytes, BitModel model) {
    long units = Math.min(maxUnits(model), unitsWithin(bytes, model));
    if (units < 1) {
      throw new IllegalArgumentException(
          "maxBytes must be at least " + footprint(model.unitBits()) + ", was " + bytes);
    }
    return units * model.unitBits();
  }

  private static long unitsWithin(long bytes, BitModel model) {
    long units = (bytes - footprint(0)) / (model.unitBits() / Byte.SIZE);
    while (units > 0 && footprint(units * model.unitBits()) > bytes) {
      units--;
    }
    return units;
  }

  static long maxUnits(BitModel model) {
    return AlignedLongs.MAX_WORDS / (model.unitBits() / Long.SIZE);
  }

  private static long footprint(long bits) {
    return BloomFilter.OBJECT_BYTES + AlignedLongs.footprintBytes(bits / Long.SIZE);
  }
}
