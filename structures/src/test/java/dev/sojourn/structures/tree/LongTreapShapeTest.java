package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTreapShapeTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE})
  void shapeDependsOnSeedAndKeysAlone(long seed) {
    long[] keys = TreapCases.scrambled(2_000, 5);
    long[] sorted = keys.clone();
    Arrays.sort(sorted);
    long[] expected = TreapCases.shape(LongTreap.ofSorted(seed, Aggregate.NONE, sorted, sorted));

    LongTreap shuffled = TreapCases.of(seed, Aggregate.NONE, keys);
    LongTreap ascending = TreapCases.of(seed, Aggregate.NONE, sorted);
    LongTreap united = TreapCases.of(seed, Aggregate.NONE, Arrays.copyOf(keys, 900));
    united.union(TreapCases.of(seed, Aggregate.NONE, Arrays.copyOfRange(keys, 500, 2_000)));
    LongTreap rejoined = TreapCases.of(seed, Aggregate.NONE, keys);
    rejoined.join(rejoined.split(3_001));
    LongTreap grownAndShrunk = TreapCases.of(seed, Aggregate.NONE, sorted);
    LongStream.range(0, 3_000).forEach(key -> grownAndShrunk.put(3 * key + 1, 0));
    LongStream.range(0, 3_000).forEach(key -> grownAndShrunk.remove(3 * key + 1));

    assertThat(TreapCases.shape(shuffled)).isEqualTo(expected);
    assertThat(TreapCases.shape(ascending)).isEqualTo(expected);
    assertThat(TreapCases.shape(united)).isEqualTo(expected);
    assertThat(TreapCases.shape(rejoined)).isEqualTo(expected);
    assertThat(TreapCases.shape(grownAndShrunk)).isEqualTo(expected);
  }

  @Test
  void anotherSeedGivesAnotherShape() {
    long[] keys = TreapCases.scrambled(100, 5);

    assertThat(TreapCases.shape(TreapCases.of(1, Aggregate.NONE, keys)))
        .isNotEqualTo(TreapCases.shape(TreapCases.of(2, Aggregate.NONE, keys)));
  }

  @Test
  void prioritiesOfDifferentKeysDiffer() {
    NodeArena arena = new NodeArena(3, Aggregate.NONE, 0);

    assertThat(LongStream.range(-50_000, 50_000).map(arena::priority).distinct().count())
        .isEqualTo(100_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 10, 1_000})
  void statsTellTheDeepestNodeAndTheRoom(int size) {
    LongTreap treap = TreapCases.of(7, Aggregate.NONE, TreapCases.scrambled(size, 3));
    treap.trim();

    assertThat(treap.stats())
        .isEqualTo(
            new LongTreap.Stats(
                size, size, depthBelow(treap.arena(), treap.root()), treap.meanDepth()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 10, 1_000})
  void meanDepthCountsTheNodesOnTheWayToEachKey(int size) {
    LongTreap treap = TreapCases.of(7, Aggregate.NONE, TreapCases.scrambled(size, 3));

    assertThat(treap.meanDepth() * size)
        .isCloseTo(totalOfSizes(treap.arena(), treap.root()), within(1e-6));
  }

  /** Every node counts once for each node above it and for itself. */
  private static double totalOfSizes(NodeArena arena, int slot) {
    return slot == NodeArena.NIL
        ? 0
        : arena.sizes[slot]
            + totalOfSizes(arena, arena.left(slot))
            + totalOfSizes(arena, arena.right(slot));
  }

  private static int depthBelow(NodeArena arena, int slot) {
    return slot == NodeArena.NIL
        ? 0
        : 1 + Math.max(depthBelow(arena, arena.left(slot)), depthBelow(arena, arena.right(slot)));
  }
}
