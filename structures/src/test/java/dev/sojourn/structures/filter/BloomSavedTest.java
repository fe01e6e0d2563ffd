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
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

  /** Files that each version once wrote: every later one must go on reading them. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theGoldenFileOfEveryVersionIsRead(int version) throws IOException {
    BloomFilter read = BloomFilter.readFrom(new ByteArrayInputStream(file(version)), ENOUGH);

    assertThat(read.plan()).isEqualTo(golden().plan());
    assertThat(read.mightContain(42)).isTrue();
    assertThat(read.mightContain("forty-two")).isTrue();
    assertThat(read.mightContain(new byte[] {4, 2})).isTrue();
    assertThat(read.mightContain(43)).isFalse();
    assertThat(saved(read)).isEqualTo(file(2));
  }

  @Test
  void theGoldenFileOfTheLatestVersionIsWritten() throws IOException {
    assertThat(saved(golden())).isEqualTo(file(2));
  }

  private static byte[] file(int version) throws IOException {
    String name = "bloom-" + version + ".bin";
    try (InputStream in = BloomSavedTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
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

  /** The checksum at the end stands for the header too, against who can sign one. */
  @ParameterizedTest
  @EnumSource(Layout.class)
  void everyFlippedBitOfASignedHeaderIsNoticed(Layout layout) throws IOException {
    byte[] bytes = saved(filter(layout, 50));

    for (int bit = 0; bit < (HEADER - 4) * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> read(signed(flipped)))
          .as("bit %d", bit)
          .isInstanceOfAny(StreamCorruptedException.class, EOFException.class);
    }
  }

  /** More than one buffer and more than one chunk of them. */
  @Test
  void flippedBitsAndCutsOfALargeFilterAreNoticed() throws IOException {
    byte[] bytes = saved(filter(Layout.SECTORISED_512, 1_000_000));
    Random random = new Random(5);

    for (int i = 0; i < 200; i++) {
      int at = HEADER + random.nextInt(bytes.length - HEADER);
      byte before = bytes[at];
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      assertThatThrownBy(() -> read(bytes, Long.MAX_VALUE))
          .as("byte %d", at)
          .isInstanceOf(StreamCorruptedException.class)
          .hasMessageContaining("checksum at the end");
      bytes[at] = before;
    }
    for (int piece : new int[] {64 << 10, 1 << 20, bytes.length - HEADER - 4}) {
      for (int length = HEADER + piece - 1; length <= HEADER + piece + 1; length++) {
        byte[] cut = Arrays.copyOf(bytes, length);
        assertThatThrownBy(() -> read(cut, Long.MAX_VALUE))
            .as("%d bytes", length)
            .isInstanceOf(EOFException.class);
      }
    }
  }

  /** Two good halves of two filters: the second would deny its keys under the seed of the first. */
  @Test
  void theHeaderOfOneFilterAndTheBitsOfAnotherAreRefused() throws IOException {
    byte[] bytes = saved(filter(Layout.CLASSIC, 50));
    BloomFilter other =
        BloomFilter.builder()
            .expectedKeys(50)
            .falsePositiveRate(0.01)
            .layout(Layout.CLASSIC)
            .seed(51)
            .build();
    System.arraycopy(saved(other), 0, bytes, 0, HEADER);

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(StreamCorruptedException.class)
        .hasMessageContaining("checksum at the end");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 12})
  void noiseBehindAGoodBeginningIsRefused(int good) throws IOException {
    byte[] bytes = saved(filter(Layout.SECTORISED_512, 50));
    Random random = new Random(good);

    for (int i = 0; i < 10_000; i++) {
      byte[] noise = new byte[good + random.nextInt(200)];
      random.nextBytes(noise);
      System.arraycopy(bytes, 0, noise, 0, good);
      assertThatThrownBy(() -> read(noise)).as("try %d", i).isInstanceOf(IOException.class);
    }
  }

  @Test
  void noiseBehindAGoodHeaderIsRefused() throws IOException {
    byte[] bytes = saved(filter(Layout.SECTORISED_512, 50));
    Random random = new Random(3);

    for (int i = 0; i < 1_000; i++) {
      byte[] noise = new byte[bytes.length];
      random.nextBytes(noise);
      System.arraycopy(bytes, 0, noise, 0, HEADER);
      assertThatThrownBy(() -> read(noise))
          .as("try %d", i)
          .isInstanceOf(StreamCorruptedException.class)
          .hasMessageContaining("checksum at the end");
    }
  }

  /** Headers of noise and sense that agree with their checksum, before zeros without end. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noiseInASignedHeaderIsRefused(long seed) throws IOException {
    HeaderNoise noise = new HeaderNoise(seed, saved(filter(Layout.SECTORISED_512, 50)));
    Set<String> reasons = new HashSet<>();

    for (int i = 0; i < 20_000; i++) {
      byte[] header = signed(noise.next());
      assertThatThrownBy(() -> BloomFilter.readFrom(HeaderNoise.beforeZeros(header), 1 << 14))
          .as("seed %d, header %s", seed, Arrays.toString(header))
          .isInstanceOf(StreamCorruptedException.class)
          .satisfies(refusal -> reasons.add(refusal.getMessage().replaceAll("-?[0-9]+", "n")));
    }

    assertThat(reasons)
        .as("every check of a header, and the checksum at the end")
        .hasSizeGreaterThanOrEqualTo(8)
        .anyMatch(reason -> reason.contains("checksum at the end"))
        .anyMatch(reason -> reason.contains("maxBytes"));
  }

  /** A header that agrees with its checksum, but not with sense. */
  @ParameterizedTest
  @CsvSource({
    "8, 2, 'structure 2 is not 1'",
    "10, 3, 'version 3 is unknown'",
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
    return HeaderNoise.signed(bytes);
  }

  private static BloomFilter read(byte[] bytes) throws IOException {
    return read(bytes, ENOUGH);
  }

  private static BloomFilter read(byte[] bytes, long maxBytes) throws IOException {
    return BloomFilter.readFrom(new ByteArrayInputStream(bytes), maxBytes);
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
