package dev.sojourn.structures.filter;

/** The arithmetic of one layout: how many bits, and how often they lie. */
sealed interface BitModel permits ClassicModel, SectorModel {
  /** Bits set by each key of a filter built for this rate. */
  int hashesFor(double falsePositiveRate);

  /** Bits set by each key of a filter of this many bits that is to hold this many keys. */
  int hashesFor(long keys, long bits);

  /** Bits are handed out in units of this many. */
  int unitBits();

  /** The probability that a key never put is reported present. */
  double falsePositiveRate(double keys, long bits, int hashes);

  /** Describes the first pattern of bits that no keys can have left, or null. */
  String flaw(Words words);

  /** The layout over these words. */
  Bits over(Words words, int hashes);
}
