package dev.sojourn.crypto.aead;

import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/** The ciphers of TLS 1.3 that the JDK has. */
public enum Suite {
  /** AES with a key of 128 bits in Galois/Counter mode. */
  AES_128_GCM("AES/GCM/NoPadding", "AES", 16),
  /** AES with a key of 256 bits in Galois/Counter mode. */
  AES_256_GCM("AES/GCM/NoPadding", "AES", 32),
  /** The stream cipher ChaCha20 with the authenticator Poly1305. */
  CHACHA20_POLY1305("ChaCha20-Poly1305", "ChaCha20", 32);

  /** Bytes of the tag that proves a record genuine; the same for every suite. */
  public static final int TAG_BYTES = 16;

  private final String transformation;
  private final String keyAlgorithm;
  private final int keyBytes;

  Suite(String transformation, String keyAlgorithm, int keyBytes) {
    this.transformation = transformation;
    this.keyAlgorithm = keyAlgorithm;
    this.keyBytes = keyBytes;
  }

  String transformation() {
    return transformation;
  }

  String keyAlgorithm() {
    return keyAlgorithm;
  }

  /**
   * Size of the key.
   *
   * @return bytes
   */
  public int keyBytes() {
    return keyBytes;
  }

  AlgorithmParameterSpec parameters(byte[] iv) {
    return this == CHACHA20_POLY1305
        ? new IvParameterSpec(iv)
        : new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv);
  }
}
