package dev.sojourn.harness.noise;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Histograms of hiccups, and the text in which they pass from one process to another. */
final class HiccupCounts {
  /** Longest hiccup told apart; longer ones are counted as this. */
  static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final int DIGITS = 3;

  private HiccupCounts() {}

  static Histogram none() {
    return new Histogram(HIGHEST_NANOS, DIGITS);
  }

  static String text(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  /** The histogram behind a text; empty when the text is damaged. */
  static Optional<Histogram> parse(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      return Optional.of(Histogram.decodeFromCompressedByteBuffer(bytes, 0));
    } catch (DataFormatException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
