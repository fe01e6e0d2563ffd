package dev.sojourn.structures.filter;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;

/**
 * What stands before the bits of a Bloom filter in a Parquet file: a {@code BloomFilterHeader} in
 * Thrift's compact form.
 *
 * @see <a
 *     href="https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift">
 *     parquet.thrift</a>
 */
final class ThriftHeader {
  /*
   * Implementation notes. Field 1 is the number of bytes, an i32 in zigzag form; fields 2 to 4 name
   * algorithm, hash and compression, each a union of one choice, so their bytes are always the
   * same. A header with anything else describes a filter that this class could not answer for.
   */
  private static final int FIELD_1_I32 = 0x15;

  /** Three times: next field, a struct; its field 1, a struct; end; end. Then the end of all. */
  private static final int[] CHOICES = {0x1c, 0x1c, 0, 0, 0x1c, 0x1c, 0, 0, 0x1c, 0x1c, 0, 0, 0};

  private static final int VARINT_MAX_BITS = 35;

  private ThriftHeader() {}

  static void write(int bytes, OutputStream out) throws IOException {
    out.write(FIELD_1_I32);
    long zigzag = 2L * bytes;
    for (; zigzag >= 0x80; zigzag >>>= 7) {
      out.write((int) ((zigzag & 0x7f) | 0x80));
    }
    out.write((int) zigzag);
    for (int choice : CHOICES) {
      out.write(choice);
    }
  }

  /** The number of bytes that follow. */
  static long read(InputStream in) throws IOException {
    expect(FIELD_1_I32, in);
    long zigzag = varint(in);
    for (int choice : CHOICES) {
      expect(choice, in);
    }
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  private static long varint(InputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < VARINT_MAX_BITS; shift += 7) {
      int next = next(in);
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new StreamCorruptedException("numBytes is longer than an i32 can be");
  }

  private static void expect(int wanted, InputStream in) throws IOException {
    int got = next(in);
    if (got != wanted) {
      throw new StreamCorruptedException(
          "not the header of a split-block filter with XXH64 and no compression: byte "
              + got
              + " where "
              + wanted
              + " should be");
    }
  }

  private static int next(InputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException("the stream ends within the header of a filter");
    }
    return next;
  }
}
