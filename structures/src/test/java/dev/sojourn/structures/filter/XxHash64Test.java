package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XxHash64Test {
  private static final long GENERATOR = 2_654_435_761L;
  private static final long STEP = 0x9e3779b185ebca8dL;

  @ParameterizedTest
  @CsvSource({
    "'', ef46db3751d8e999",
    "a, d24ec4f1a98c6e5b",
    "abc, 44bc2cf5ad770999",
    "hello, 26c7827d889f6da3",
    "parquet, 3c9d29275c52e429",
    "bloom, 50c8fb9e62dbc53c",
    "filter, 2a5736cdfcd7a9a1",
    "The quick brown fox jumps over the lazy dog, 0b242d361fda71bc"
  })
  void textsHashAsPublished(String text, String expected) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

    assertThat(Long.toHexString(XxHash64.of(bytes, 0, bytes.length)))
        .isEqualTo(expected.replaceFirst("^0", ""));
  }

  /** The buffer and the values of the reference implementation's own sanity check. */
  @ParameterizedTest
  @CsvSource({
    "1, e934a84adb052768",
    "4, 9136a0dca57457ee",
    "14, 8282dcc4994e35c8",
    "222, b641ae8cb691c174"
  })
  void theReferenceBufferHashesAsPublished(int length, String expected) {
    byte[] buffer = new byte[length + 3];
    long generator = GENERATOR;
    for (int i = 0; i < length; i++) {
      buffer[3 + i] = (byte) (generator >>> 56);
      generator *= STEP;
    }

    assertThat(Long.toHexString(XxHash64.of(buffer, 3, length))).isEqualTo(expected);
  }

  @Test
  void numbersHashAsTheirBytes() {
    LongStream.concat(LongStream.of(0, -1, Long.MIN_VALUE), Keys.stream(1, 1000))
        .forEach(
            value -> {
              byte[] bytes = new byte[8];
              ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
              assertThat(XxHash64.of(value)).isEqualTo(XxHash64.of(bytes, 0, 8));
              assertThat(XxHash64.of((int) value)).isEqualTo(XxHash64.of(bytes, 0, 4));
            });
  }
}
