package dev.sojourn.crypto.aead;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/** Seals one content over and over, each time as the next record. */
final class Sender {
  private final Suite suite;
  private final RecordCipher cipher;
  private final byte[] content;
  private final byte[] sealed;
  private long number;

  Sender(Suite suite, int bytes) throws GeneralSecurityException {
    this.suite = suite;
    this.cipher = new RecordCipher(suite, Material.key(suite), Material.fixedIv());
    this.content = Material.content(0, bytes);
    this.sealed = new byte[bytes + Suite.TAG_BYTES];
  }

  int sealNext() throws GeneralSecurityException {
    return cipher.seal(++number, content, sealed);
  }

  /** Opens the last record by a cipher of its own and compares what was sealed. */
  void checkLast() throws GeneralSecurityException {
    if (number == 0) {
      return;
    }
    RecordHeader header = new RecordHeader(Material.fixedIv());
    header.moveTo(number, content.length);
    Cipher independent = Cipher.getInstance(suite.transformation());
    independent.init(Cipher.DECRYPT_MODE, Material.secretKey(suite), suite.parameters(header.iv()));
    independent.updateAAD(header.additional());
    if (!Arrays.equals(independent.doFinal(sealed), content)) {
      throw new IllegalStateException(
          "record " + number + " of " + suite + " does not open to what was sealed");
    }
  }
}
