package dev.sojourn.crypto.aead;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What belongs to a record besides its content: an IV of 12 bytes that is never used twice with one
 * key, and 13 bytes that are authenticated but not encrypted.
 *
 * <p>The IV is a fixed one xor the record's number, as in TLS 1.3 and RFC 7905; the additional data
 * are number, type, version and length, as in TLS 1.2.
 *
 * <p><b>Threads.</b> One at a time; both arrays are reused by the next record.
 */
final class RecordHeader {
  static final int IV_BYTES = 12;
  static final int AAD_BYTES = 13;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final int NUMBER_IN_IV = IV_BYTES - Long.BYTES;
  private static final byte APPLICATION_DATA = 23;
  private static final short TLS_1_2 = 0x0303;

  private final long fixedTail;
  private final byte[] iv;
  private final byte[] additional = new byte[AAD_BYTES];

  RecordHeader(byte[] fixedIv) {
    if (fixedIv.length != IV_BYTES) {
      throw new IllegalArgumentException(
          "IV must have " + IV_BYTES + " bytes, has " + fixedIv.length);
    }
    iv = fixedIv.clone();
    fixedTail = (long) LONG.get(fixedIv, NUMBER_IN_IV);
    additional[8] = APPLICATION_DATA;
    SHORT.set(additional, 9, TLS_1_2);
  }

  /** Moves to a record; its number must be new for this key whenever the record is sealed. */
  void moveTo(long number, int contentBytes) {
    LONG.set(iv, NUMBER_IN_IV, fixedTail ^ number);
    LONG.set(additional, 0, number);
    SHORT.set(additional, 11, (short) contentBytes);
  }

  byte[] iv() {
    return iv;
  }

  byte[] additional() {
    return additional;
  }
}
