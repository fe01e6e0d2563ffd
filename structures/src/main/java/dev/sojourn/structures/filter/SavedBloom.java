package dev.sojourn.structures.filter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The saved form of a {@link BloomFilter}: version 2 is written, 1 and 2 are read. All numbers have
 * their lowest byte first.
 */
final class SavedBloom {
  /*
   * Implementation notes. The header has its own checksum, so that a damaged length is found before
   * it is believed; a forged one is believed only as far as bytes follow. The magic begins with a
   * byte that is no text and holds both kinds of line end, so that a transfer which meddles with
   * either is found at once. Numbers of the layouts are part of the form, not their ordinals.
   *
   * The checksum at the end goes over the header and the bits, but not over the first checksum: a
   * CRC of anything followed by its own CRC is the same for everything. In version 1 it went over
   * the bits alone, so the header of one filter before the bits of another of the same size was
   * taken for a filter, one that denies its keys where the seeds differ.
   */
  static final int HEADER_BYTES = 44;

  /** The header without its checksum. */
  private static final int SUMMED_BYTES = HEADER_BYTES - Integer.BYTES;

  private static final long MAGIC = 0x0a1a0a0d4a4f5389L;
  private static final short STRUCTURE = 1;
  private static final short VERSION = 2;
  private static final short VERSION_OF_SEPARATE_SUMS = 1;
  private static final byte CLASSIC = 1;
  private static final byte SECTORISED_512 = 2;

  private SavedBloom() {}

  static void write(BloomFilter filter, OutputStream out) throws IOException {
    byte[] header = header(filter.plan(), filter.seed());
    out.write(header);
    CRC32C sum = new CRC32C();
    sum.update(header, 0, SUMMED_BYTES);
    WordStream.write(filter.bits().words(), out, sum);
    byte[] trailer = new byte[Integer.BYTES];
    littleEndian(trailer).putInt((int) sum.getValue());
    out.write(trailer);
  }

  private static byte[] header(BloomPlan plan, long seed) {
    byte[] bytes = new byte[HEADER_BYTES];
    ByteBuffer header =
        littleEndian(bytes)
            .putLong(MAGIC)
            .putShort(STRUCTURE)
            .putShort(VERSION)
            .put(plan.layout() == Layout.CLASSIC ? CLASSIC : SECTORISED_512)
            .put((byte) plan.hashes())
            .putShort((short) 0)
            .putLong(seed)
            .putLong(plan.expectedKeys())
            .putLong(plan.bits());
    header.putInt(checksum(bytes));
    return bytes;
  }

  private static int checksum(byte[] header) {
    CRC32C sum = new CRC32C();
    sum.update(header, 0, SUMMED_BYTES);
    return (int) sum.getValue();
  }

  static BloomFilter read(InputStream in, long maxBytes) throws IOException {
    byte[] bytes = new byte[HEADER_BYTES];
    WordStream.readFully(in, bytes, HEADER_BYTES);
    ByteBuffer header = littleEndian(bytes);
    checkKind(header, checksum(bytes));
    BloomPlan plan = plan(header);
    check(
        plan.bytes() <= maxBytes,
        "the filter needs " + plan.bytes() + " bytes, more than maxBytes, which is " + maxBytes);
    CRC32C sum = new CRC32C();
    if (header.getShort(10) != VERSION_OF_SEPARATE_SUMS) {
      sum.update(bytes, 0, SUMMED_BYTES);
    }
    HeapWords words = WordStream.read(in, plan.bits() / Long.SIZE, sum);
    byte[] trailer = new byte[Integer.BYTES];
    WordStream.readFully(in, trailer, Integer.BYTES);
    check(
        littleEndian(trailer).getInt() == (int) sum.getValue(),
        "header and bits do not agree with the checksum at the end");
    return new BloomFilter(plan, header.getLong(16), words, null);
  }

  private static void checkKind(ByteBuffer header, int sum) throws StreamCorruptedException {
    check(header.getLong(0) == MAGIC, "no saved structure begins here: the first 8 bytes differ");
    int structure = Short.toUnsignedInt(header.getShort(8));
    check(structure == STRUCTURE, "structure " + structure + " is not 1, a Bloom filter");
    int version = Short.toUnsignedInt(header.getShort(10));
    check(
        version == VERSION || version == VERSION_OF_SEPARATE_SUMS,
        "version " + version + " is unknown, only 1 and 2 can be read");
    check(header.getInt(40) == sum, "the header does not agree with its checksum");
  }

  private static BloomPlan plan(ByteBuffer header) throws StreamCorruptedException {
    Layout layout = layout(header.get(12));
    int hashes = header.get(13);
    long keys = header.getLong(24);
    long bits = header.getLong(32);
    BitModel model = layout.model();
    long units = bits / model.unitBits();
    check(header.getShort(14) == 0, "bytes 14 and 15 are not zero");
    check(keys >= 0, "expectedKeys is " + keys);
    check(
        bits % model.unitBits() == 0 && units > 0 && units <= BloomPlan.maxUnits(model),
        bits + " is no number of bits of a filter");
    check(
        layout == Layout.CLASSIC
            ? hashes >= 1 && hashes <= BloomPlan.MAX_HASHES
            : hashes == SectorBits.WORDS,
        hashes + " is no number of hashes of a filter of layout " + layout);
    return BloomPlan.of(keys, bits, hashes, layout);
  }

  private static Layout layout(byte number) throws StreamCorruptedException {
    check(number == CLASSIC || number == SECTORISED_512, "layout " + number + " is unknown");
    return number == CLASSIC ? Layout.CLASSIC : Layout.SECTORISED_512;
  }

  private static void check(boolean holds, String otherwise) throws StreamCorruptedException {
    if (!holds) {
      throw new StreamCorruptedException(otherwise);
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
