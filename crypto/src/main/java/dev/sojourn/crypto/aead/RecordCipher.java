package dev.sojourn.crypto.aead;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals or opens numbered records under one key, with one {@link Cipher} object for all of them.
 *
 * <p><b>Costs.</b> Linear in the record. The parameter object that the JDK demands for each record,
 * and what the cipher itself allocates, are part of the cost.
 *
 * <p><b>Threads.</b> One at a time.
 */
final class RecordCipher {
  private final Suite suite;
  private final SecretKey key;
  private final Cipher cipher;
  private final RecordHeader header;

  RecordCipher(Suite suite, byte[] key, byte[] fixedIv) throws GeneralSecurityException {
    if (key.length != suite.keyBytes()) {
      throw new IllegalArgumentException(
          "key of " + suite + " must have " + suite.keyBytes() + " bytes, has " + key.length);
    }
    this.suite = suite;
    this.key = new SecretKeySpec(key, suite.keyAlgorithm());
    this.cipher = Cipher.getInstance(suite.transformation());
    this.header = new RecordHeader(fixedIv);
  }

  /**
   * Encrypts a record and appends its tag.
   *
   * @param number never used before with this key
   * @return bytes written, {@link Suite#TAG_BYTES} more than the content has
   */
  int seal(long number, byte[] content, byte[] sealed) throws GeneralSecurityException {
    header.moveTo(number, content.length);
    return seal(header.iv(), header.additional(), content, sealed);
  }

  /** Seals under an IV and additional data that no header has made, as published vectors ask. */
  int seal(byte[] iv, byte[] additional, byte[] content, byte[] sealed)
      throws GeneralSecurityException {
    begin(Cipher.ENCRYPT_MODE, iv, additional);
    return cipher.doFinal(content, 0, content.length, sealed, 0);
  }

  /**
   * Checks a record and decrypts it.
   *
   * @return bytes written
   * @throws javax.crypto.AEADBadTagException when anything of the record is not as it was sealed
   */
  int open(long number, byte[] sealed, byte[] content) throws GeneralSecurityException {
    header.moveTo(number, sealed.length - Suite.TAG_BYTES);
    return open(header.iv(), header.additional(), sealed, content);
  }

  /** Opens what was sealed under an IV and additional data that no header has made. */
  int open(byte[] iv, byte[] additional, byte[] sealed, byte[] content)
      throws GeneralSecurityException {
    begin(Cipher.DECRYPT_MODE, iv, additional);
    return cipher.doFinal(sealed, 0, sealed.length, content, 0);
  }

  private void begin(int mode, byte[] iv, byte[] additional) throws GeneralSecurityException {
    cipher.init(mode, key, suite.parameters(iv));
    cipher.updateAAD(additional);
  }
}
