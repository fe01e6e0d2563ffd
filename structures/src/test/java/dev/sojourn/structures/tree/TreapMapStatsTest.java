package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreapMapStatsTest {
  private static final double ROUNDING = 1e-9;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 10, 1_000})
  void depthsAreCountedFromTheRoot(int size) {
    TreapMap<Long, Long> map = new TreapMap<>();
    for (long key : TreapCases.scrambled(size, 3)) {
      map.put(key, key);
    }

    TreapMap.Stats stats = map.stats();

    assertThat(stats.size()).isEqualTo(size);
    assertThat(stats.height()).isEqualTo(heightOf(map.treap().root()));
    assertThat(stats.meanDepth() * size)
        .isCloseTo(totalOfSizes(map.treap().root()), within(ROUNDING * (size + 1)));
  }

  private static int heightOf(TreapNode<?, ?> node) {
    return node == null ? 0 : 1 + Math.max(heightOf(node.left), heightOf(node.right));
  }

  /** Every node counts once for each node above it and for itself. */
  private static double totalOfSizes(TreapNode<?, ?> node) {
    return node == null ? 0 : node.size + totalOfSizes(node.left) + totalOfSizes(node.right);
  }
}
