package dev.sojourn.benchmarks.sets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.structures.sets.DisjointSet;
import dev.sojourn.structures.sets.Variant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void arraysCountTheSetsThatDisjointSetCounts(long seed) {
    int elements = 500;
    SplittableRandom random = new SplittableRandom(seed);
    ArrayPartition arrays = new ArrayPartition(elements);
    DisjointSet sets = new DisjointSet(elements, Variant.NAIVE);

    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 2 * elements; i++) {
        int a = random.nextInt(elements);
        int b = random.nextInt(elements);
        arrays.union(a, b);
        sets.union(a, b);
        assertThat(arrays.count()).as("seed %d, union %d", seed, i).isEqualTo(sets.count());
      }
      arrays.reset();
      sets.reset();
      assertThat(arrays.count()).isEqualTo(elements);
    }
  }

  @Test
  void singlyAndInBulkTheComponentsAreTheSame() {
    DisjointSet sets = new DisjointSet(1000);
    Graphs graphs = new Graphs(1000, 5);

    for (int i = 0; i < 40; i++) {
      Edges edges = graphs.next();
      assertThat(Components.inBulk(sets, edges)).isEqualTo(Components.of(sets, edges));
    }
  }

  @Test
  void smallGraphsTakeTurnsAndLargeOnesStandAlone() {
    Graphs small = new Graphs(1000, 5);
    Graphs large = new Graphs(100_000, 5);

    Edges first = small.next();
    for (int i = 1; i < 16; i++) {
      assertThat(small.next().from()).as("graph %d", i).isNotEqualTo(first.from());
    }
    assertThat(small.next()).isSameAs(first);
    assertThat(large.next()).isSameAs(large.next());
  }
}
