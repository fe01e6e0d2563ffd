package dev.sojourn.benchmarks.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollOrderTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void twoKeysInEachOthersPlacesAreNoticedAnywhere(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] keys = random.longs(1000).sorted().toArray();

    for (int at = 0; at + 1 < keys.length; at++) {
      long[] swapped = keys.clone();
      swapped[at] = keys[at + 1];
      swapped[at + 1] = keys[at];
      assertThat(order(swapped)).as("seed %d, slot %d", seed, at).isNotEqualTo(order(keys));
    }
  }

  @Test
  void lostAndDoubledKeysAreNoticed() {
    assertThat(order(1, 2, 3)).isNotEqualTo(order(1, 2)).isNotEqualTo(order(1, 2, 2));
    assertThat(order(0)).isNotEqualTo(order());
  }

  @Test
  void nothingIsPolledBeforeTheAnswerIsWanted() {
    PrimitiveIterator.OfLong keys = LongStream.of(5, 6).iterator();

    var answer = PollOrder.of(2, keys::nextLong);

    assertThat(keys.nextLong()).isEqualTo(5);
    assertThat(answer).isNotNull();
  }

  @Test
  void inputsDifferAndAreAPowerOfTwo() {
    for (int size : new int[] {1000, 10_000, 100_000}) {
      long[][] inputs = BuildInputs.draw(size);

      assertThat(Integer.bitCount(inputs.length)).as("size %d", size).isEqualTo(1);
      assertThat(Arrays.stream(inputs).map(Arrays::hashCode).distinct()).hasSize(inputs.length);
      assertThat(List.of(inputs)).allMatch(input -> input.length == size);
    }
    assertThat(BuildInputs.draw(1000).length).isEqualTo(64);
  }

  private static Object order(long... keys) {
    return PollOrder.of(keys.length, Arrays.stream(keys).iterator()::nextLong).answer();
  }
}
