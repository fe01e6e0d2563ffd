package dev.sojourn.structures.filter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;

/** Headers of saved filters of which some fields make sense and others do not. */
final class HeaderNoise {
  private static final int HEADER = SavedBloom.HEADER_BYTES;
  private static final int[] STARTS = {8, 10, 12, 13, 14, 16, 24, 32, 40};

  private final Random random;
  private final byte[] good;

  HeaderNoise(long seed, byte[] good) {
    this.random = new Random(seed);
    this.good = Arrays.copyOf(good, HEADER);
  }

  /** A header whose checksum is still to be made. */
  byte[] next() {
    byte[] header = good.clone();
    int fields = 1 + random.nextInt(3);
    for (int i = 0; i < fields; i++) {
      int field = random.nextInt(STARTS.length - 1);
      ByteBuffer.wrap(header).position(STARTS[field]).put(noise(STARTS[field + 1] - STARTS[field]));
    }
    return header;
  }

  /** As many bytes of a number that is large, or small, or a small multiple of 512. */
  private byte[] noise(int bytes) {
    long number =
        switch (random.nextInt(3)) {
          case 0 -> random.nextLong();
          case 1 -> random.nextInt(40);
          default -> 512L * random.nextInt(400);
        };
    byte[] all =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array();
    return Arrays.copyOf(all, bytes);
  }

  static byte[] signed(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, HEADER - 4);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(HEADER - 4, (int) sum.getValue());
    return bytes;
  }

  static InputStream beforeZeros(byte[] header) {
    InputStream zeros =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, (byte) 0);
            return length;
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(header), zeros);
  }

  /** Reads streams without end, announced to be of all sizes, in a virtual machine of its own. */
  public static void main(String[] arguments) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BloomFilter.builder().expectedKeys(50).falsePositiveRate(0.01).build().writeTo(out);
    byte[] header = Arrays.copyOf(out.toByteArray(), HEADER);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      long blocks = i < 200 ? 1 + (i + 1) * 327L : 1L << (i - 200) % 27;
      ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putLong(32, 512 * blocks);
      try {
        BloomFilter.readFrom(beforeZeros(signed(header)), 4 << 20);
      } catch (StreamCorruptedException expected) {
        refused++;
      }
    }
    System.out.println("refused " + refused + " of 300");
  }
}
