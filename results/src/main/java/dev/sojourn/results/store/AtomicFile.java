package dev.sojourn.results.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a file wholly or not at all.
 *
 * <p>The bytes go to a file beside the target, are forced to the disk, and take the target's name
 * in one step.
 */
final class AtomicFile {
  /** Puts bytes into a channel; a test's stand-in for a disk that fills up throws here. */
  @FunctionalInterface
  interface Sink {
    void write(FileChannel channel) throws IOException;
  }

  private AtomicFile() {}

  static void write(Path target, byte[] bytes) throws IOException {
    write(
        target,
        channel -> {
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
        });
  }

  static void write(Path target, Sink sink) throws IOException {
    Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
    try {
      try (FileChannel channel = create(temporary)) {
        sink.write(channel);
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    Path directory = target.toAbsolutePath().getParent();
    if (directory != null) {
      forceDirectory(directory);
    }
  }

  /**
   * One writer at a time is the rule of the ledger, so whatever a killed one left is overwritten.
   */
  private static FileChannel create(Path temporary) throws IOException {
    return FileChannel.open(
        temporary,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  /** Makes the new name itself last; not every system lets a folder be opened for that. */
  private static void forceDirectory(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      return;
    }
  }
}
