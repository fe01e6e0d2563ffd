package dev.sojourn.crypto.aead;

import java.util.SplittableRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys and contents from fixed seeds: known to everybody, fit for measuring and nothing else. */
final class Material {
  private static final long KEY_SEED = 0x4b6579L;
  private static final long IV_SEED = 0x4976L;
  private static final long CONTENT_SEED = 0x54657874L;

  private Material() {}

  static byte[] key(Suite suite) {
    return bytes(KEY_SEED, suite.keyBytes());
  }

  static SecretKey secretKey(Suite suite) {
    return new SecretKeySpec(key(suite), suite.keyAlgorithm());
  }

  static byte[] fixedIv() {
    return bytes(IV_SEED, RecordHeader.IV_BYTES);
  }

  /** The content of a record; the same for every suite. */
  static byte[] content(int number, int bytes) {
    return bytes(CONTENT_SEED + number, bytes);
  }

  private static byte[] bytes(long seed, int count) {
    byte[] bytes = new byte[count];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }
}
