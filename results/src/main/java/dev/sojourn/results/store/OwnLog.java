package dev.sojourn.results.store;

import dev.sojourn.results.model.CellPacker;
import dev.sojourn.results.model.Cells;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A histogram's log file as {@link HistogramFile} writes it, read straight into cells: a run has
 * thousands of them, and the library's reader scans each by regular expressions and then makes a
 * whole histogram.
 *
 * <p>Nothing is judged here. Whatever differs from what is written is left to the library's reader.
 */
final class OwnLog {
  /*
   * Implementation notes. The last line is Tag=...,start,length,max,payload. The payload is, in base 64, a cookie, the
   * length of what follows, and that, deflated: a header of 40 bytes and the counts of all cells, each a number of up to
   * nine bytes in zigzag form (HdrHistogram's encoding V2); a negative one stands for so many empty cells. The place of a
   * cell tells its values: each of the first 2048 stands for one, the next 1024 for two each, the next 1024 for four.
   */
  private static final byte[] TAG = {'T', 'a', 'g', '='};
  private static final int NUMBERS = 3;
  private static final int COMPRESSED = 0x1c849314;
  private static final int COOKIE_BYTES = 8;
  private static final int COUNTS = 0x1c849313;
  private static final int HEADER_BYTES = 40;
  private static final int MOST_BYTES = 1 << 18;
  private static final int DIGITS = 3;
  private static final int HALF_BITS = 10;
  private static final int LARGEST_SINGLE = (2 << HALF_BITS) - 1;

  private final byte[] counts;
  private int at = HEADER_BYTES;

  private OwnLog(byte[] counts) {
    this.counts = counts;
  }

  /** The only histogram of a log; empty when the log is not exactly as expected. */
  static Optional<Cells> cells(byte[] log) {
    int payload = payload(log);
    if (payload < 0) {
      return Optional.empty();
    }
    byte[] text = Arrays.copyOfRange(log, payload, log.length - 1);
    try {
      byte[] counts = inflated(Base64.getDecoder().decode(text));
      return new OwnLog(counts).cells();
    } catch (IllegalArgumentException | DataFormatException | IndexOutOfBoundsException other) {
      return Optional.empty();
    }
  }

  /** Where the payload begins in a log of comments, a legend and one interval; else -1. */
  private static int payload(byte[] log) {
    int line = 0;
    while (line < log.length && (log[line] == '#' || log[line] == '"')) {
      line = indexOf(log, '\n', line) + 1;
    }
    int field = line + TAG.length;
    if (field > log.length || !Arrays.equals(log, line, field, TAG, 0, TAG.length)) {
      return -1;
    }
    field = indexOf(log, ',', field) + 1;
    for (int number = 0; number < NUMBERS; number++) {
      int end = indexOf(log, ',', field);
      if (!isNumber(log, field, end)) {
        return -1;
      }
      field = end + 1;
    }
    return indexOf(log, '\n', field) == log.length - 1 ? field : -1;
  }

  /** The place of a byte from another on; where there is none, the end or beyond. */
  private static int indexOf(byte[] log, char wanted, int from) {
    int at = from;
    while (at < log.length && log[at] != wanted) {
      at++;
    }
    return at;
  }

  private static boolean isNumber(byte[] log, int from, int to) {
    boolean number = from < to && to < log.length;
    for (int at = from; number && at < to; at++) {
      number = (log[at] >= '0' && log[at] <= '9') || log[at] == '.';
    }
    return number;
  }

  private static byte[] inflated(byte[] payload) throws DataFormatException {
    ByteBuffer cookie = ByteBuffer.wrap(payload, 0, COOKIE_BYTES);
    int length = payload.length - COOKIE_BYTES;
    if (cookie.getInt() != COMPRESSED || cookie.getInt() != length) {
      throw new DataFormatException();
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(payload, COOKIE_BYTES, length);
      return inflated(inflater);
    } finally {
      inflater.end();
    }
  }

  /** All there is, its checksum compared. */
  private static byte[] inflated(Inflater inflater) throws DataFormatException {
    byte[] counts = new byte[4096];
    int size = 0;
    while (!inflater.finished()) {
      if (size == counts.length) {
        counts = Arrays.copyOf(counts, 2 * size);
      }
      int more = inflater.inflate(counts, size, counts.length - size);
      size += more;
      boolean stuck = more == 0 && !inflater.finished();
      if (stuck || size > MOST_BYTES) {
        throw new DataFormatException();
      }
    }
    if (inflater.getRemaining() > 0) {
      throw new DataFormatException();
    }
    return Arrays.copyOf(counts, size);
  }

  private Optional<Cells> cells() {
    ByteBuffer header = ByteBuffer.wrap(counts, 0, HEADER_BYTES);
    boolean expected =
        header.getInt() == COUNTS
            && header.getInt() == counts.length - HEADER_BYTES
            && header.getInt() == 0
            && header.getInt() == DIGITS;
    long lowest = header.getLong();
    long highest = header.getLong();
    boolean counted = header.getDouble() == 1;
    return expected && counted && lowest == 1 && highest > lowest
        ? cells(new Cells.Layout(lowest, highest, DIGITS))
        : Optional.empty();
  }

  private Optional<Cells> cells(Cells.Layout layout) {
    long room = (bucket(layout.highest()) + 2L) << HALF_BITS;
    CellPacker cells = new CellPacker();
    long place = 0;
    while (at < counts.length) {
      long count = next();
      if (count > 0) {
        if (place >= room) {
          return Optional.empty();
        }
        cells.add(largestValue((int) place), count);
      }
      place += count < 0 ? -count : 1;
      if (place < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(Cells.of(layout, cells));
  }

  private long next() {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte part = counts[at++];
      boolean last = part >= 0 || shift == 56;
      bits |= (shift == 56 ? part : part & 0x7fL) << shift;
      if (last) {
        break;
      }
    }
    return (bits >>> 1) ^ -(bits & 1);
  }

  /** How often the width of cells has doubled where a value is. */
  private static int bucket(long value) {
    return Long.numberOfLeadingZeros(LARGEST_SINGLE)
        - Long.numberOfLeadingZeros(value | LARGEST_SINGLE);
  }

  private static long largestValue(int place) {
    int bucket = Math.max(0, (place >> HALF_BITS) - 1);
    return ((place - ((long) bucket << HALF_BITS) + 1) << bucket) - 1;
  }
}
