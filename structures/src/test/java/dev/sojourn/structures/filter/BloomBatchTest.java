package dev.sojourn.structures.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many keys at once are answered like one at a time. */
class BloomBatchTest {
  private static final int PUT = 10_000;
  private static final long GARBAGE = 0x5555_5555_5555_5555L;

  static Stream<Arguments> lengths() {
    return Arrays.stream(Layout.values())
        .flatMap(
            layout ->
                Stream.of(0, 1, 15, 16, 17, 63, 64, 65, 128, 1000)
                    .map(length -> Arguments.of(layout, length)));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void everyBitIsTheAnswerForItsKey(Layout layout, int length) {
    BloomFilter filter = filter(layout);
    long seed = 31L * length;
    long[] keys = mixed(seed, length + 7);
    long[] out = new long[(length + 63) / 64 + 1];
    Arrays.fill(out, GARBAGE);

    int hits = filter.mightContain(keys, 5, length, out);

    int expected = 0;
    for (int i = 0; i < length; i++) {
      boolean contained = filter.mightContain(keys[5 + i]);
      assertThat((out[i / 64] >>> i & 1) == 1).as("seed %d, key %d", seed, i).isEqualTo(contained);
      expected += contained ? 1 : 0;
    }
    assertThat(hits).isEqualTo(expected);
    assertThat(Arrays.stream(out).limit(out.length - 1).map(Long::bitCount).sum())
        .as("bits beyond the last key are clear")
        .isEqualTo(expected);
    assertThat(out[out.length - 1]).isEqualTo(GARBAGE);
  }

  @Test
  void rangesAndRoomAreChecked() {
    BloomFilter filter = filter(Layout.SECTORISED_512);
    long[] keys = new long[65];

    assertThatThrownBy(() -> filter.mightContain(keys, 1, 65, new long[2]))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> filter.mightContain(keys, -1, 2, new long[2]))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> filter.mightContain(keys, 0, 65, new long[1]))
        .withMessage("outBits must have 2 words for 65 keys, has 1");
  }

  private static BloomFilter filter(Layout layout) {
    BloomFilter filter =
        BloomFilter.builder().expectedKeys(PUT).falsePositiveRate(0.1).layout(layout).build();
    Keys.stream(1, PUT).forEach(filter::put);
    return filter;
  }

  private static long[] mixed(long seed, int count) {
    Random random = new Random(seed);
    return random.ints(count, 0, 2).mapToLong(s -> Keys.key(1 + s, random.nextInt(PUT))).toArray();
  }
}
