package dev.sojourn.crypto.aead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordHeaderTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] FIXED_IV = HEX.parseHex("0102030405060708090a0b0c");

  @Test
  void ivIsTheFixedOneXorTheNumber() {
    RecordHeader header = new RecordHeader(FIXED_IV);

    header.moveTo(0x1122334455667788L, 64);

    assertThat(HEX.formatHex(header.iv())).isEqualTo("01020304" + "1424344c5c6c7c84");
  }

  @Test
  void numberZeroLeavesTheFixedIv() {
    RecordHeader header = new RecordHeader(FIXED_IV);

    header.moveTo(7, 1);
    header.moveTo(0, 1);

    assertThat(header.iv()).isEqualTo(FIXED_IV);
  }

  @Test
  void additionalDataAreNumberTypeVersionAndLength() {
    RecordHeader header = new RecordHeader(FIXED_IV);

    header.moveTo(258, 0x4000);

    assertThat(HEX.formatHex(header.additional()))
        .isEqualTo("0000000000000102" + "17" + "0303" + "4000");
  }

  @Test
  void noTwoRecordsShareAnIv() {
    RecordHeader header = new RecordHeader(FIXED_IV);
    Set<String> seen = new HashSet<>();

    for (long number = 0; number < 10_000; number++) {
      header.moveTo(number, 64);
      assertThat(seen.add(HEX.formatHex(header.iv()))).as("number %d", number).isTrue();
    }
  }

  @Test
  void otherLengthsOfIvAreRefused() {
    assertThatThrownBy(() -> new RecordHeader(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12")
        .hasMessageContaining("16");
  }
}
