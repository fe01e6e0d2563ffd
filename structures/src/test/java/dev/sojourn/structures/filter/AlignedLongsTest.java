package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlignedLongsTest {

  @Test
  void smallArraysSpendNothingOnAlignment() {
    assertThat(AlignedLongs.origin(8)).isZero();
    assertThat(AlignedLongs.allocate(8)).hasSize(8);
  }

  @Test
  void largeArraysBeginWhereALineBegins() {
    int words = 1 << 17;

    assertThat((16 + 8 * AlignedLongs.origin(words)) % 64).isZero();
    assertThat(AlignedLongs.allocate(words)).hasSize(words + AlignedLongs.origin(words));
    assertThat(AlignedLongs.footprintBytes(words)).isEqualTo(16 + 8L * words + 48);
  }

  @Test
  void theLargestArrayIsOneThatHotSpotCanMake() {
    assertThat(AlignedLongs.MAX_WORDS + AlignedLongs.origin(AlignedLongs.MAX_WORDS))
        .isLessThanOrEqualTo(Integer.MAX_VALUE - 8L);
  }
}
