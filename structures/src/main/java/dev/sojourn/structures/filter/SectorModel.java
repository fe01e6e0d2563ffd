package dev.sojourn.structures.filter;

/** Error of a filter whose keys each take one bit in every word of one block. */
final class SectorModel implements BitModel {
  static final SectorModel INSTANCE = new SectorModel();

  private static final BlockModel BLOCKS = new BlockModel(Long.SIZE);

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
    return BLOCKS.falsePositiveRate(keys, (double) bits / unitBits());
  }

  @Override
  public String flaw(Words words) {
    return SectorBits.flaw(words);
  }

  @Override
  public Bits over(Words words, int hashes) {
    return words instanceof HeapWords heap ? new SectorBits(heap) : new StoredSectorBits(words);
  }
}
