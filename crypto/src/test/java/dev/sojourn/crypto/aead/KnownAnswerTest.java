package dev.sojourn.crypto.aead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The studied path gives what is published, and for whole records what another implementation gives
 * (OpenSSL 4.0): agreement between the suites' own sealing and opening would not show that either
 * is right.
 */
class KnownAnswerTest {
  private static final HexFormat HEX = HexFormat.of();

  /** McGrew and Viega, The Galois/Counter Mode of Operation, test cases 4 and 16. */
  private static final String GCM_KEY = "feffe9928665731c6d6a8f9467308308";

  private static final String GCM_IV = "cafebabefacedbaddecaf888";
  private static final String GCM_ADDITIONAL = "feedfacedeadbeeffeedfacedeadbeefabaddad2";
  private static final String GCM_CONTENT =
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
          + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39";

  /** RFC 8439, 2.8.2. */
  private static final String SUNSCREEN =
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future,"
          + " sunscreen would be it.";

  private static final Vector AES_128 =
      new Vector(
          Suite.AES_128_GCM,
          GCM_KEY,
          GCM_IV,
          GCM_ADDITIONAL,
          GCM_CONTENT,
          "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e"
              + "21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091"
              + "5bc94fbc3221a5db94fae95ae7121a47");

  private static final Vector AES_256 =
      new Vector(
          Suite.AES_256_GCM,
          GCM_KEY + GCM_KEY,
          GCM_IV,
          GCM_ADDITIONAL,
          GCM_CONTENT,
          "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
              + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
              + "76fc6ece0f4e1768cddf8853bb2d551b");

  private static final Vector CHACHA20 =
      new Vector(
          Suite.CHACHA20_POLY1305,
          "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f",
          "070000004041424344454647",
          "50515253c0c1c2c3c4c5c6c7",
          HEX.formatHex(SUNSCREEN.getBytes(StandardCharsets.US_ASCII)),
          "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
              + "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
              + "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
              + "3ff4def08e4b7a9de576d26586cec64b6116"
              + "1ae10b594f09e26a7e902ecbd0600691");

  static List<Vector> vectors() {
    return List.of(AES_128, AES_256, CHACHA20);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void sealsAsPublished(Vector vector) throws GeneralSecurityException {
    byte[] content = HEX.parseHex(vector.content());
    byte[] sealed = new byte[content.length + Suite.TAG_BYTES];

    vector.cipher().seal(vector.ivBytes(), vector.additionalBytes(), content, sealed);

    assertThat(HEX.formatHex(sealed)).isEqualTo(vector.sealed());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void opensWhatWasPublished(Vector vector) throws GeneralSecurityException {
    byte[] sealed = HEX.parseHex(vector.sealed());
    byte[] content = new byte[sealed.length - Suite.TAG_BYTES];

    vector.cipher().open(vector.ivBytes(), vector.additionalBytes(), sealed, content);

    assertThat(HEX.formatHex(content)).isEqualTo(vector.content());
  }

  /**
   * Record 258 of 64 bytes 0, 1, 2 ..., under a key of bytes 0, 1, 2 ... and the fixed IV 1, 2, 3
   * ..., with the IV and the 13 bytes of additional data that a {@link RecordHeader} makes.
   */
  @ParameterizedTest
  @CsvSource({
    "AES_128_GCM,"
        + "c2c207f07cb8208b79d2b573a15ed67e5263c3eb935f5089a2c87f7ed7778291"
        + "ab34dffa1558c6939f2098bb86a4b065791781680f59264fe3d78c6adada0ff5"
        + "9018892d83dbbb73ecb1c06ec35870c9",
    "AES_256_GCM,"
        + "67b5a8a51f611b2179cf37183191f4ad0cf283aa6ad939cb0f23cd9b3ce84432"
        + "f25981b0a2f73ff5dc5cf5c65f8261fd11ecab5ea5742f7841b2934bc8a89cf9"
        + "35bfdd6d68b933b019c01e01407268d9",
    "CHACHA20_POLY1305,"
        + "ff77f7050415b47cfecd589727662bee369037edcaf72adfc21bedb61eed089e"
        + "8e86891d441ead551f3e50744c6d071cdc32504f63767442820bd29c2bb438d4"
        + "beac06902bcce51a9bd6041ba865b535"
  })
  void sealsARecordAsAnotherImplementationDoes(Suite suite, String expected)
      throws GeneralSecurityException {
    RecordCipher cipher =
        new RecordCipher(suite, counting(0, suite.keyBytes()), counting(1, RecordHeader.IV_BYTES));
    byte[] sealed = new byte[64 + Suite.TAG_BYTES];

    cipher.seal(258, counting(0, 64), sealed);

    assertThat(HEX.formatHex(sealed)).isEqualTo(expected);
  }

  private static byte[] counting(int first, int count) {
    byte[] bytes = new byte[count];
    IntStream.range(0, count).forEach(i -> bytes[i] = (byte) (first + i));
    return bytes;
  }

  private record Vector(
      Suite suite, String key, String iv, String additional, String content, String sealed) {
    RecordCipher cipher() throws GeneralSecurityException {
      return new RecordCipher(suite, HEX.parseHex(key), new byte[RecordHeader.IV_BYTES]);
    }

    byte[] ivBytes() {
      return HEX.parseHex(iv);
    }

    byte[] additionalBytes() {
      return HEX.parseHex(additional);
    }

    @Override
    public String toString() {
      return suite.toString();
    }
  }
}
