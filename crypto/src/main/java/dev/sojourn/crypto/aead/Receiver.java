package dev.sojourn.crypto.aead;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;

/** Opens a ring of records sealed beforehand, one after the other. */
final class Receiver {
  private static final int RECORDS = 16;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final RecordCipher cipher;
  private final byte[][] records = new byte[RECORDS][];
  private final byte[] content;
  private int at;

  Receiver(Suite suite, int bytes) throws GeneralSecurityException {
    RecordCipher sender = new RecordCipher(suite, Material.key(suite), Material.fixedIv());
    for (int number = 0; number < RECORDS; number++) {
      records[number] = new byte[bytes + Suite.TAG_BYTES];
      sender.seal(number, Material.content(number, bytes), records[number]);
    }
    cipher = new RecordCipher(suite, Material.key(suite), Material.fixedIv());
    content = new byte[bytes];
  }

  /** The first and the last eight bytes of the next content, folded. */
  long openNext() throws GeneralSecurityException {
    int number = at++ & (RECORDS - 1);
    int bytes = cipher.open(number, records[number], content);
    return (long) LONG.get(content, 0) ^ (long) LONG.get(content, bytes - Long.BYTES);
  }
}
