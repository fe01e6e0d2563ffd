package dev.sojourn.results.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What JSON is read with, bounded in size and depth. Apart from {@link Json}, because trees take a
 * tenth of a second to get ready for and listings need none.
 */
final class JsonParsers {
  /** Larger than a thousand studies make; what is beyond is not a run. */
  static final long MOST_BYTES = 128L << 20;

  private static final int MOST_NESTING = 64;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MOST_NESTING).build())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private JsonParsers() {}

  /** The bytes of a file, unless there are more than a run may have. */
  static byte[] bytes(Path file, String wayOut) throws LedgerException {
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        String reason = "has %d bytes, more than the %d a run may have".formatted(size, MOST_BYTES);
        throw new LedgerException(file, reason, wayOut);
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new LedgerException(file, "no such file", wayOut, e);
    } catch (IOException e) {
      throw new LedgerException(file, "cannot be read: " + Json.message(e), wayOut, e);
    }
  }
}
