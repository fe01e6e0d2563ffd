package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class KeyHashTest {
  private static final long SALT = KeyHash.salt(1);
  private static final int SAMPLES = 4000;
  private static final int BYTES = 19;

  @Test
  void everyBitOfANumberMovesEveryBitOfItsHash() {
    assertAvalanche(Long.BYTES, bytes -> KeyHash.of(ByteBuffer.wrap(bytes).getLong(), SALT));
  }

  @Test
  void everyBitOfAnArrayMovesEveryBitOfItsHash() {
    assertAvalanche(BYTES, bytes -> KeyHash.of(bytes, 0, bytes.length, SALT));
  }

  @Test
  void everyBitOfATextMovesEveryBitOfItsHash() {
    assertAvalanche(
        BYTES, bytes -> KeyHash.of(new String(bytes, StandardCharsets.ISO_8859_1), SALT));
  }

  @Test
  void everyBitOfTheSeedMovesEveryBitOfTheHash() {
    assertAvalanche(
        Long.BYTES, bytes -> KeyHash.of(7, KeyHash.salt(ByteBuffer.wrap(bytes).getLong())));
  }

  /** Flips each input bit in many keys; each output bit must flip in about half of them. */
  private static void assertAvalanche(int length, ToLongFunction<byte[]> hash) {
    Random random = new Random(11);
    int[][] flips = new int[length * Byte.SIZE][Long.SIZE];
    byte[] key = new byte[length];
    for (int sample = 0; sample < SAMPLES; sample++) {
      random.nextBytes(key);
      long before = hash.applyAsLong(key);
      for (int in = 0; in < flips.length; in++) {
        key[in / Byte.SIZE] ^= (byte) (1 << in % Byte.SIZE);
        count(flips[in], before ^ hash.applyAsLong(key));
        key[in / Byte.SIZE] ^= (byte) (1 << in % Byte.SIZE);
      }
    }
    for (int[] outputs : flips) {
      assertThat(Arrays.stream(outputs).min().orElseThrow()).isGreaterThan(SAMPLES * 45 / 100);
      assertThat(Arrays.stream(outputs).max().orElseThrow()).isLessThan(SAMPLES * 55 / 100);
    }
  }

  private static void count(int[] counts, long bits) {
    for (int out = 0; out < Long.SIZE; out++) {
      counts[out] += (int) (bits >>> out & 1);
    }
  }

  @Test
  void sparseArraysAllHashApart() {
    Set<Long> hashes = new HashSet<>();
    int keys = 0;
    for (int length = 0; length <= 24; length++) {
      hashes.add(hash(new byte[length]));
      keys++;
      for (int a = 0; a < length * Byte.SIZE; a++) {
        for (int b = a; b < length * Byte.SIZE; b++) {
          hashes.add(hash(withBits(length, a, b)));
          keys++;
        }
      }
    }
    assertThat(hashes).hasSize(keys);
  }

  private static byte[] withBits(int length, int a, int b) {
    byte[] key = new byte[length];
    key[a / Byte.SIZE] |= (byte) (1 << a % Byte.SIZE);
    key[b / Byte.SIZE] |= (byte) (1 << b % Byte.SIZE);
    return key;
  }

  private static long hash(byte[] key) {
    return KeyHash.of(key, 0, key.length, SALT);
  }

  @Test
  void textsOfEqualCharactersHashEquallyWhateverTheirClass() {
    StringBuilder builder = new StringBuilder();
    for (int length = 0; length < 20; length++) {
      String text = builder.toString();
      assertThat(KeyHash.of(builder, SALT)).isEqualTo(KeyHash.of(text, SALT));
      assertThat(KeyHash.of(CharBuffer.wrap(text.toCharArray()), SALT))
          .isEqualTo(KeyHash.of(text, SALT));
      builder.append((char) (length % 3 == 0 ? 0x20ac + length : 'a' + length));
    }
  }

  @Test
  void trailingZerosAreNotIgnored() {
    assertThat(hash(new byte[7])).isNotEqualTo(hash(new byte[8])).isNotEqualTo(hash(new byte[9]));
    assertThat(KeyHash.of("a", SALT)).isNotEqualTo(KeyHash.of("a\0", SALT));
    assertThat(KeyHash.of("", SALT)).isNotEqualTo(hash(new byte[0]));
  }

  @Test
  void aPartOfAnArrayHashesLikeItsCopy() {
    byte[] array = new byte[40];
    new Random(3).nextBytes(array);
    for (int from = 0; from < 20; from++) {
      for (int length = 0; length <= 20; length++) {
        assertThat(KeyHash.of(array, from, length, SALT))
            .isEqualTo(hash(Arrays.copyOfRange(array, from, from + length)));
      }
    }
  }

  @Test
  void buffersHashAsTheirBytes() {
    byte[] bytes = new byte[40];
    new Random(3).nextBytes(bytes);
    for (int length = 0; length <= 32; length++) {
      long expected = KeyHash.of(bytes, 3, length, 5);
      ByteBuffer direct = ByteBuffer.allocateDirect(40).put(bytes).position(3).limit(3 + length);
      ByteBuffer readOnly = ByteBuffer.wrap(bytes, 3, length).slice().asReadOnlyBuffer();

      assertThat(KeyHash.of(direct, 5)).as("%d bytes", length).isEqualTo(expected);
      assertThat(KeyHash.of(readOnly, 5)).as("%d bytes", length).isEqualTo(expected);
      assertThat(direct.position()).isEqualTo(3);
    }
  }
}
