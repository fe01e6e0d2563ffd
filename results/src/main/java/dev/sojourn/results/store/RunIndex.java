package dev.sojourn.results.store;

import dev.sojourn.results.model.Cells;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.Run;
import dev.sojourn.results.model.Tail;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * A finished run once more, in one binary file beside its {@code run.json} and its logs: to parse
 * the numbers of hundreds of studies and to open twenty thousand logs takes longer than to compare
 * what is in them.
 *
 * <p>Those are the record. An index that is missing, damaged, of another version or of another
 * {@code run.json}, be it by one changed character, is none.
 */
final class RunIndex {
  /*
   * Implementation notes. Numbers here are big-endian: MAGIC; length and CRC-32C of run.json; length and CRC-32C of the
   * run's numbers; CRC-32C of the histograms' cells; then the numbers, which are read alone when only they are wanted; the
   * cells. Whoever changes what RunPacker writes changes the MAGIC.
   */
  static final String NAME = "run.idx";

  private static final byte[] MAGIC = "SJRUN001".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = MAGIC.length + 5 * Integer.BYTES;
  private static final long MOST_BYTES = 512L << 20;

  private RunIndex() {}

  /** Whether an index of the run would be read again. */
  static boolean holds(Run run) {
    return Stream.concat(
                run.tails().stream()
                    .flatMap(tail -> tail.forks().stream().map(Tail.ForkTail::cells)),
                run.conditions().stream().map(ForkConditions::hiccups).flatMap(Optional::stream))
            .mapToLong(Cells::packedBytes)
            .sum()
        <= MOST_BYTES / 2;
  }

  /** The bytes of the index of a run that is written as such JSON. */
  static byte[] bytes(Run run, byte[] json) {
    RunPacker packed = new RunPacker(run);
    byte[] numbers = packed.numbers();
    byte[] cells = packed.cells();
    return ByteBuffer.allocate(HEADER_BYTES + numbers.length + cells.length)
        .put(MAGIC)
        .putInt(json.length)
        .putInt(checksum(json))
        .putInt(numbers.length)
        .putInt(checksum(numbers))
        .putInt(checksum(cells))
        .put(numbers)
        .put(cells)
        .array();
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** What is wanted of the run that such JSON is of; empty if no index in the file is of it. */
  static Optional<Run> read(Path file, byte[] json, Wanted wanted) {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer header = ByteBuffer.wrap(bytes(channel, HEADER_BYTES));
      byte[] magic = new byte[MAGIC.length];
      header.get(magic);
      boolean same =
          Arrays.equals(magic, MAGIC)
              && channel.size() <= MOST_BYTES
              && header.getInt() == json.length
              && header.getInt() == checksum(json);
      return same ? Optional.of(run(channel, header, wanted)) : Optional.empty();
    } catch (IOException | RuntimeException unusable) {
      return Optional.empty();
    }
  }

  private static Run run(FileChannel channel, ByteBuffer header, Wanted wanted) throws IOException {
    byte[] numbers = bytes(channel, header.getInt());
    require(header.getInt() == checksum(numbers));
    byte[] cells = null;
    if (wanted.histograms()) {
      cells = bytes(channel, channel.size() - channel.position());
      require(header.getInt() == checksum(cells));
    }
    return new RunUnpacker(
            new PackedReader(ByteBuffer.wrap(numbers)), wanted, new PackedCells(cells))
        .run();
  }

  /** The next bytes of a file, which must have as many. */
  private static byte[] bytes(FileChannel channel, long count) throws IOException {
    require(count >= 0 && count <= channel.size() - channel.position());
    byte[] bytes = new byte[(int) count];
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    int read = 0;
    while (rest.hasRemaining() && read >= 0) {
      read = channel.read(rest);
    }
    require(!rest.hasRemaining());
    return bytes;
  }

  private static void require(boolean asWritten) {
    if (!asWritten) {
      throw new Malformed("");
    }
  }
}
