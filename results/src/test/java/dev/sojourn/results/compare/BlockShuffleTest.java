package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the order, nothing is lost, and blocks stay whole. */
class BlockShuffleTest {
  private static final int BLOCK = 4;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 16, 50})
  void blocksOfNeighboursInAnotherOrder(int length) {
    int[] sequence = IntStream.range(0, length).toArray();
    BlockShuffle shuffle = new BlockShuffle(sequence, BLOCK);
    SplittableRandom random = new SplittableRandom(length);

    for (int draw = 0; draw < 200; draw++) {
      int[] shuffled = shuffle.next(random).clone();

      assertThat(Arrays.stream(shuffled).sorted().toArray()).isEqualTo(sequence);
      int parted = 0;
      for (int i = 1; i < length; i++) {
        parted += shuffled[i] == shuffled[i - 1] + 1 ? 0 : 1;
      }
      assertThat(parted).as("seams").isLessThanOrEqualTo((length - 2) / BLOCK + 1);
    }
  }

  /** Each of the places where a first block may end is drawn. */
  @ParameterizedTest
  @ValueSource(ints = {9, 15})
  void everyPlaceBetweenNeighboursIsASeamAtTimes(int length) {
    int[] sequence = IntStream.range(0, length).toArray();
    BlockShuffle shuffle = new BlockShuffle(sequence, BLOCK);
    SplittableRandom random = new SplittableRandom(length);
    boolean[] parted = new boolean[length - 1];

    for (int draw = 0; draw < 1_000; draw++) {
      int[] shuffled = shuffle.next(random);
      for (int i = 0; i + 1 < length; i++) {
        int left = shuffled[i];
        if (left + 1 < length && shuffled[i + 1] != left + 1) {
          parted[left] = true;
        }
      }
    }
    assertThat(parted).containsOnly(true);
  }
}
