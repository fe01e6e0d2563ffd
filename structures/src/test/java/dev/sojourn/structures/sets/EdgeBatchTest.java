package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edges in bulk against edges one by one, with and without a bit for each element. */
class EdgeBatchTest {
  private static final int NEVER_SIEVED = Integer.MAX_VALUE;

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void everyGroupAndSieveGivesTheSameSets(long seed) {
    Random random = new Random(seed);
    for (int size : new int[] {1, 2, 3, 63, 64, 65, 127, 128, 129, 500}) {
      for (int group : new int[] {1, 2, 7, 64, EdgeBatch.GROUP}) {
        for (int sievedSize : new int[] {0, NEVER_SIEVED}) {
          check(random, size, group, sievedSize, "seed " + seed);
        }
      }
    }
  }

  private static void check(Random random, int size, int group, int sievedSize, String seed) {
    String where = seed + ", size " + size + ", group " + group + ", sieved from " + sievedSize;
    NaiveLabels oracle = new NaiveLabels(size);
    int[] parent = Parents.singletons(size);
    for (int batch = 0; batch < 4; batch++) {
      int[] us = random.ints(random.nextInt(2 * size + 2), 0, size).toArray();
      int[] vs = random.ints(us.length, 0, size).toArray();
      int first = random.nextInt(us.length + 1);
      int merges = 0;
      for (int i = first; i < us.length; i++) {
        merges += oracle.union(us[i], vs[i]) ? 1 : 0;
      }

      int merged = new EdgeBatch(parent, group, sievedSize).unite(us, vs, first, us.length);

      assertThat(merged).as(where).isEqualTo(merges);
      assertSameSets(parent, oracle, where);
    }
  }

  private static void assertSameSets(int[] parent, NaiveLabels oracle, String where) {
    for (int element = 0; element < parent.length; element++) {
      assertThat(parent[element]).as(where).isGreaterThanOrEqualTo(element);
    }
    assertThat(Labels.of(parent.length, x -> Parents.root(parent, x)))
        .as(where)
        .isEqualTo(oracle.compact());
  }

  @Test
  void theSieveLeavesTheGiantFlatAndDropsItsEdges() {
    int size = 1000;
    int[] parent = Parents.singletons(size);
    for (int i = 0; i < size - 1; i++) {
      parent[i] = i + 1;
    }

    assertThat(new EdgeBatch(parent, 64, 0).unite(new int[size], new int[size], 0, size)).isZero();

    assertThat(parent).containsOnly(size - 1);
  }

  @Test
  void withoutAGiantNothingIsFlattened() {
    int size = 1000;
    int[] parent = Parents.singletons(size);
    for (int i = 0; i < size; i++) {
      parent[i] = i % 10 == 9 ? i : i + 1;
    }
    int[] last = new int[size];
    Arrays.fill(last, size - 1);

    assertThat(new EdgeBatch(parent, 64, 0).unite(last, last, 0, size)).isZero();

    assertThat(Parents.root(parent, 0)).isEqualTo(9);
    assertThat(parent[1]).as("not on a path that was sampled").isEqualTo(2);
  }

  @Test
  void fewEdgesAreNotWorthASieve() {
    int size = 1000;
    int[] parent = Parents.singletons(size);
    for (int i = 0; i < size - 1; i++) {
      parent[i] = i + 1;
    }

    new EdgeBatch(parent, 64, 0).unite(new int[124], new int[124], 0, 124);

    assertThat(parent[size / 2]).isEqualTo(size / 2 + 1);
  }

  @Test
  void aGraphLargeEnoughForTheSieveHasTheComponentsOfTheTextbook() {
    int size = (1 << 18) + 77;
    Random random = new Random(11);
    int[] us = random.ints(3L * size, 0, size).toArray();
    int[] vs = random.ints(3L * size, 0, size).toArray();
    DisjointSet bulk = new DisjointSet(size);
    DisjointSet textbook = new DisjointSet(size, Variant.RANK_HALVING);

    int merges = bulk.unionEdges(us, vs, 0, us.length);

    assertThat(merges).isEqualTo(textbook.unionEdges(us, vs, 0, us.length));
    assertThat(bulk.labels()).isEqualTo(textbook.labels());
    assertThat(bulk.setSizes()).isEqualTo(textbook.setSizes());
    assertThat(bulk.count()).isEqualTo(textbook.count());
    assertThat(bulk.verify()).isEmpty();
  }

  @Test
  void setSizesAreNumberedAsLabels() {
    DisjointSet sets = new DisjointSet(6);
    sets.union(5, 1);
    sets.union(5, 3);
    sets.union(4, 2);

    assertThat(sets.labels()).containsExactly(0, 1, 2, 1, 2, 1);
    assertThat(sets.setSizes()).containsExactly(1, 3, 2);
    assertThat(new DisjointSet(0).setSizes()).isEmpty();
  }
}
