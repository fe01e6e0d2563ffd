package dev.sojourn.results.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** A histogram as text inside another file: HdrHistogram's compressed encoding in base 64. */
final class InlineHistogram {
  private InlineHistogram() {}

  static String text(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  static Histogram read(String text, long count) {
    Histogram histogram = decoded(text);
    if (histogram.getTotalCount() != count) {
      throw new Malformed(
          "a histogram holds %d values, the run recorded %d"
              .formatted(histogram.getTotalCount(), count));
    }
    return histogram;
  }

  private static Histogram decoded(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      return Histogram.decodeFromCompressedByteBuffer(bytes, 0);
    } catch (DataFormatException | RuntimeException e) {
      throw new Malformed("a histogram is damaged: " + Json.message(e));
    }
  }
}
