package dev.sojourn.crypto.aead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordCipherTest {
  private static final int[] SIZES = {0, 1, 15, 16, 17, 64, 1024, 16384};

  @ParameterizedTest
  @EnumSource(Suite.class)
  void whatWasSealedOpens(Suite suite) throws GeneralSecurityException {
    for (int bytes : SIZES) {
      byte[] content = Material.content(bytes, bytes);
      byte[] sealed = new byte[bytes + Suite.TAG_BYTES];
      byte[] opened = new byte[bytes];

      assertThat(cipher(suite).seal(5, content, sealed)).isEqualTo(sealed.length);
      assertThat(cipher(suite).open(5, sealed, opened)).isEqualTo(bytes);

      assertThat(opened).as("%s, %d bytes", suite, bytes).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void everyFlippedBitIsNoticed(Suite suite) throws GeneralSecurityException {
    byte[] sealed = sealed(suite, 9, 8);
    RecordCipher opener = cipher(suite);
    for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
      byte[] forged = sealed.clone();
      forged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThatThrownBy(() -> opener.open(9, forged, new byte[8]))
          .as("%s, bit %d", suite, bit)
          .isInstanceOf(AEADBadTagException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void recordUnderAnotherNumberIsRefused(Suite suite) throws GeneralSecurityException {
    byte[] sealed = sealed(suite, 1, 64);

    assertThatThrownBy(() -> cipher(suite).open(2, sealed, new byte[64]))
        .isInstanceOf(AEADBadTagException.class);
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void equalContentsNeverLookAlike(Suite suite) throws GeneralSecurityException {
    assertThat(sealed(suite, 1, 64)).isNotEqualTo(sealed(suite, 2, 64));
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void receiverYieldsTheContentsInOrderAndAround(Suite suite) throws GeneralSecurityException {
    Receiver receiver = new Receiver(suite, 64);
    for (int i = 0; i < 32; i++) {
      assertThat(receiver.openNext())
          .as("answer %d", i)
          .isEqualTo(folded(Material.content(i % 16, 64)));
    }
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void senderSealsWhatAnIndependentCipherOpens(Suite suite) throws GeneralSecurityException {
    Sender sender = new Sender(suite, 64);
    for (int i = 0; i < 20; i++) {
      assertThat(sender.sealNext()).isEqualTo(80);
      sender.checkLast();
    }
  }

  @Test
  void keyOfTheWrongSizeIsRefused() {
    assertThatThrownBy(() -> new RecordCipher(Suite.AES_256_GCM, new byte[16], new byte[12]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32")
        .hasMessageContaining("16");
  }

  private static long folded(byte[] content) {
    String hex = HexFormat.of().formatHex(content);
    return Long.parseUnsignedLong(hex.substring(0, 16), 16)
        ^ Long.parseUnsignedLong(hex.substring(hex.length() - 16), 16);
  }

  private static byte[] sealed(Suite suite, long number, int bytes)
      throws GeneralSecurityException {
    byte[] sealed = new byte[bytes + Suite.TAG_BYTES];
    cipher(suite).seal(number, Material.content(0, bytes), sealed);
    return sealed;
  }

  private static RecordCipher cipher(Suite suite) throws GeneralSecurityException {
    return new RecordCipher(suite, Material.key(suite), Material.fixedIv());
  }
}
