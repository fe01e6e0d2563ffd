package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParityDisjointSetTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void coloursAsABreadthFirstSearchDoes(long seed) {
    Random random = new Random(seed);
    int size = 400;
    for (int edges : new int[] {0, 100, 200, 300, 800}) {
      int[] us = random.ints(edges, 0, size).toArray();
      int[] vs = random.ints(edges, 0, size).toArray();
      ParityDisjointSet sets = new ParityDisjointSet(size);
      for (int i = 0; i < edges; i++) {
        sets.separate(us[i], vs[i]);
      }
      String where = "seed " + seed + ", edges " + edges;
      assertThat(sets.verify()).as(where).isEmpty();
      compare(sets, us, vs, where);
    }
  }

  private static void compare(ParityDisjointSet sets, int[] us, int[] vs, String where) {
    int size = sets.size();
    boolean[][] edge = new boolean[size][size];
    for (int i = 0; i < us.length; i++) {
      edge[us[i]][vs[i]] = true;
      edge[vs[i]][us[i]] = true;
    }
    int[] side = new int[size];
    Arrays.fill(side, -1);
    int[] sides = sets.sides();
    boolean all = true;
    for (int start = 0; start < size; start++) {
      if (side[start] < 0) {
        boolean bipartite = colour(start, edge, side);
        all &= bipartite;
        for (int x = start; x < size; x++) {
          if (sets.find(x) == sets.find(start)) {
            assertThat(sets.isBipartite(x)).as(where + ", element " + x).isEqualTo(bipartite);
            assertThat(!bipartite || sides[x] == side[x]).as(where + ", element " + x).isTrue();
          }
        }
      }
    }
    assertThat(sets.isBipartite()).as(where).isEqualTo(all);
  }

  /** Colours one component; false when two neighbours get one colour. */
  private static boolean colour(int start, boolean[][] edge, int[] side) {
    ArrayDeque<Integer> frontier = new ArrayDeque<>();
    side[start] = 0;
    frontier.add(start);
    boolean bipartite = true;
    while (!frontier.isEmpty()) {
      int x = frontier.remove();
      for (int y = 0; y < side.length; y++) {
        if (edge[x][y] && side[y] < 0) {
          side[y] = 1 - side[x];
          frontier.add(y);
        }
        bipartite &= !edge[x][y] || side[y] != side[x];
      }
    }
    return bipartite;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_003})
  void relationsFollowTheStatementsThatWereKept(long seed) {
    Random random = new Random(seed);
    for (int size : new int[] {1, 2, 5, 40}) {
      ParityDisjointSet sets = new ParityDisjointSet(size);
      NaiveSides oracle = new NaiveSides(size);
      for (int step = 0; step < 300; step++) {
        String where = "seed " + seed + ", size " + size + ", step " + step;
        int a = random.nextInt(size);
        int b = random.nextInt(size);
        if (random.nextInt(4) == 0) {
          boolean opposite = random.nextBoolean();
          assertThat(sets.relate(a, b, opposite))
              .as(where)
              .isEqualTo(oracle.relate(a, b, opposite));
        }
        assertThat(sets.relation(a, b)).as(where).isEqualTo(oracle.relation(a, b));
        assertThat(sets.count()).as(where).isEqualTo(oracle.sets.count());
        assertThat(sets.verify()).as(where).isEmpty();
      }
      assertThat(sets.labels()).isEqualTo(oracle.sets.compact());
    }
  }

  /** Naive labels with a side for each element, flipped one by one at a merge. */
  private static final class NaiveSides {
    private final NaiveLabels sets;
    private final boolean[] side;

    NaiveSides(int size) {
      sets = new NaiveLabels(size);
      side = new boolean[size];
    }

    boolean relate(int a, int b, boolean opposite) {
      boolean agrees = (side[a] != side[b]) == opposite;
      if (sets.connected(a, b)) {
        return agrees;
      }
      for (int x = 0; x < side.length && !agrees; x++) {
        side[x] ^= sets.connected(x, b);
      }
      sets.union(a, b);
      return true;
    }

    Relation relation(int a, int b) {
      if (!sets.connected(a, b)) {
        return Relation.UNKNOWN;
      }
      return side[a] == side[b] ? Relation.SAME : Relation.OPPOSITE;
    }
  }

  @Test
  void cyclesOfOddLengthAreRefusedAndOfEvenLengthAreNot() {
    for (int length = 1; length < 40; length++) {
      ParityDisjointSet sets = new ParityDisjointSet(length + 1);
      for (int i = 1; i < length; i++) {
        assertThat(sets.separate(i - 1, i)).isTrue();
      }

      assertThat(sets.separate(length - 1, 0)).as("length %d", length).isEqualTo(length % 2 == 0);

      assertThat(sets.isBipartite()).isEqualTo(length % 2 == 0);
      assertThat(sets.isBipartite(0)).isEqualTo(length % 2 == 0);
      assertThat(sets.isBipartite(length)).as("another set").isTrue();
    }
  }

  @Test
  void theMarkOfAnOddCycleSurvivesMergesInBothDirections() {
    for (boolean oddIsFirst : new boolean[] {true, false}) {
      ParityDisjointSet sets = new ParityDisjointSet(6);
      sets.separate(0, 0);
      sets.relate(2, 3, false);
      sets.relate(4, 5, true);
      sets.relate(2, 4, true);

      sets.relate(oddIsFirst ? 0 : 2, oddIsFirst ? 2 : 0, true);

      assertThat(sets.isBipartite(5)).isFalse();
      assertThat(sets.isBipartite(1)).isTrue();
      assertThat(sets.relation(0, 5)).isEqualTo(Relation.OPPOSITE);
      assertThat(sets.relation(3, 5)).isEqualTo(Relation.SAME);
      assertThat(sets.relation(1, 5)).isEqualTo(Relation.UNKNOWN);
      assertThat(sets.sides()).containsExactly(0, 0, 1, 1, 0, 1);
      assertThat(sets.verify()).isEmpty();
    }
  }

  @Test
  void anOddRootHoldsItsRank() {
    ParityDisjointSet sets = new ParityDisjointSet(4);
    sets.relate(0, 1, true);
    sets.relate(0, 0, true);
    sets.relate(2, 3, true);

    sets.relate(3, 1, true);

    assertThat(sets.verify()).isEmpty();
    assertThat(sets.isBipartite(2)).isFalse();
  }

  @Test
  void resetForgetsContradictions() {
    ParityDisjointSet sets = new ParityDisjointSet(3);
    sets.separate(0, 0);
    sets.separate(1, 2);

    sets.reset();

    assertThat(sets.isBipartite()).isTrue();
    assertThat(sets.isBipartite(0)).isTrue();
    assertThat(sets.count()).isEqualTo(3);
    assertThat(sets.relation(1, 2)).isEqualTo(Relation.UNKNOWN);
    assertThat(sets.sides()).containsExactly(0, 0, 0);
  }

  @Test
  void ranksKeepPathsLogarithmic() throws ReflectiveOperationException {
    int size = 1 << 10;
    ParityDisjointSet sets = new ParityDisjointSet(size);
    for (int step = 1; step < size; step *= 2) {
      for (int i = 0; i + step < size; i += 2 * step) {
        sets.separate(i + step, i);
      }
    }
    int[] link = (int[]) field(sets, "link");
    for (int i = 0; i < size; i++) {
      int depth = 0;
      for (int x = i; link[x] >>> 1 != x; x = link[x] >>> 1) {
        depth++;
      }
      assertThat(depth).isLessThanOrEqualTo(10);
    }
  }

  @Test
  void damageIsFound() throws ReflectiveOperationException {
    ParityDisjointSet sets = new ParityDisjointSet(4);
    sets.separate(0, 1);
    ((int[]) field(sets, "link"))[0] = 1;
    assertThat(sets.verify()).hasValue("root 0 is opposite to itself");

    ((int[]) field(sets, "link"))[0] = 0;
    ((byte[]) field(sets, "rank"))[1] = 1;
    assertThat(sets.verify().orElseThrow()).contains("rank", "parent 0", "child 1");

    ((byte[]) field(sets, "rank"))[1] = 0;
    ((byte[]) field(sets, "rank"))[2] = Byte.MIN_VALUE;
    assertThat(sets.verify().orElseThrow()).contains("root 2", "odd");
  }

  private static Object field(ParityDisjointSet sets, String name)
      throws ReflectiveOperationException {
    Field field = ParityDisjointSet.class.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(sets);
  }
}
