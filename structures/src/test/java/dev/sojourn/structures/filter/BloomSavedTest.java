package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was saved is read back, and what was damaged, cut or forged is refused at no cost. */
class BloomSavedTest {
  private static final int HEADER = SavedBloom.HEADER_BYTES;
  private static final long ENOUGH = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    "CLASSIC, 1",
    "CLASSIC, 500",
    "CLASSIC, 200000",
    "SECTORISED_512, 1",
    "SECTORISED_512, 500",
    "SECTORISED_512, 200000",
    "SECTORISED_512, 3000000"
  })
  void whatWasSavedIsReadBack(Layout layout, int n) throws IOException {
    BloomFilter filter = filter(layout, n);
    byte[] bytes = saved(filter);

    BloomFilter read = BloomFilter.readFrom(new ByteArrayInputStream(bytes), Long.MAX_VALUE);

    assertThat(bytes).hasSize((int) (48 + filter.plan().bits() / 8));
    assertThat(read.plan()).isEqualTo(filter.plan());
    assertThat(read.isCompatible(filter)).isTrue();
    assertThat(saved(read)).isEqualTo(bytes);
    assertThat(Keys.stream(n, n).allMatch(read::mightContain)).isTrue();
    assertThat(read.verify()).isEmpty();
  }

  @Test
  void thePlaceOfTheBitsDoesNotShow() throws IOException {
    BloomFilter filter = filter(Layout.SECTORISED_512, 500);
    BloomFilter other =
        BloomFilter.builder()
            .expectedKeys(500)
            .falsePositiveRate(0.01)
            .seed(500)
            .concurrent()
            .offHeap()
            .build();
    other.putAll(filter);

    assertThat(saved(other)).isEqualTo(saved(filter));
  }

  /** The first file ever written: later versions must go on reading it. */
  @Test
  void theGoldenFileOfVersionOneIsReadAndWritten() throws IOException {
    byte[] golden;
    try (InputStream in = BloomSavedTest.class.getResourceAsStream("bloom-1.bin")) {
      golden = in.readAllBytes();
    }

    BloomFilter read = BloomFilter.readFrom(new ByteArrayInputStream(golden), ENOUGH);

    assertThat(read.plan()).isEqualTo(golden().plan());
    assertThat(read.mightContain(42)).isTrue();
    assertThat(read.mightContain("forty-two")).isTrue();
    assertThat(read.mightContain(new byte[] {4, 2})).isTrue();
    assertThat(read.mightContain(43)).isFalse();
    assertThat(saved(golden())).isEqualTo(golden);
  }

  static BloomFilter golden() {
    BloomFilter filter =
        BloomFilter.builder().expectedKeys(100).falsePositiveRate(0.01).seed(42).build();
    filter.put(42);
    filter.put("forty-two");
    filter.put(new byte[] {4, 2});
    return filter;
  }

  @Test
  void everyCutIsNoticed() throws IOException {
    byte[] bytes = saved(filter(Layout.SECTORISED_512, 50));

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void everyFlippedBitIsNoticed() throws IOException {
    byte[] bytes = saved(filter(Layout.CLASSIC, 50));

    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> read(flipped))
          .as("bit %d", bit)
          .isInstanceOf(StreamCorruptedException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noiseIsRefused(long seed) {
    Random random = new Random(seed);

    for (int i = 0; i < 10_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      assertThatThrownBy(() -> read(noise)).as("seed %d", seed).isInstanceOf(IOException.class);
    }
  }

  /** A header that agrees with its checksum, but not with sense. */
  @ParameterizedTest
  @CsvSource({
    "8, 2, 'structure 2 is not 1'",
    "10, 2, 'version 2 is unknown'",
    "12, 0, 'layout 0 is unknown'",
    "12, 3, 'layout 3 is unknown'",
    "13, 0, '0 is no number of hashes'",
    "13, 9, '9 is no number of hashes'",
    "13, -1, '-1 is no number of hashes'",
    "15, 1, 'bytes 14 and 15'",
    "31, -128, 'expectedKeys is -'",
    "32, 1, 'is no number of bits'",
    "39, -1, 'is no number of bits'",
    "37, 127, 'is no number of bits'"
  })
  void forgedHeadersAreRefused(int at, byte value, String message) throws IOException {
    byte[] bytes = saved(filter(Layout.SECTORISED_512, 50));
    bytes[at] = value;

    assertThatThrownBy(() -> read(signed(bytes)))
        .isInstanceOf(StreamCorruptedException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aFilterBeyondTheCapIsRefused() throws IOException {
    BloomFilter filter = filter(Layout.SECTORISED_512, 500);
    InputStream in = new ByteArrayInputStream(saved(filter));
    long tooFew = filter.footprintBytes() - 1;

    assertThatThrownBy(() -> BloomFilter.readFrom(in, tooFew))
        .isInstanceOf(StreamCorruptedException.class)
        .hasMessageContaining("more than maxBytes, which is " + tooFew);
  }

  /** Sixteen gigabytes announced and a hundred kilobytes sent. */
  @Test
  void announcedBytesAreNotAllocated() throws IOException {
    byte[] bytes = Arrays.copyOf(hugeHeader(), 100_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    assertThatThrownBy(() -> BloomFilter.readFrom(new ByteArrayInputStream(bytes), Long.MAX_VALUE))
        .isInstanceOf(EOFException.class);

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(3 << 20);
  }

  private static byte[] hugeHeader() throws IOException {
    byte[] header = Arrays.copyOf(saved(filter(Layout.SECTORISED_512, 50)), HEADER);
    ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putLong(32, (1L << 37) - 51_200);
    return signed(header);
  }

  @Test
  void nothingBeyondTheFilterIsRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    filter(Layout.CLASSIC, 50).writeTo(out);
    filter(Layout.SECTORISED_512, 60).writeTo(out);
    out.write(7);
    InputStream in = new ByteArrayInputStream(out.toByteArray());

    assertThat(BloomFilter.readFrom(in, ENOUGH).plan().expectedKeys()).isEqualTo(50);
    assertThat(BloomFilter.readFrom(in, ENOUGH).plan().expectedKeys()).isEqualTo(60);
    assertThat(in.read()).isEqualTo(7);
  }

  /** A stream may hand out as few bytes at a time as it likes. */
  @Test
  void slowStreamsAreReadToo() throws IOException {
    byte[] bytes = saved(filter(Layout.CLASSIC, 5000));
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          public int read(byte[] b, int off, int len) throws IOException {
            return super.read(b, off, Math.min(len, 3));
          }
        };

    assertThat(saved(BloomFilter.readFrom(slow, ENOUGH))).isEqualTo(bytes);
  }

  private static byte[] signed(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, HEADER - 4);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(HEADER - 4, (int) sum.getValue());
    return bytes;
  }

  private static BloomFilter read(byte[] bytes) throws IOException {
    return BloomFilter.readFrom(new ByteArrayInputStream(bytes), ENOUGH);
  }

  private static byte[] saved(BloomFilter filter) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    filter.writeTo(out);
    return out.toByteArray();
  }

  private static BloomFilter filter(Layout layout, int n) {
    BloomFilter filter =
        BloomFilter.builder()
            .expectedKeys(n)
            .falsePositiveRate(0.01)
            .layout(layout)
            .seed(n)
            .build();
    Keys.stream(n, n).forEach(filter::put);
    return filter;
  }
}
