package dev.sojourn.results.store;

import dev.sojourn.results.model.Cells;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * All histograms of a finished run in one file beside its logs, from which alone it is made: to
 * open twenty thousand logs takes longer than to compare what is in them.
 *
 * <p>The logs are the record. An index that is missing, damaged or of another version is none, and
 * what it does not hold is read from its log.
 */
final class HistogramIndex {
  /*
   * Implementation notes. Numbers are big-endian. MAGIC, the CRC-32C of all that follows, then for each histogram the
   * length of its log's name and that name, the layout (8 + 8 + 1 bytes), how many values, cells and bytes of packed cells
   * there are (8 + 4 + 4), and these.
   */
  static final String NAME = "histograms.idx";

  private static final byte[] MAGIC = "SJHIDX01".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = MAGIC.length + Integer.BYTES;
  private static final int BEFORE_LENGTH = 3 * Long.BYTES + 1 + Integer.BYTES;
  private static final int MOST_BYTES_BESIDE = 300;
  private static final long MOST_BYTES = 512L << 20;
  private static final HistogramIndex NONE = new HistogramIndex(new byte[0], Map.of());

  private final byte[] bytes;
  private final Map<String, Integer> places;

  private HistogramIndex(byte[] bytes, Map<String, Integer> places) {
    this.bytes = bytes;
    this.places = places;
  }

  /** Whether an index of so many histograms would be read again. */
  static boolean holds(Map<String, Cells> histograms) {
    return histograms.values().stream().mapToLong(HistogramIndex::bytes).sum() <= MOST_BYTES / 2;
  }

  private static long bytes(Cells cells) {
    return MOST_BYTES_BESIDE + (long) cells.packedBytes();
  }

  /** The bytes of an index of histograms by the names of their logs. */
  static byte[] bytes(Map<String, Cells> histograms) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(MAGIC);
    out.writeInt(0);
    for (Map.Entry<String, Cells> histogram : histograms.entrySet()) {
      byte[] name = histogram.getKey().getBytes(StandardCharsets.US_ASCII);
      Cells.Layout layout = histogram.getValue().layout();
      byte[] packed = histogram.getValue().packed();
      out.writeShort(name.length);
      out.write(name);
      out.writeLong(layout.lowest());
      out.writeLong(layout.highest());
      out.writeByte(layout.digits());
      out.writeLong(histogram.getValue().total());
      out.writeInt(histogram.getValue().size());
      out.writeInt(packed.length);
      out.write(packed);
    }
    byte[] index = bytes.toByteArray();
    ByteBuffer.wrap(index).putInt(MAGIC.length, checksum(index));
    return index;
  }

  private static int checksum(byte[] index) {
    CRC32C crc = new CRC32C();
    crc.update(index, HEADER_BYTES, index.length - HEADER_BYTES);
    return (int) crc.getValue();
  }

  /** The index in a file; an empty one if there is none that can be used. */
  static HistogramIndex read(Path file) {
    try {
      return Files.exists(file) && Files.size(file) <= MOST_BYTES
          ? of(Files.readAllBytes(file))
          : NONE;
    } catch (IOException | RuntimeException unusable) {
      return NONE;
    }
  }

  private static HistogramIndex of(byte[] bytes) {
    ByteBuffer index = ByteBuffer.wrap(bytes);
    byte[] magic = new byte[MAGIC.length];
    index.get(magic);
    if (!Arrays.equals(magic, MAGIC) || index.getInt() != checksum(bytes)) {
      return NONE;
    }
    Map<String, Integer> places = new HashMap<>();
    while (index.hasRemaining()) {
      int length = Short.toUnsignedInt(index.getShort());
      String name = new String(bytes, index.position(), length, StandardCharsets.US_ASCII);
      places.put(name, index.position() + length);
      index.position(index.position() + length + BEFORE_LENGTH);
      int packed = index.getInt();
      index.position(index.position() + packed);
    }
    return new HistogramIndex(bytes, places);
  }

  /** The histogram of a log; empty when it is not here, or is not the one that is looked for. */
  Optional<Cells> cells(String log, long count) {
    Integer place = places.get(log);
    if (place == null) {
      return Optional.empty();
    }
    ByteBuffer at = ByteBuffer.wrap(bytes).position(place);
    Cells.Layout layout = new Cells.Layout(at.getLong(), at.getLong(), at.get());
    long total = at.getLong();
    int size = at.getInt();
    int length = at.getInt();
    int from = at.position();
    boolean plausible = size >= 0 && 2L * size <= length && total >= size;
    return plausible && total == count
        ? Optional.of(Cells.packed(layout, bytes, from, from + length, size, total))
        : Optional.empty();
  }
}
