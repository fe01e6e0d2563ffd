package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How deep trees of many keys are, of keys in order and of keys chosen to be deep. */
class LongTreapDepthTest {
  /**
   * The standard deviation of the mean depth of a random search tree, at any size: the square root
   * of 7 - 2 pi^2 / 3 (Knuth, The Art of Computer Programming 3, 6.2.2).
   */
  private static final double DEVIATION = Math.sqrt(7 - 2 * Math.PI * Math.PI / 3);

  /** A standard normal is farther out once in sixteen thousand times. */
  private static final double DEVIATIONS_ALLOWED = 4;

  /** Sorted keys, whose order says nothing about their priorities. */
  @ParameterizedTest
  @CsvSource({"1000, 60", "30000, 30", "1000000, 8"})
  void meanDepthIsThatOfARandomSearchTree(int size, int seeds) {
    long[] keys = LongStream.range(0, size).toArray();

    double mean =
        LongStream.range(0, seeds)
            .mapToDouble(seed -> LongTreap.ofSorted(seed, Aggregate.NONE, keys, keys).meanDepth())
            .average()
            .orElseThrow();

    assertThat(mean)
        .as("mean depth of %d keys over %d seeds, about 2 ln n", size, seeds)
        .isCloseTo(expectedDepth(size), within(DEVIATIONS_ALLOWED * DEVIATION / Math.sqrt(seeds)));
  }

  /** 2 (1 + 1/n) H(n) - 3 nodes on the way to a key that is there. */
  private static double expectedDepth(int size) {
    double harmonic = LongStream.rangeClosed(1, size).mapToDouble(i -> 1.0 / i).sum();
    return 2 * (1 + 1.0 / size) * harmonic - 3;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMillionSortedKeysMakeNoDeepTree(boolean ascending) {
    int size = 1_000_000;
    LongTreap treap = new LongTreap();

    for (int i = 0; i < size; i++) {
      treap.put(ascending ? i : -i, i);
    }

    assertThat(treap.size()).isEqualTo(size);
    assertThat(treap.meanDepth())
        .isCloseTo(expectedDepth(size), within(DEVIATIONS_ALLOWED * DEVIATION));
    assertThat(treap.verify()).isEmpty();
    for (int i = 0; i < size; i++) {
      assertThat(treap.remove(ascending ? i : -i)).isTrue();
    }
    assertThat(treap.isEmpty()).isTrue();
  }

  @Test
  void treesOfChosenKeysAreDeepAndStillRight() {
    long seed = 11;
    long[] keys = TreapCases.deepest(seed, 1_000_000);
    assertThat(keys).hasSizeGreaterThan(1_500);

    LongTreap treap = TreapCases.of(seed, Aggregate.SUM, keys);

    assertThat(treap.meanDepth()).isEqualTo((keys.length + 1) / 2.0);
    assertThat(treap.stats().height()).isEqualTo(keys.length);
    assertThat(treap.verify()).isEmpty();
    assertThat(treap.keys()).isEqualTo(keys);
    LongTreap odd = new LongTreap(seed, Aggregate.SUM);
    for (int i = 1; i < keys.length; i += 2) {
      odd.put(keys[i], 1);
    }
    treap.difference(odd);
    assertThat(treap.verify()).isEmpty();
    assertThat(treap.size()).isEqualTo((keys.length + 1) / 2);
    treap.join(treap.split(keys[keys.length / 2]));
    treap.trim();
    assertThat(treap.verify()).isEmpty();
  }
}
