package dev.sojourn.structures.filter;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Checksum;

/** Words as bytes of a stream, the lowest byte first. */
final class WordStream {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int CHUNK_WORDS = (1 << 20) / Long.BYTES;

  private WordStream() {}

  static void write(Words words, OutputStream out, Checksum sum) throws IOException {
    byte[] bytes = new byte[bufferBytes(words.size())];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long size = words.size();
    for (long i = 0; i < size; i++) {
      buffer.putLong(words.get(i));
      if (!buffer.hasRemaining() || i == size - 1) {
        sum.update(bytes, 0, buffer.position());
        out.write(bytes, 0, buffer.position());
        buffer.clear();
      }
    }
  }

  /** Keeps what comes in chunks, and allocates the whole only once it is all there. */
  static HeapWords read(InputStream in, long count, Checksum sum) throws IOException {
    byte[] buffer = new byte[bufferBytes(count)];
    List<long[]> chunks = new ArrayList<>();
    for (long left = count; left > 0; left -= CHUNK_WORDS) {
      long[] chunk = new long[(int) Math.min(left, CHUNK_WORDS)];
      fill(chunk, in, buffer, sum);
      chunks.add(chunk);
    }
    return joined(chunks, count);
  }

  private static void fill(long[] chunk, InputStream in, byte[] buffer, Checksum sum)
      throws IOException {
    int done = 0;
    while (done < chunk.length) {
      int words = Math.min(chunk.length - done, buffer.length / Long.BYTES);
      int bytes = words * Long.BYTES;
      readFully(in, buffer, bytes);
      sum.update(buffer, 0, bytes);
      ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(chunk, done, words);
      done += words;
    }
  }

  private static HeapWords joined(List<long[]> chunks, long count) {
    HeapWords words = HeapWords.allocate(count);
    int at = words.origin();
    for (long[] chunk : chunks) {
      System.arraycopy(chunk, 0, words.array(), at, chunk.length);
      at += chunk.length;
    }
    return words;
  }

  static void readFully(InputStream in, byte[] bytes, int length) throws IOException {
    int got = in.readNBytes(bytes, 0, length);
    if (got < length) {
      throw new EOFException(
          "the stream ends within a saved filter: "
              + got
              + " bytes where "
              + length
              + " should be");
    }
  }

  private static int bufferBytes(long words) {
    return (int) Math.min(BUFFER_BYTES, words * Long.BYTES);
  }
}
