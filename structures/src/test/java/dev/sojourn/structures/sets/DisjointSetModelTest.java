package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Random operations against a partition that is relabelled element by element. */
class DisjointSetModelTest {
  private static final int STEPS = 400;

  static Stream<Arguments> traces() {
    return Arrays.stream(Variant.values())
        .flatMap(
            variant ->
                Stream.of(1, 2, 3, 7, 64, 200)
                    .flatMap(
                        size ->
                            Stream.of(1L, 7L, 1_000_003L)
                                .map(seed -> Arguments.of(variant, size, seed))));
  }

  @ParameterizedTest
  @MethodSource("traces")
  void behavesLikeLabelsOverRandomOperations(Variant variant, int size, long seed) {
    Random random = new Random(seed);
    DisjointSet sets = new DisjointSet(size, variant);
    NaiveLabels oracle = new NaiveLabels(size);
    for (int step = 0; step < STEPS; step++) {
      String where = variant + ", size " + size + ", seed " + seed + ", step " + step;
      act(random, sets, oracle, where);
      assertThat(sets.verify()).as(where).isEmpty();
      assertThat(sets.count()).as(where).isEqualTo(oracle.count());
    }
    assertThat(sets.labels()).as("seed " + seed).isEqualTo(oracle.compact());
  }

  private static void act(Random random, DisjointSet sets, NaiveLabels oracle, String where) {
    int a = random.nextInt(sets.size());
    int b = random.nextInt(sets.size());
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4 -> assertThat(sets.union(a, b)).as(where).isEqualTo(oracle.union(a, b));
      case 5 -> unionMany(random, sets, oracle, where);
      case 6 -> {
        if (random.nextInt(10) == 0) {
          sets.reset();
          oracle.reset();
        }
      }
      case 7, 8, 9, 10 ->
          assertThat(sets.find(a) == sets.find(b)).as(where).isEqualTo(oracle.connected(a, b));
      case 11 -> assertThat(sets.labels()).as(where).isEqualTo(oracle.compact());
      case 12 -> assertThat(oracle.connected(a, sets.find(a))).as(where + ": a member").isTrue();
      default -> assertThat(sets.connected(a, b)).as(where).isEqualTo(oracle.connected(a, b));
    }
  }

  private static void unionMany(Random random, DisjointSet sets, NaiveLabels oracle, String where) {
    int[] us = random.ints(random.nextInt(10), 0, sets.size()).toArray();
    int[] vs = random.ints(us.length, 0, sets.size()).toArray();
    int from = random.nextInt(us.length + 1);
    int merges = 0;
    for (int i = from; i < us.length; i++) {
      merges += oracle.union(us[i], vs[i]) ? 1 : 0;
    }
    assertThat(sets.unionEdges(us, vs, from, us.length)).as(where).isEqualTo(merges);
  }
}
