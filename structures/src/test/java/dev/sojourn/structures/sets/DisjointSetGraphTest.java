package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Components of random graphs against a breadth-first search. */
class DisjointSetGraphTest {
  private static final int VERTICES = 20_000;
  private static final long SEED = 20_101_010;

  @ParameterizedTest
  @EnumSource(Variant.class)
  void labelsAreTheComponentsOfTheGraph(Variant variant) {
    for (int edges : new int[] {0, 1, 63, 64, 65, VERTICES / 2, VERTICES}) {
      Random random = new Random(SEED + edges);
      int[] us = random.ints(edges, 0, VERTICES).toArray();
      int[] vs = random.ints(edges, 0, VERTICES).toArray();
      DisjointSet sets = new DisjointSet(VERTICES, variant);

      int merges = sets.unionEdges(us, vs, 0, edges);

      int[] components = components(us, vs);
      assertThat(sets.labels()).as("seed %d, edges %d", SEED, edges).isEqualTo(components);
      assertThat(sets.count()).isEqualTo(Arrays.stream(components).max().orElseThrow() + 1);
      assertThat(merges).isEqualTo(VERTICES - sets.count());
      assertThat(sets.verify()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void manyEdgesAtOnceEqualOneByOne(Variant variant) {
    Random random = new Random(SEED);
    int[] us = random.ints(VERTICES, 0, VERTICES).toArray();
    int[] vs = random.ints(VERTICES, 0, VERTICES).toArray();
    DisjointSet together = new DisjointSet(VERTICES, variant);
    DisjointSet single = new DisjointSet(VERTICES, variant);
    int from = 17;
    int to = VERTICES - 5;

    int merges = 0;
    for (int i = from; i < to; i++) {
      merges += single.union(us[i], vs[i]) ? 1 : 0;
    }

    assertThat(together.unionEdges(us, vs, from, to)).isEqualTo(merges);
    assertThat(together.labels()).isEqualTo(single.labels());
    assertThat(together.verify()).isEmpty();
  }

  private static int[] components(int[] us, int[] vs) {
    List<List<Integer>> neighbours = new ArrayList<>();
    for (int i = 0; i < VERTICES; i++) {
      neighbours.add(new ArrayList<>());
    }
    for (int i = 0; i < us.length; i++) {
      neighbours.get(us[i]).add(vs[i]);
      neighbours.get(vs[i]).add(us[i]);
    }
    int[] component = new int[VERTICES];
    Arrays.fill(component, -1);
    int next = 0;
    for (int start = 0; start < VERTICES; start++) {
      if (component[start] < 0) {
        flood(start, next++, neighbours, component);
      }
    }
    return component;
  }

  private static void flood(
      int start, int number, List<List<Integer>> neighbours, int[] component) {
    ArrayDeque<Integer> frontier = new ArrayDeque<>(List.of(start));
    component[start] = number;
    while (!frontier.isEmpty()) {
      for (int next : neighbours.get(frontier.remove())) {
        if (component[next] < 0) {
          component[next] = number;
          frontier.add(next);
        }
      }
    }
  }
}
