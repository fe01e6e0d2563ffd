package dev.sojourn.benchmarks.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.structures.sets.DisjointSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapPartitionTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void countsTheSetsThatDisjointSetCounts(long seed) {
    int elements = 500;
    SplittableRandom random = new SplittableRandom(seed);
    MapPartition<Integer> map = new MapPartition<>(IntStream.range(0, elements).boxed().toList());
    DisjointSet sets = new DisjointSet(elements);

    for (int i = 0; i < 5 * elements; i++) {
      int a = random.nextInt(elements);
      int b = random.nextInt(elements);
      map.union(a, b);
      sets.union(a, b);
      assertThat(map.count()).as("seed %d, union %d", seed, i).isEqualTo(sets.count());
    }
  }

  @Test
  void resetParts() {
    MapPartition<String> map = new MapPartition<>(List.of("a", "b", "c"));
    map.union("a", "b");
    assertThat(map.count()).isEqualTo(2);

    map.reset();
    map.union("b", "b");

    assertThat(map.count()).isEqualTo(3);
  }

  @Test
  void strangersAreRefused() {
    MapPartition<String> map = new MapPartition<>(List.of("a"));

    assertThatThrownBy(() -> map.union("a", "z"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("z");
  }
}
